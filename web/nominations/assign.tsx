import { type ReactNode, useState } from 'react';
import { whyNotAssess } from '../../shared/nominations/assign.ts';
import { Dialog } from '../components/dialog.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { useT } from '../language/language.tsx';
import { usePeople } from '../programmes/queries.ts';
import { api, ask } from '../server/api.ts';
import { actionTexts } from './action-texts.ts';
import type { DossierShown } from './queries.ts';
import { SendButtons } from './send-buttons.tsx';
import { useMove } from './use-move.ts';

/** Chooses who assesses: people of the advising authority with the assessor role, none of the ward itself. */
export function AssignForm({ dossier: { nomination }, close }: { dossier: DossierShown; close: () => void }): ReactNode {
  const t = useT(actionTexts);
  const notify = useNotify();
  const people = usePeople(nomination.advisingAuthorityId);
  const [chosen, choose] = useState<readonly string[]>([]);
  const before: readonly string[] = 'assignment' in nomination ? nomination.assignment.assessors : [];
  const assign = useMove(
    nomination,
    (assessors: string[], actionId) =>
      ask(
        api.nominations[':id'].assignment.$post({
          param: { id: nomination.id },
          json: { actionId, version: nomination.version, assessors },
        }),
      ),
    (_, assessors) => {
      notify(t.assigned(assessors.length));
      close();
    },
  );
  return (
    <Dialog title={t.assign} close={close}>
      <Refused error={assign.error} />
      <Loaded query={people}>
        {(all) => {
          const assessors = all.filter((person) => person.roles.some((held) => held.role === 'assessor'));
          const stopOf = (person: (typeof all)[number]): string | undefined => {
            if (before.includes(person.id)) return t.already;
            const refusal = whyNotAssess(person, nomination);
            return refusal && (refusal.code === 'assessor-of-the-ward' ? t.ofTheWard : t.disabled);
          };
          return (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                assign.mutate([...chosen]);
              }}
            >
              <fieldset>
                <legend>{t.assessors}</legend>
                {assessors.length === 0 && <p>{t.noAssessors}</p>}
                {assessors.map((person) => {
                  const stop = stopOf(person);
                  return (
                    <label className="choice" key={person.id}>
                      <input
                        type="checkbox"
                        disabled={stop !== undefined}
                        checked={chosen.includes(person.id) || before.includes(person.id)}
                        onChange={({ target }) =>
                          choose((was) => (target.checked ? [...was, person.id] : was.filter((each) => each !== person.id)))
                        }
                      />
                      <span>
                        {person.name} <span className="quiet">{[person.title, stop].filter(Boolean).join(' · ')}</span>
                      </span>
                    </label>
                  );
                })}
              </fieldset>
              {chosen.length === 0 && assessors.length > 0 && <p className="quiet">{t.chooseOne}</p>}
              <SendButtons label={t.assign} pending={assign.isPending} disabled={chosen.length === 0} cancel={close} />
            </form>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
