import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { failureText } from '../../shared/failure-texts.ts';
import type { StreetId } from '../../shared/ids.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useMinute } from '../pieces/deadline-text.tsx';
import { Refused } from '../pieces/refused.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { whyNotBegin } from './possible.ts';
import type { WardNomination, WardProgramme } from './queries.ts';
import { wardTexts } from './texts.ts';

/** Begins a dossier with one click; where that cannot be, it says why. */
export function BeginDossier(of: {
  programme: WardProgramme;
  street: { id: StreetId; kind: 'street' | 'market'; name: string };
  nominations: readonly WardNomination[];
}): ReactNode {
  const { programme, street, nominations } = of;
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const [, go] = useLocation();
  const now = useMinute();
  const action = useAction({
    perform: (_: { streetId: string; programmeId: string }, id) =>
      ask(api.nominations.$post({ json: { id, programmeId: programme.id, streetId: street.id } })),
    changes: [['nominations']],
    done: ({ id }) => go(`/ho-so/${id}`),
  });
  const why = whyNotBegin(programme, street.kind, nominations, now);
  return (
    <span>
      <button
        type="button"
        className="button"
        disabled={why !== undefined || action.isPending}
        onClick={() => action.mutate({ streetId: street.id, programmeId: programme.id })}
      >
        {t.begin} <span className="visually-hidden">{street.name}</span>
      </button>
      {why && <span className="quiet"> {failureText(why, language)}</span>}
      <Refused error={action.error} />
    </span>
  );
}
