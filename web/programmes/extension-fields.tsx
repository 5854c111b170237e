import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import type { Draft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { actionTexts } from '../nominations/action-texts.ts';
import { SendButtons } from '../nominations/send-buttons.tsx';
import { refusalOf } from '../server/problem.ts';
import { endOfDay, isDay } from './days.ts';

/** Later last days, as typed; an empty day stays as it is. */
export type Extension = { reason: string; registration: string; assessment: string };

/** The deadlines that were typed, as the server takes them. */
export const untilOf = ({ registration, assessment }: Extension): { registrationClosesAt?: string; assessmentDueAt?: string } => ({
  ...(isDay(registration) && { registrationClosesAt: endOfDay(registration) }),
  ...(isDay(assessment) && { assessmentDueAt: endOfDay(assessment) }),
});

/** Later deadlines with a reason, for one dossier or for a whole programme. */
export function ExtensionFields<Output>({
  draft,
  current,
  sending,
  label,
  cancel,
}: {
  draft: Draft<Extension>;
  current: { registration: string; assessment: string };
  sending: UseMutationResult<Output, Error, Extension>;
  label: string;
  cancel: () => void;
}): ReactNode {
  const t = useT(actionTexts);
  const { value, set } = draft;
  const refusal = sending.error ? refusalOf(sending.error) : undefined;
  // A refusal of a deadline names its field as a parameter.
  const wrong = (field: string) => wrongWith(refusal, field) ?? (refusal?.params?.['field'] === field ? refusal.detail : undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate(value);
      }}
    >
      <ErrorSummary error={sending.error} labels={{ reason: t.reason }} />
      <p className="quiet">{t.extendText}</p>
      <Field
        label={t.registrationUntil}
        name="registrationClosesAt"
        hint={t.nowUntil(current.registration)}
        wrong={wrong('registrationClosesAt')}
      >
        {(given) => (
          <input
            {...given}
            type="date"
            value={value.registration}
            onChange={({ target }) => set((was) => ({ ...was, registration: target.value }))}
          />
        )}
      </Field>
      <Field label={t.assessmentUntil} name="assessmentDueAt" hint={t.nowUntil(current.assessment)} wrong={wrong('assessmentDueAt')}>
        {(given) => (
          <input
            {...given}
            type="date"
            value={value.assessment}
            onChange={({ target }) => set((was) => ({ ...was, assessment: target.value }))}
          />
        )}
      </Field>
      <Field label={t.reason} name="reason" wrong={wrong('reason')}>
        {(given) => (
          <textarea
            {...given}
            value={value.reason}
            maxLength={1000}
            required
            onChange={({ target }) => set((was) => ({ ...was, reason: target.value }))}
          />
        )}
      </Field>
      <SendButtons
        label={label}
        pending={sending.isPending}
        disabled={!isDay(value.registration) && !isDay(value.assessment)}
        cancel={cancel}
        state={draft.state}
      />
    </form>
  );
}
