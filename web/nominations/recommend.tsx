import type { ReactNode } from 'react';
import { recommend as recommending } from '../../shared/nominations/recommend.ts';
import { Dialog } from '../components/dialog.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { useNotify } from '../components/notify.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { actionTexts } from './action-texts.ts';
import type { DossierShown } from './queries.ts';
import { SendButtons } from './send-buttons.tsx';
import { useMove } from './use-move.ts';
import { useWhyNot } from './why-not.ts';

type Advice = { inFavour: boolean | undefined; reason: string };

/** Advises leadership for or against; in favour only what passes. */
export function RecommendForm({ dossier, close }: { dossier: DossierShown; close: () => void }): ReactNode {
  const t = useT(actionTexts);
  const notify = useNotify();
  const { nomination } = dossier;
  const { me } = useWorking();
  const whyNot = useWhyNot();
  const against = whyNot((asked) => recommending.whyNot({ ...asked, inFavour: true }, nomination, {}));
  const draft = useDraft<Advice>(`recommendation ${nomination.id} ${me.id}`, { inFavour: against ? false : undefined, reason: '' });
  const { inFavour, reason } = draft.value;
  const recommend = useMove(
    nomination,
    (advice: { inFavour: boolean; reason: string }, actionId) =>
      ask(
        api.nominations[':id'].recommendation.$post({
          param: { id: nomination.id },
          json: { actionId, version: nomination.version, ...advice },
        }),
      ),
    () => {
      void draft.clear();
      notify(t.recommended);
      close();
    },
  );
  const refusal = recommend.error ? refusalOf(recommend.error) : undefined;
  return (
    <Dialog title={t.recommend} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (inFavour !== undefined) recommend.mutate({ inFavour, reason });
        }}
      >
        <ErrorSummary error={recommend.error} labels={{ reason: t.reason }} />
        <fieldset>
          <legend>{t.advice}</legend>
          <label className="choice">
            <input
              type="radio"
              name="advice"
              required
              disabled={against !== undefined}
              aria-describedby={against ? 'against-favour' : undefined}
              checked={inFavour === true}
              onChange={() => draft.set((was) => ({ ...was, inFavour: true }))}
            />
            {t.inFavour}
          </label>
          {against && (
            <p className="hint quiet" id="against-favour">
              {against}
            </p>
          )}
          <label className="choice">
            <input
              type="radio"
              name="advice"
              required
              checked={inFavour === false}
              onChange={() => draft.set((was) => ({ ...was, inFavour: false }))}
            />
            {t.against}
          </label>
        </fieldset>
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
        <SendButtons label={t.recommend} pending={recommend.isPending} cancel={close} state={draft.state} />
      </form>
    </Dialog>
  );
}
