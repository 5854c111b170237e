import type { ReactNode } from 'react';
import { dayName } from '../../shared/texts/names.ts';
import { lastMoment } from '../../shared/texts/words.ts';
import { Field } from '../components/field.tsx';
import { calendarDay } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { dayOf, endOfDay, isDay } from './days.ts';
import { orderFault } from './programme-form.ts';
import type { FieldsOf } from './setup-fields.tsx';
import { setupTexts } from './setup-texts.ts';

/** Days as people say them; the words below say what the system makes of them. */
export function TimelineFields({ form, set, wrong }: FieldsOf): ReactNode {
  const t = useT(setupTexts);
  const { language } = useLanguage();
  const fault = orderFault(form);
  const faultOf = (field: string) =>
    wrong(field) ?? (fault?.field === field ? t.order(dayName(fault.field, language), dayName(fault.after, language)) : undefined);
  const untilText = (day: string) =>
    isDay(day) ? t.until(lastMoment(endOfDay(day), language), calendarDay(dayOf(endOfDay(day)))) : undefined;
  return (
    <fieldset className="card">
      <legend className="card-legend">{t.timeline}</legend>
      <p className="quiet">{t.timelineText}</p>
      <div className="row">
        <Field
          label={t.opensOn}
          name="details.registrationOpensAt"
          wrong={faultOf('registrationOpensAt')}
          hint={isDay(form.opensOn) && t.from(calendarDay(form.opensOn))}
        >
          {(given) => (
            <input {...given} type="date" required value={form.opensOn} onChange={({ target }) => set({ opensOn: target.value })} />
          )}
        </Field>
        <Field
          label={t.registrationUntil}
          name="details.registrationClosesAt"
          wrong={faultOf('registrationClosesAt')}
          hint={untilText(form.registrationUntil)}
        >
          {(given) => (
            <input
              {...given}
              type="date"
              required
              value={form.registrationUntil}
              onChange={({ target }) => set({ registrationUntil: target.value })}
            />
          )}
        </Field>
      </div>
      <div className="row">
        <Field
          label={t.assessmentUntil}
          name="details.assessmentDueAt"
          wrong={faultOf('assessmentDueAt')}
          hint={untilText(form.assessmentUntil)}
        >
          {(given) => (
            <input
              {...given}
              type="date"
              required
              value={form.assessmentUntil}
              onChange={({ target }) => set({ assessmentUntil: target.value })}
            />
          )}
        </Field>
        <Field label={t.ceremony} name="details.ceremonyAt" wrong={faultOf('ceremonyAt')}>
          {(given) => (
            <input
              {...given}
              type="datetime-local"
              required
              value={form.ceremony}
              onChange={({ target }) => set({ ceremony: target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t.grace} hint={t.graceHint} name="details.syncGraceHours" wrong={wrong('syncGraceHours')}>
        {(given) => (
          <input
            {...given}
            type="number"
            required
            min={0}
            max={240}
            value={form.syncGraceHours}
            onChange={({ target }) => set({ syncGraceHours: target.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}
