import { type PointerEvent, type ReactNode, useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { numberText, shareText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { ceremonyTexts } from './ceremony-texts.ts';
import { CertificateFileState } from './certificate-file-state.tsx';
import type { HandoverShown } from './queries.ts';

/** How a street was moved, and so which control keeps the focus. */
export type Step = 'up' | 'down' | 'jump';

type RowProps = {
  handover: HandoverShown;
  at: number;
  of: number;
  /** How far it makes room for the one that is carried, in pixels. */
  shift: number;
  carried: boolean;
  take: (event: PointerEvent) => void;
  move: (to: number, step: Step) => void;
};

/** One street in the order of the ceremony, with everything that moves it. */
export function OrderRow({ handover, at, of, shift, carried, take, move }: RowProps): ReactNode {
  const t = useT(ceremonyTexts);
  const { language } = useLanguage();
  const [jumping, setJumping] = useState(false);
  const { name, wardName, figures, nominationId: id } = handover;
  return (
    <li className={carried ? 'carried' : undefined} style={shift === 0 ? undefined : { transform: `translateY(${shift}px)` }}>
      <button type="button" className="grip" tabIndex={-1} aria-label={t.grip(name)} title={t.grip(name)} onPointerDown={take}>
        <Icon name="grip" />
      </button>
      <span className="place">{at + 1}</span>
      <div className="what">
        <strong>{name}</strong>
        <br />
        <span className="quiet">
          {wardName} – {numberText(figures.cashless, language)}/{numberText(figures.merchants, language)} (
          {shareText(figures.cashless, figures.merchants, language)})
        </span>
        <br />
        {handover.state === 'final' ? t.number(handover.number) : <span className="badge warning">{t.draft}</span>}
        {handover.state === 'final' && <CertificateFileState handover={handover} />}
      </div>
      <div className="steps">
        <Step step="up" id={id} label={t.up(name)} off={at === 0} press={() => move(at - 1, 'up')} />
        <Step step="down" id={id} label={t.down(name)} off={at === of - 1} press={() => move(at + 1, 'down')} />
        <Step step="jump" id={id} label={t.jump(name)} off={of < 2} press={() => setJumping(!jumping)} expanded={jumping} />
      </div>
      {jumping && (
        <form
          className="jump"
          onSubmit={(event) => {
            event.preventDefault();
            const place = Number(new FormData(event.currentTarget).get('place'));
            setJumping(false);
            if (Number.isInteger(place)) move(Math.min(of, Math.max(1, place)) - 1, 'jump');
          }}
        >
          <label>
            {t.place} <input name="place" type="number" min={1} max={of} defaultValue={at + 1} required={true} />
          </label>
          <button type="submit" className="button">
            {t.go}
          </button>
        </form>
      )}
    </li>
  );
}

type StepProps = { step: Step; id: string; label: string; off: boolean; press: () => void; expanded?: boolean };

// At an end it stays reachable and says nothing new: a button that goes away under the finger loses the focus.
const Step = ({ step, id, label, off, press, expanded }: StepProps): ReactNode => (
  <button
    type="button"
    className="button"
    id={`${step}-${id}`}
    aria-label={label}
    title={label}
    aria-disabled={off || undefined}
    aria-expanded={expanded}
    onClick={() => !off && press()}
  >
    <Icon name={step} />
  </button>
);
