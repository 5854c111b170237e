import { type ReactNode, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import { type AuthorityDetails, levels } from '../../shared/authorities/authority.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { useNotify } from '../components/notify.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { UnitImport } from './unit-import.tsx';
import { unitId } from './unit-rows.ts';
import { UnitSelect } from './unit-select.tsx';
import { unitTexts } from './units-texts.ts';

type Typed = {
  parentId: string;
  level: (typeof levels)[number];
  code: string;
  name: string;
  validFrom: string;
  validUntil: string;
  id: string;
};

/** Enters one unit, or a list of them, below another. */
export default function NewUnit(): ReactNode {
  const t = useT(unitTexts);
  const notify = useNotify();
  const { me, authorityId: root } = useWorking();
  const [search] = useSearchParams();
  const parent = search.get('thuoc') ?? root;
  const draft = useDraft<Typed>(`new-unit ${parent} ${me.id}`, {
    parentId: parent,
    level: 'ward',
    code: '',
    name: '',
    validFrom: '2025-07-01',
    validUntil: '',
    id: '',
  });
  const { value, set } = draft;
  const name = useRef<HTMLInputElement>(null);
  const enter = useAction({
    perform: async ({ id, validUntil, parentId, ...rest }: Typed, actionId) => {
      const details = { ...rest, parentId, ...(validUntil && { validUntil }) } as AuthorityDetails;
      const saved = await ask(
        api.authorities.$post({ json: { actionId, id: (id || unitId(rest.name, rest.validFrom)) as AuthorityId, details } }),
      );
      await draft.clear();
      return saved;
    },
    changes: [['units']],
    done: (saved) => {
      notify(t.created(saved.name));
      name.current?.focus();
    },
  });
  const refusal = enter.error ? refusalOf(enter.error) : undefined;
  const wrong = (field: string) => wrongWith(refusal, `details.${field}`);
  const order = refusal?.code === 'unit-out-of-order' ? refusal.detail : undefined;
  const labels = {
    id: t.id,
    'details.code': t.code,
    'details.name': t.name,
    'details.validFrom': t.validFrom,
    'details.validUntil': t.validUntil,
  };
  const text = (field: 'code' | 'name' | 'validFrom' | 'validUntil', type: 'text' | 'date', hint?: string, more?: string) => (
    <Field label={t[field]} name={`details.${field}`} hint={hint} wrong={wrong(field) ?? more}>
      {(given) => (
        <input
          {...given}
          {...(field === 'name' && { ref: name })}
          type={type}
          autoComplete="off"
          value={value[field]}
          onChange={({ target }) => set({ ...value, [field]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <p>
        <Link href="/quan-tri/don-vi">
          <Icon name="back" /> {t.back}
        </Link>
      </p>
      <h1>{t.enter}</h1>
      <form
        className="card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate(value);
        }}
      >
        <ErrorSummary error={enter.error} labels={labels} />
        <Field label={t.parent} name="details.parentId" wrong={wrong('parentId')}>
          {(given) => <UnitSelect root={root} value={value.parentId} choose={(id) => set({ ...value, parentId: id })} given={given} />}
        </Field>
        {text('name', 'text', t.nameHint)}
        <div className="row">
          <Field label={t.level} name="details.level" wrong={wrong('level')}>
            {(given) => (
              <select {...given} value={value.level} onChange={({ target }) => set({ ...value, level: target.value as Typed['level'] })}>
                {levels.map((level) => (
                  <option key={level} value={level}>
                    {t.levels[level]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {text('code', 'text', t.codeHint)}
        </div>
        <div className="row">
          {text('validFrom', 'date')}
          {text('validUntil', 'date', t.validUntilHint, order)}
        </div>
        <Field
          label={t.id}
          name="id"
          hint={t.idHint}
          wrong={wrongWith(refusal, 'id') ?? (refusal?.code === 'id-taken' ? refusal.detail : undefined)}
        >
          {(given) => (
            <input
              {...given}
              autoComplete="off"
              placeholder={unitId(value.name, value.validFrom)}
              value={value.id}
              onChange={({ target }) => set({ ...value, id: target.value })}
            />
          )}
        </Field>
        <div className="buttons">
          <button type="submit" className="button main" disabled={enter.isPending}>
            {t.enter}
          </button>
          <SavedNote state={draft.state} />
        </div>
      </form>
      <UnitImport root={root} parent={parent} />
    </>
  );
}
