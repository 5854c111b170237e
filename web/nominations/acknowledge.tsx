import { type ReactNode, useState } from 'react';
import { waitsForOfficer } from '../../shared/nominations/acknowledge.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { useNotify } from '../components/notify.tsx';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { actionTexts } from './action-texts.ts';
import type { AssessmentShown, DossierShown, NominationShown } from './queries.ts';
import { SendButtons } from './send-buttons.tsx';
import { useMove } from './use-move.ts';

/** Takes note of sheets that arrived after the deadline, one by one with a reason. */
export function AcknowledgeForm({ dossier: { nomination, assessments }, close }: { dossier: DossierShown; close: () => void }): ReactNode {
  const t = useT(actionTexts);
  const [waiting] = assessments.filter((each) => each.round === nomination.round && waitsForOfficer(each));
  return (
    <Dialog title={t.acknowledge} close={close}>
      {waiting && <OneAssessment key={waiting.personId} nomination={nomination} sheet={waiting} close={close} />}
    </Dialog>
  );
}

function OneAssessment({
  nomination,
  sheet,
  close,
}: {
  nomination: NominationShown;
  sheet: AssessmentShown;
  close: () => void;
}): ReactNode {
  const t = useT(actionTexts);
  const notify = useNotify();
  const [note, setNote] = useState('');
  const acknowledge = useMove(
    nomination,
    (text: string, actionId) =>
      ask(
        api.nominations[':id'].assessments[':personId'].acknowledgement.$post({
          param: { id: nomination.id, personId: sheet.personId },
          json: { actionId, note: text },
        }),
      ),
    () => {
      notify(t.acknowledged);
      close();
    },
  );
  const refusal = acknowledge.error ? refusalOf(acknowledge.error) : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        acknowledge.mutate(note);
      }}
    >
      <h3>{t.acknowledgeOf(sheet.personName)}</h3>
      <p>{sheet.state === 'kept' ? t.keptText : t.acknowledgeText}</p>
      <Field label={t.noteWhy} name="note" wrong={wrongWith(refusal, 'note') ?? refusal?.detail}>
        {(given) => <textarea {...given} value={note} maxLength={500} required onChange={({ target }) => setNote(target.value)} />}
      </Field>
      <SendButtons label={t.acknowledge} pending={acknowledge.isPending} cancel={close} />
    </form>
  );
}
