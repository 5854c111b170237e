import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { failureText } from '../../shared/failures/failure-texts.ts';
import type { AuthorityId, StreetId } from '../../shared/ids.ts';
import { whyNotBegin } from '../../shared/nominations/begin.ts';
import { heldPlaces } from '../../shared/nominations/quota.ts';
import { Refused } from '../components/refused.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import type { WardNomination, WardProgramme } from '../ward/queries.ts';
import { wardTexts } from '../ward/ward-texts.ts';
import { useAsked } from './why-not.ts';

/** Begins a dossier with one click; where that cannot be, it says why. */
export function BeginDossier(of: {
  programme: WardProgramme;
  street: { id: StreetId; wardId: AuthorityId; above: readonly AuthorityId[]; kind: 'street' | 'market'; name: string };
  nominations: readonly WardNomination[];
}): ReactNode {
  const { programme, street, nominations } = of;
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const [, go] = useLocation();
  const asked = useAsked();
  const action = useAction({
    perform: (_: { streetId: string; programmeId: string }, id) =>
      ask(api.nominations.$post({ json: { id, programmeId: programme.id, streetId: street.id } })),
    changes: [['nominations']],
    done: ({ id }) => go(`/ho-so/${id}`),
  });
  const held = heldPlaces(nominations, { programmeId: programme.id, kind: street.kind });
  const why = whyNotBegin(asked, { street, programme, wardName: nominations[0]?.wardName ?? '', held });
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
