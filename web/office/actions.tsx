import { type ReactNode, useState } from 'react';
import { useT } from '../language/language.tsx';
import type { DossierShown, ProgrammeShown } from '../nominations/queries.ts';
import { AcknowledgeForm } from './acknowledge.tsx';
import { actionTexts } from './action-texts.ts';
import { AssignForm } from './assign.tsx';
import { CheckResult } from './check.tsx';
import { CorrectForm } from './correct.tsx';
import { ExtendForm } from './extend.tsx';
import { RecommendForm } from './recommend.tsx';
import { ReturnForm } from './return.tsx';
import { type OfficeAction, useStops } from './stops.ts';
import { UnassignForm } from './unassign.tsx';

type FormOf = (of: { dossier: DossierShown; programme: ProgrammeShown; close: () => void }) => ReactNode;
type Offered = { name: OfficeAction; form: FormOf };

/** What an officer does with a dossier, with the names of its texts. */
const words = {
  return: ['return', 'returnText'],
  assign: ['assign', 'assignText'],
  unassign: ['unassign', 'unassignText'],
  acknowledge: ['acknowledge', 'acknowledgeText'],
  recommend: ['recommend', 'recommendText'],
  extend: ['extend', 'extendText'],
  askToCorrect: ['correct', 'correctText'],
} as const satisfies Record<OfficeAction, readonly [string, string]>;
const offered: readonly Offered[] = [
  { name: 'assign', form: AssignForm },
  { name: 'return', form: ReturnForm },
  { name: 'acknowledge', form: AcknowledgeForm },
  { name: 'recommend', form: RecommendForm },
  { name: 'extend', form: ExtendForm },
  { name: 'unassign', form: UnassignForm },
  { name: 'askToCorrect', form: CorrectForm },
];

/** Every action of the office: possible ones first, the others disabled with the reason. */
export function Actions({ dossier, programme }: { dossier: DossierShown; programme: ProgrammeShown }): ReactNode {
  const t = useT(actionTexts);
  const [open, setOpen] = useState<Offered['name']>();
  const stops = useStops(dossier);
  const all = offered.map((each) => ({ ...each, stop: stops(each.name) }));
  const Form = all.find(({ name, stop }) => name === open && stop === undefined)?.form;
  return (
    <section className="card no-print">
      <h2>{t.title}</h2>
      <ul className="tasks">
        <CheckResult dossier={dossier} />
        {[...all.filter(({ stop }) => stop === undefined), ...all.filter(({ stop }) => stop !== undefined)].map(({ name, stop }) => {
          const [title, text] = words[name];
          return (
            <li key={name}>
              <span>
                <strong>{t[title]}</strong>
                <br />
                <span className="quiet" id={`why-${name}`}>
                  {stop ?? t[text]}
                </span>
              </span>
              <button
                type="button"
                className="button"
                disabled={stop !== undefined}
                aria-describedby={`why-${name}`}
                onClick={() => setOpen(name)}
              >
                {t[title]}
              </button>
            </li>
          );
        })}
      </ul>
      {Form && <Form dossier={dossier} programme={programme} close={() => setOpen(undefined)} />}
    </section>
  );
}
