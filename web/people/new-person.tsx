import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { AuthorityId, PersonId } from '../../shared/ids.ts';
import type { PersonDetails } from '../../shared/people/person.ts';
import { UnitSelect } from '../authorities/unit-select.tsx';
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
import { type Invitation, InvitationLink } from './invitation.tsx';
import { peopleTexts } from './people-texts.ts';
import { RolesField } from './roles-field.tsx';

type Typed = { name: string; title: string; login: string; authorityId: string; roles: PersonDetails['roles'] };

/** Enters a person with roles and an account; gives the link with which they set their password. */
export default function NewPerson(): ReactNode {
  const t = useT(peopleTexts);
  const notify = useNotify();
  const { me, authorityId: root } = useWorking();
  const [search] = useSearchParams();
  const unit = (search.get('don-vi') ?? root) as AuthorityId;
  const blank: Typed = { name: '', title: '', login: '', authorityId: unit, roles: [{ role: 'ward', authorityId: unit }] };
  const draft = useDraft<Typed>(`new-person ${unit} ${me.id}`, blank);
  const { value, set } = draft;
  const [made, setMade] = useState<{ id: string; name: string; invitation?: Invitation | undefined }>();
  const enter = useAction({
    perform: async ({ title, ...rest }: Typed, actionId) => {
      const details = { ...rest, ...(title.trim() && { title }) } as PersonDetails;
      const entered = await ask(api.people.$post({ json: { id: actionId as string as PersonId, details } }));
      await draft.clear();
      return entered;
    },
    changes: [['people']],
    done: ({ person, invitation }) => {
      setMade({ id: person.id, name: person.name, invitation });
      notify(t.created(person.name));
    },
  });
  const refusal = enter.error ? refusalOf(enter.error) : undefined;
  const wrong = (name: string) =>
    wrongWith(refusal, `details.${name}`) ?? (name === 'login' && refusal?.code === 'login-taken' ? refusal.detail : undefined);
  const labels = { 'details.name': t.name, 'details.title': t.title, 'details.login': t.login, 'details.roles': t.roles };
  return (
    <>
      <p>
        <Link href={`/quan-tri/nguoi-dung?don-vi=${unit}`}>
          <Icon name="back" /> {t.back}
        </Link>
      </p>
      <h1>{t.enter}</h1>
      {made?.invitation && <InvitationLink key={made.id} name={made.name} invitation={made.invitation} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMade(undefined);
          enter.mutate(value);
        }}
      >
        <ErrorSummary error={enter.error} labels={labels} />
        <Field label={t.name} name="details.name" wrong={wrong('name')}>
          {(given) => (
            <input {...given} autoComplete="off" value={value.name} onChange={({ target }) => set({ ...value, name: target.value })} />
          )}
        </Field>
        <Field label={t.title} name="details.title" hint={t.titleHint} wrong={wrong('title')}>
          {(given) => (
            <input {...given} autoComplete="off" value={value.title} onChange={({ target }) => set({ ...value, title: target.value })} />
          )}
        </Field>
        <Field label={t.login} name="details.login" hint={t.loginHint} wrong={wrong('login')}>
          {(given) => (
            <input
              {...given}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={value.login}
              onChange={({ target }) => set({ ...value, login: target.value })}
            />
          )}
        </Field>
        <Field label={t.unit} name="details.authorityId" wrong={wrong('authorityId')}>
          {(given) => (
            <UnitSelect root={root} value={value.authorityId} choose={(id) => set({ ...value, authorityId: id })} given={given} />
          )}
        </Field>
        <RolesField
          root={root}
          at={value.authorityId as AuthorityId}
          value={value.roles}
          set={(roles) => set({ ...value, roles })}
          wrong={wrong('roles')}
        />
        <div className="buttons">
          <button type="submit" className="button main" disabled={enter.isPending}>
            {t.create}
          </button>
          <SavedNote state={draft.state} />
        </div>
      </form>
    </>
  );
}
