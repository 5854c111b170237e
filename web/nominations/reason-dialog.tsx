import { type ReactNode, useState } from 'react';
import { componentTexts } from '../components/component-texts.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { Refused } from '../components/refused.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { leadershipTexts } from '../leadership/leadership-texts.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';

/** Asks for the reason of an act; what was typed stays on the device until it is sent. `sure` asks a second time before it is sent. */
export function ReasonDialog(of: {
  /** Names the act and its record, for the draft. */
  about: string;
  title: string;
  text: string;
  sure?: string;
  action: string;
  send: (reason: string, sent: () => void) => void;
  busy: boolean;
  error: Error | null;
  close: () => void;
}): ReactNode {
  const t = useT(leadershipTexts);
  const common = useT(componentTexts);
  const { me } = useWorking();
  const draft = useDraft(`${of.about} ${me.id}`, '');
  const [empty, setEmpty] = useState(false);
  const [asking, setAsking] = useState(false);
  const reason = draft.value.trim();
  const go = () => {
    setEmpty(reason === '');
    if (reason === '') return;
    if (of.sure && !asking) return setAsking(true);
    of.send(reason, () => void draft.clear());
  };
  return (
    <Dialog title={of.title} close={of.close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Refused error={of.error} />
        {asking ? (
          <>
            <p>
              <strong>{of.sure}</strong>
            </p>
            <p>
              {t.reason}: {reason}
            </p>
          </>
        ) : (
          <>
            <p>{of.text}</p>
            <Field
              label={t.reason}
              name="reason"
              hint={t.reasonHint}
              wrong={empty && reason === '' ? t.reasonNeeded : wrongWith(of.error ? refusalOf(of.error) : undefined, 'reason')}
            >
              {(given) => (
                <textarea {...given} maxLength={2000} rows={4} value={draft.value} onChange={({ target }) => draft.set(target.value)} />
              )}
            </Field>
            <SavedNote state={draft.state} />
          </>
        )}
        <div className="buttons">
          <button type="submit" className={`button ${asking ? 'danger' : 'main'}`} disabled={of.busy}>
            {of.busy ? common.sending : of.sure && !asking ? t.next : of.action}
          </button>
          <button type="button" className="button" onClick={asking ? () => setAsking(false) : of.close}>
            {asking ? t.back : common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
