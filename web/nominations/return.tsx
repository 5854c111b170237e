import type { ReactNode } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { useNotify } from '../components/notify.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { dayOf, endOfDay, isDay } from '../programmes/days.ts';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { actionTexts } from './action-texts.ts';
import { fieldNames } from './names.ts';
import type { DossierShown } from './queries.ts';
import { SendButtons } from './send-buttons.tsx';
import { useMove } from './use-move.ts';

type Row = { key: number; field: string; text: string };
type Typed = { reason: string; day: string; rows: Row[] };

/** Gives the dossier back with a reason, remarks on fields and a last day for the answer. */
export function ReturnForm({ dossier: { nomination }, close }: { dossier: DossierShown; close: () => void }): ReactNode {
  const t = useT(actionTexts);
  const names = useT(fieldNames);
  const notify = useNotify();
  const { me } = useWorking();
  const draft = useDraft<Typed>(`return ${nomination.id} ${me.id}`, { reason: '', day: '', rows: [] });
  const { reason, day, rows } = draft.value;
  const giveBack = useMove(
    nomination,
    (typed: Typed, actionId) =>
      ask(
        api.nominations[':id'].return.$post({
          param: { id: nomination.id },
          json: {
            actionId,
            version: nomination.version,
            reason: typed.reason,
            answerBy: endOfDay(typed.day),
            comments: typed.rows.map(({ field, text }) => ({ field, text })),
          },
        }),
      ),
    () => {
      void draft.clear();
      notify(t.returned);
      close();
    },
  );
  const refusal = giveBack.error ? refusalOf(giveBack.error) : undefined;
  const setRow = (key: number, next: Partial<Row>) =>
    draft.set((was) => ({ ...was, rows: was.rows.map((row) => (row.key === key ? { ...row, ...next } : row)) }));
  return (
    <Dialog title={t.return} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isDay(day)) giveBack.mutate(draft.value);
        }}
      >
        <ErrorSummary error={giveBack.error} labels={{ reason: t.reason, answerBy: t.answerBy }} />
        <p className="quiet">{t.returnText}</p>
        <Field label={t.reason} name="reason" wrong={wrongWith(refusal, 'reason')}>
          {(given) => (
            <textarea
              {...given}
              value={reason}
              maxLength={2000}
              required
              onChange={({ target }) => draft.set((was) => ({ ...was, reason: target.value }))}
            />
          )}
        </Field>
        <Field label={t.answerBy} name="answerBy" wrong={wrongWith(refusal, 'answerBy')}>
          {(given) => (
            <input
              {...given}
              type="date"
              required
              min={dayOf(new Date().toISOString())}
              value={day}
              onChange={({ target }) => draft.set((was) => ({ ...was, day: target.value }))}
            />
          )}
        </Field>
        <fieldset>
          <legend>{t.remarks}</legend>
          {rows.map((row, at) => (
            <div className="remark-row" key={row.key}>
              <Field label={t.field}>
                {(given) => (
                  <select {...given} value={row.field} onChange={({ target }) => setRow(row.key, { field: target.value })}>
                    {Object.entries(names).map(([field, name]) => (
                      <option key={field} value={field}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field label={t.commentText} name={`comments[${at}].text`} wrong={wrongWith(refusal, `comments[${at}]`)}>
                {(given) => (
                  <textarea
                    {...given}
                    value={row.text}
                    maxLength={1000}
                    required
                    onChange={({ target }) => setRow(row.key, { text: target.value })}
                  />
                )}
              </Field>
              <button
                type="button"
                className="button plain"
                onClick={() => draft.set((was) => ({ ...was, rows: was.rows.filter((each) => each.key !== row.key) }))}
              >
                <Icon name="cross" /> {t.removeRemark(at + 1)}
              </button>
            </div>
          ))}
          {rows.length < 50 && (
            <button
              type="button"
              className="button"
              onClick={() =>
                draft.set((was) => ({
                  ...was,
                  rows: [...was.rows, { key: Math.max(0, ...was.rows.map((each) => each.key)) + 1, field: 'merchants', text: '' }],
                }))
              }
            >
              <Icon name="plus" /> {t.addRemark}
            </button>
          )}
        </fieldset>
        <SendButtons label={t.return} pending={giveBack.isPending} cancel={close} state={draft.state} />
      </form>
    </Dialog>
  );
}
