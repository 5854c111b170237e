import type { Language } from '../../shared/texts/words.ts';
import type { Compared } from '../components/both-versions.tsx';
import { calendarDay, numberText } from '../language/format.ts';
import type { ProgrammeForm } from './programme-form.ts';
import type { setupTexts } from './setup-texts.ts';

/** A stored programme and what is being typed, line by line. */
export function comparedForms(theirs: ProgrammeForm, mine: ProgrammeForm, t: (typeof setupTexts)['vi'], language: Language): Compared[] {
  const rows: [label: string, text: (form: ProgrammeForm) => string][] = [
    [t.name, (form) => form.name],
    [t.year, (form) => form.year],
    [t.legalBasis, (form) => form.legalBasis],
    [t.opensOn, (form) => calendarDay(form.opensOn)],
    [t.registrationUntil, (form) => calendarDay(form.registrationUntil)],
    [t.assessmentUntil, (form) => calendarDay(form.assessmentUntil)],
    [t.ceremony, (form) => `${calendarDay(form.ceremony.slice(0, 10))} ${form.ceremony.slice(11)}`],
    [t.quotaStreet, (form) => form.quotaStreet],
    [t.quotaMarket, (form) => form.quotaMarket],
    [t.minMerchants, (form) => form.minMerchants],
    [t.wards, (form) => numberText(form.wardIds.length, language)],
    [t.checklist, (form) => t.showCriteria(form.checklist.criteria.length)],
    [t.numberTemplate, (form) => form.numberTemplate],
    [t.authorityName, (form) => form.authorityName],
    [t.signatory, (form) => `${t.capacities[form.capacity]} ${form.signatory}`],
  ];
  return rows.map(([label, text]) => ({ label, theirs: text(theirs), mine: text(mine), differs: text(theirs) !== text(mine) }));
}
