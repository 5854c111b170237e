import { type ReactNode, useState } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { useNotify } from '../components/notify.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { actionTexts } from './action-texts.ts';
import { fieldNames } from './names.ts';
import type { NominationShown } from './queries.ts';
import { SendButtons } from './send-buttons.tsx';
import { useMove } from './use-move.ts';

/** A button beside a field that pins a remark to it. */
export function CommentSlot({ nomination, field }: { nomination: NominationShown; field: string }): ReactNode {
  const t = useT(actionTexts);
  const names = useT(fieldNames);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button plain no-print" aria-label={t.commentOn(names[field] ?? field)} onClick={() => setOpen(true)}>
        {t.comment}
      </button>
      {open && <CommentForm nomination={nomination} field={field} close={() => setOpen(false)} />}
    </>
  );
}

function CommentForm({ nomination, field, close }: { nomination: NominationShown; field: string; close: () => void }): ReactNode {
  const t = useT(actionTexts);
  const names = useT(fieldNames);
  const notify = useNotify();
  const { me } = useWorking();
  const draft = useDraft(`remark ${nomination.id} ${field} ${me.id}`, '');
  const pin = useMove(
    nomination,
    (text: string, actionId) =>
      ask(api.nominations[':id'].comments.$post({ param: { id: nomination.id }, json: { actionId, field, text } })),
    () => {
      void draft.clear();
      notify(t.pinned);
      close();
    },
  );
  return (
    <Dialog title={t.commentOn(names[field] ?? field)} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          pin.mutate(draft.value);
        }}
      >
        <Field
          label={t.commentText}
          name="text"
          wrong={pin.error ? (wrongWith(refusalOf(pin.error), 'text') ?? refusalOf(pin.error).detail) : undefined}
        >
          {(given) => (
            <textarea {...given} value={draft.value} maxLength={1000} required onChange={({ target }) => draft.set(target.value)} />
          )}
        </Field>
        <SendButtons label={t.pin} pending={pin.isPending} cancel={close} state={draft.state} />
      </form>
    </Dialog>
  );
}
