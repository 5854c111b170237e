import { type ReactNode, useState } from 'react';
import type { Checklist } from '../../shared/criteria/checklist.ts';
import { defaultChecklist } from '../../shared/criteria/default-checklist.ts';
import { Field } from '../components/field.tsx';
import { Refused } from '../components/refused.tsx';
import { useT } from '../language/language.tsx';
import { ChecklistShown } from '../nominations/checklist-shown.tsx';
import { useAuthority } from '../server/authority.ts';
import { useCriteriaSets } from './queries.ts';
import { setupTexts } from './setup-texts.ts';

type ChoiceOf = { chosen: Checklist; choose: (checklist: Checklist) => void; wrong: string | undefined; authorityId: string };

/** Which criteria the programme goes by: a published set of this authority or the one above it, or the default. */
export function ChecklistChoice({ chosen, choose, wrong, authorityId }: ChoiceOf): ReactNode {
  const t = useT(setupTexts);
  const parent = useAuthority(authorityId).data?.parentId;
  const own = useCriteriaSets(authorityId);
  const above = useCriteriaSets(parent);
  const [kept] = useState(chosen);
  const sets = [...(own.data ?? []), ...(above.data ?? [])]
    .filter((each) => each.state === 'published')
    .map((each) => ({
      key: `${each.id} ${each.edition}`,
      label: t.edition(each.name, each.edition),
      checklist: each.checklist as Checklist,
    }));
  const isDefault = same(kept, defaultChecklist);
  const choices = [
    ...(isDefault || sets.some((each) => same(each.checklist, kept)) ? [] : [{ key: 'kept', label: t.keptSet, checklist: kept }]),
    { key: 'default', label: t.defaultSet, checklist: defaultChecklist },
    ...sets,
  ];
  const current = choices.find((each) => same(each.checklist, chosen));
  return (
    <fieldset className="card">
      <legend className="card-legend">{t.checklist}</legend>
      <Refused error={own.error ?? above.error} />
      <Field label={t.checklist} hint={t.checklistHint} name="details.checklist" wrong={wrong}>
        {(given) => (
          <select
            {...given}
            value={current?.key ?? 'default'}
            onChange={({ target }) => choose(choices.find((each) => each.key === target.value)?.checklist ?? defaultChecklist)}
          >
            {choices.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ChecklistShown checklist={chosen} />
    </fieldset>
  );
}

// Two sets are one when the same things are asked, whatever the order in which their fields were written.
const same = (a: Checklist, b: Checklist): boolean => a === b || sorted(a) === sorted(b);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
