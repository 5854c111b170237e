import { type ReactNode, useState } from 'react';
import type { Failure } from '../../shared/failures/failure.ts';
import { acknowledge } from '../../shared/nominations/acknowledge.ts';
import { assign, unassign } from '../../shared/nominations/assign.ts';
import { extend } from '../../shared/nominations/extend.ts';
import { recommend } from '../../shared/nominations/recommend.ts';
import { askToCorrect } from '../../shared/nominations/requests.ts';
import { returnToWard } from '../../shared/nominations/return.ts';
import type { Asked } from '../../shared/nominations/transition.ts';
import { useT } from '../language/language.tsx';
import { AcknowledgeForm } from './acknowledge.tsx';
import { actionTexts } from './action-texts.ts';
import { AssignForm } from './assign.tsx';
import { CheckResult } from './check.tsx';
import { CorrectForm } from './correct.tsx';
import { ExtendForm } from './extend.tsx';
import type { DossierShown, ProgrammeShown } from './queries.ts';
import { RecommendForm } from './recommend.tsx';
import { ReturnForm } from './return.tsx';
import { UnassignForm } from './unassign.tsx';
import { useWhyNot } from './why-not.ts';

type FormOf = (of: { dossier: DossierShown; programme: ProgrammeShown; close: () => void }) => ReactNode;
type OfficeAction = 'return' | 'assign' | 'unassign' | 'acknowledge' | 'recommend' | 'extend' | 'askToCorrect';
type Offered = {
  name: OfficeAction;
  form: FormOf;
  whyNot: (asked: Asked, dossier: DossierShown, programme: ProgrammeShown) => Failure | undefined;
};

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
  { name: 'assign', form: AssignForm, whyNot: (asked, { nomination }) => assign.whyNot(asked, nomination, { people: [] }) },
  { name: 'return', form: ReturnForm, whyNot: (asked, { nomination }) => returnToWard.whyNot(asked, nomination, {}) },
  {
    name: 'acknowledge',
    form: AcknowledgeForm,
    whyNot: (asked, { nomination, assessments }) => acknowledge.whyNot(asked, nomination, { assessments }),
  },
  { name: 'recommend', form: RecommendForm, whyNot: (asked, { nomination }) => recommend.whyNot(asked, nomination, {}) },
  { name: 'extend', form: ExtendForm, whyNot: (asked, { nomination }, programme) => extend.whyNot(asked, nomination, { programme }) },
  { name: 'unassign', form: UnassignForm, whyNot: (asked, { nomination }) => unassign.whyNot(asked, nomination, { assessments: [] }) },
  { name: 'askToCorrect', form: CorrectForm, whyNot: (asked, { nomination }) => askToCorrect.whyNot(asked, nomination, {}) },
];

/** Every action of the office: possible ones first, the others disabled with the reason. */
export function Actions({ dossier, programme }: { dossier: DossierShown; programme: ProgrammeShown }): ReactNode {
  const t = useT(actionTexts);
  const [open, setOpen] = useState<Offered['name']>();
  const whyNot = useWhyNot();
  const all = offered.map((each) => ({ ...each, stop: whyNot((asked) => each.whyNot(asked, dossier, programme)) }));
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
