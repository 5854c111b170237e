import type { ReactNode } from 'react';
import { withdraw } from '../../shared/nominations/withdraw.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { useNotify } from '../components/notify.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { wardTexts } from '../ward/ward-texts.ts';
import { dossierKey, type NominationShown } from './queries.ts';
import { useAsked } from './why-not.ts';

/** Takes a dossier back with a reason; only shown while the lifecycle lets the ward do so. */
export function Withdraw({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(wardTexts);
  const { me } = useWorking();
  const asked = useAsked();
  const notify = useNotify();
  const draft = useDraft(`withdraw ${nomination.id} ${me.id}`, '');
  const action = useAction({
    perform: (input: { reason: string; version: number }, actionId) =>
      ask(api.nominations[':id'].withdrawal.$post({ param: { id: nomination.id }, json: { actionId, ...input } })),
    changes: [dossierKey(nomination.id), ['nominations'], ['street', nomination.streetId], ['streets']],
    done: () => {
      void draft.clear();
      notify(t.withdrawn);
    },
  });
  if (withdraw.whyNot(asked, nomination, {})) return null;
  const refusal = action.error ? refusalOf(action.error) : undefined;
  return (
    <details className="card">
      <summary>{t.withdraw}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          action.mutate({ reason: draft.value, version: nomination.version });
        }}
      >
        <p>{t.withdrawText}</p>
        <ErrorSummary error={action.error} labels={{ reason: t.reason }} />
        <Field label={t.reason} name="reason" wrong={wrongWith(refusal, 'reason')}>
          {(given) => <textarea {...given} value={draft.value} maxLength={2000} onChange={({ target }) => draft.set(target.value)} />}
        </Field>
        <button type="submit" className="button danger" disabled={action.isPending}>
          {t.withdrawNow}
        </button>
      </form>
    </details>
  );
}
