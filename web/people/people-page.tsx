import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { roleName } from '../../shared/texts/names.ts';
import { ExportLinks } from '../components/export-links.tsx';
import { Field } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { Scroll } from '../components/scroll.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { peopleTexts } from './people-texts.ts';
import { type PersonShown, usePeople } from './queries.ts';
import '../styles/admin.css';
import { UnitSelect } from '../authorities/unit-select.tsx';

/** The people whom an authority keeps; from there down to the units below. */
export default function PeoplePage(): ReactNode {
  const t = useT(peopleTexts);
  const { authorityId: root } = useWorking();
  const [search, setSearch] = useSearchParams();
  const unit = search.get('don-vi') ?? root;
  const people = usePeople(unit);
  const all = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="title">
        <h1>{t.people}</h1>
        <Link className="button main" href={`/quan-tri/nguoi-dung/moi?don-vi=${unit}`}>
          <Icon name="plus" /> {t.enter}
        </Link>
      </div>
      <p>{t.lead}</p>
      <Field label={t.unit} hint={t.onlyHere}>
        {(given) => <UnitSelect root={root} value={unit} choose={(id) => setSearch({ 'don-vi': id })} given={given} />}
      </Field>
      {people.error && <Refused error={people.error} retry={() => void people.refetch()} />}
      {people.isPending && <Waiting />}
      {people.isSuccess && all.length === 0 && <p className="notice">{t.empty}</p>}
      {all.length > 0 && (
        <Scroll label={t.people}>
          <table className="roomy">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.title}</th>
                <th scope="col">{t.login}</th>
                <th scope="col">{t.roles}</th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((person) => (
                <Row key={person.id} person={person} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {all.length > 0 && <ExportLinks path={`authorities/${unit}/people`} />}
      {people.hasNextPage && (
        <button type="button" className="button" onClick={() => void people.fetchNextPage()}>
          {t.more}
        </button>
      )}
    </>
  );
}

function Row({ person }: { person: PersonShown }): ReactNode {
  const { language } = useLanguage();
  const t = useT(peopleTexts);
  const names = [...new Set(person.roles.map(({ role }) => roleName(role, language)))];
  return (
    <tr>
      <th scope="row">
        <Link href={`/quan-tri/nguoi-dung/${person.id}`}>{person.name}</Link>
      </th>
      <td>{person.title ?? t.none}</td>
      <td>{person.login}</td>
      <td>{names.length > 0 ? names.join(', ') : t.noRolesShort}</td>
      <td>
        <PersonState state={person.state} />
      </td>
    </tr>
  );
}

/** Whether somebody can sign in: sign, word and colour. */
export function PersonState({ state }: { state: PersonShown['state'] }): ReactNode {
  const t = useT(peopleTexts);
  return (
    <span className={`badge ${state === 'active' ? 'ok' : ''}`}>
      <Icon name={state === 'active' ? 'check' : 'cross'} /> {t[state]}
    </span>
  );
}
