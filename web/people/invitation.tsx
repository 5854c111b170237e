import { type ReactNode, useEffect, useRef, useState } from 'react';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { peopleTexts } from './people-texts.ts';

/** As the server makes it; with a password where the address alone opens nothing. */
export type Invitation = { url: string; validUntil: string; password?: string | undefined };

/** The address at which somebody sets their password: shown once, kept nowhere. */
export function InvitationLink({ name, invitation }: { name: string; invitation: Invitation }): ReactNode {
  const t = useT(peopleTexts);
  const { language } = useLanguage();
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="notice ok" role="status" tabIndex={-1} ref={box}>
      <p>
        <strong>{t.invitation}.</strong> {t.invitationText(name, momentText(invitation.validUntil, language))}
      </p>
      <div className="field">
        <label htmlFor="invitation-url" className="visually-hidden">
          {t.invitation}
        </label>
        <input id="invitation-url" readOnly value={invitation.url} onFocus={({ target }) => target.select()} />
      </div>
      {invitation.password !== undefined && (
        <div className="field">
          <label htmlFor="invitation-password">{t.firstPassword}</label>
          <input id="invitation-password" readOnly value={invitation.password} onFocus={({ target }) => target.select()} />
        </div>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(invitation.url).then(() => setCopied(true))}
        >
          {t.copy}
        </button>
        {copied && <span>{t.copied}</span>}
      </div>
    </div>
  );
}
