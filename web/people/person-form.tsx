import type { ReactNode } from 'react';
import type { HeldRole } from '../../shared/people/person.ts';
import { roleName } from '../../shared/texts/names.ts';
import { BothVersions, type Compared } from '../components/both-versions.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { useNotify } from '../components/notify.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { useDraft } from '../device/draft.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { peopleTexts } from './people-texts.ts';
import type { PersonShown } from './queries.ts';
import { RolesField } from './roles-field.tsx';

type Typed = { name: string; title: string; roles: HeldRole[] };
const typedOf = ({ name, title, roles }: PersonShown): Typed => ({ name, title: title ?? '', roles });

/** Changes name, position and roles; the sign-in name stays. Shown anew for each version of the person. */
export function PersonForm({ person }: { person: PersonShown }): ReactNode {
  const t = useT(peopleTexts);
  const { language } = useLanguage();
  const notify = useNotify();
  const { me, authorityId: root } = useWorking();
  const draft = useDraft<Typed>(`person ${person.id} ${me.id}`, typedOf(person), person.version);
  const { value, set } = draft;
  const change = useAction({
    perform: async ({ version, name, title, roles }: Typed & { version: number }, actionId) => {
      const json = { actionId, version, name, roles, ...(title.trim() && { title: title.trim() }) };
      const saved = await ask(api.people[':id'].$put({ param: { id: person.id }, json }));
      await draft.clear();
      return saved;
    },
    changes: [['person', person.id], ['people'], ['history', 'person', person.id]],
    done: ({ name }) => notify(t.saved(name)),
  });
  const refusal = change.error ? refusalOf(change.error) : undefined;
  const stale = draft.state.kind !== 'clean' && draft.begunOn !== undefined && draft.begunOn < person.version;
  const rolesText = (roles: readonly HeldRole[]) =>
    roles.map((each) => `${roleName(each.role, language)} – ${each.authorityId}`).join(', ');
  const compared = (theirs: Typed): Compared[] =>
    [
      { label: t.name, theirs: theirs.name, mine: value.name },
      { label: t.title, theirs: theirs.title, mine: value.title },
      { label: t.roles, theirs: rolesText(theirs.roles), mine: rolesText(value.roles) },
    ].map((row) => ({ ...row, differs: row.theirs !== row.mine }));
  return (
    <section className="card">
      <h2>{t.details}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ ...value, version: draft.begunOn ?? person.version });
        }}
      >
        {stale ? (
          <BothVersions
            rows={compared(typedOf(person))}
            take={() => void draft.clear()}
            keep={() => change.mutate({ ...value, version: person.version })}
          />
        ) : (
          <ErrorSummary error={change.error} labels={{ name: t.name, title: t.title, roles: t.roles }} />
        )}
        <Field label={t.name} name="name" wrong={wrongWith(refusal, 'name')}>
          {(given) => (
            <input {...given} autoComplete="off" value={value.name} onChange={({ target }) => set({ ...value, name: target.value })} />
          )}
        </Field>
        <Field label={t.title} name="title" hint={t.titleHint} wrong={wrongWith(refusal, 'title')}>
          {(given) => (
            <input {...given} autoComplete="off" value={value.title} onChange={({ target }) => set({ ...value, title: target.value })} />
          )}
        </Field>
        <RolesField
          root={root}
          at={person.authorityId}
          value={value.roles}
          set={(roles) => set({ ...value, roles })}
          wrong={wrongWith(refusal, 'roles')}
        />
        <div className="buttons">
          <button type="submit" className="button main" disabled={change.isPending}>
            {t.save}
          </button>
          <SavedNote state={draft.state} />
        </div>
      </form>
    </section>
  );
}
