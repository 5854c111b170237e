import type { ReactNode } from 'react';
import { componentTexts } from '../components/component-texts.ts';
import { Dialog } from '../components/dialog.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { actionTexts } from './action-texts.ts';
import type { DossierShown } from './queries.ts';
import { useMove } from './use-move.ts';

/** Takes an assessor off; what was written stays, and whoever comes back finds it. */
export function UnassignForm({ dossier: { nomination, assessments }, close }: { dossier: DossierShown; close: () => void }): ReactNode {
  const t = useT(actionTexts);
  const common = useT(componentTexts);
  const notify = useNotify();
  const param = { id: nomination.id };
  const assignAgain = useMove(nomination, ({ assessor, version }: { assessor: string; version: number }, actionId) =>
    ask(api.nominations[':id'].assignment.$post({ param, json: { actionId, version, assessors: [assessor] } })),
  );
  const unassign = useMove(
    nomination,
    ({ id }: { id: string; name: string }, actionId) =>
      ask(api.nominations[':id'].unassignment.$post({ param, json: { actionId, version: nomination.version, assessor: id } })),
    ({ state, version }, { id, name }) => {
      // Without this person everybody may be in: then the assessment is over and nobody can be assigned any more.
      notify(t.unassigned(name), state === 'assessing' ? () => assignAgain.mutate({ assessor: id, version }) : undefined);
      close();
    },
  );
  const here = assessments.filter((each) => each.round === nomination.round && each.state !== 'unassigned');
  return (
    <Dialog title={t.unassign} close={close}>
      <Refused error={unassign.error} />
      <p>{t.unassignText}</p>
      <ul className="tasks">
        {here.map((each) => (
          <li key={each.personId}>
            <span>{each.personName}</span>
            <button
              type="button"
              className="button"
              aria-label={t.unassignOf(each.personName)}
              disabled={unassign.isPending}
              onClick={() => unassign.mutate({ id: each.personId, name: each.personName })}
            >
              {t.unassign}
            </button>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button" onClick={close}>
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}
