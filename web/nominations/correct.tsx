import type { ReactNode } from 'react';
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
import { correctedFactNames } from './names.ts';
import type { DossierShown } from './queries.ts';
import { SendButtons } from './send-buttons.tsx';
import { useMove } from './use-move.ts';

type Fact = keyof (typeof correctedFactNames)['vi'];
type Typed = { reason: string; facts: Partial<Record<Fact, string>> };

const factsOf = { street: ['name', 'from', 'to'], market: ['name', 'address'] } as const;

/** Asks leadership to put facts of the certificate right. */
export function CorrectForm({ dossier: { nomination }, close }: { dossier: DossierShown; close: () => void }): ReactNode {
  const t = useT(actionTexts);
  const names = useT(correctedFactNames);
  const notify = useNotify();
  const { me } = useWorking();
  const draft = useDraft<Typed>(`correction ${nomination.id} ${me.id}`, { reason: '', facts: {} });
  const { reason, facts } = draft.value;
  const filled = Object.fromEntries(Object.entries(facts).filter(([, text]) => text.trim() !== ''));
  const correct = useMove(
    nomination,
    (typed: Typed, actionId) =>
      ask(
        api.nominations[':id'].correction.$post({
          param: { id: nomination.id },
          json: { actionId, version: nomination.version, reason: typed.reason, facts: typed.facts },
        }),
      ),
    () => {
      void draft.clear();
      notify(t.asked);
      close();
    },
  );
  const refusal = correct.error ? refusalOf(correct.error) : undefined;
  const fields: readonly Fact[] = [...factsOf[nomination.kind], 'signatoryName', 'decisionNumber', 'decisionDate'];
  return (
    <Dialog title={t.correct} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          correct.mutate({ reason, facts: filled });
        }}
      >
        <ErrorSummary
          error={correct.error}
          labels={{ reason: t.reason, ...Object.fromEntries(fields.map((fact) => [`facts.${fact}`, names[fact]])) }}
        />
        <p className="quiet">{t.onlyChanged}</p>
        {fields.map((fact) => (
          <Field key={fact} label={names[fact]} name={`facts.${fact}`} wrong={wrongWith(refusal, `facts.${fact}`)}>
            {(given) => (
              <input
                {...given}
                type={fact === 'decisionDate' ? 'date' : 'text'}
                value={facts[fact] ?? ''}
                onChange={({ target }) => draft.set((was) => ({ ...was, facts: { ...was.facts, [fact]: target.value } }))}
              />
            )}
          </Field>
        ))}
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
        <SendButtons
          label={t.correct}
          pending={correct.isPending}
          disabled={Object.keys(filled).length === 0}
          cancel={close}
          state={draft.state}
        />
      </form>
    </Dialog>
  );
}
