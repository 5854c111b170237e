import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import type { PersonId } from '../../shared/ids.ts';
import { Loaded } from '../components/loaded.tsx';
import { RecordHistory } from '../history/history.tsx';
import { useT } from '../language/language.tsx';
import { PersonState } from '../people/people-page.tsx';
import { peopleTexts } from '../people/people-texts.ts';
import { type PersonShown, usePerson } from '../people/queries.ts';
import { api, ask } from '../server/api.ts';
import { BackToSearch, ErasePart, ExportPart } from './personal-data-part.tsx';
import { privacyTexts } from './personal-data-texts.ts';

/** What is stored about a member of staff as a person. */
export default function PersonDataPage(): ReactNode {
  const { personId: id = '' } = useParams();
  const person = usePerson(id);
  return <Loaded query={person}>{(found) => <PersonData person={found} />}</Loaded>;
}

function PersonData({ person }: { person: PersonShown }): ReactNode {
  const t = useT(privacyTexts);
  const words = useT(peopleTexts);
  const param = { id: person.id as PersonId };
  const changes = [['person', person.id], ['people'], ['history', 'person', person.id]];
  return (
    <>
      <BackToSearch />
      <div className="title">
        <h1>{person.name}</h1>
        <PersonState state={person.state} />
      </div>
      {person.state === 'erased' ? (
        <p className="notice">{t.already}</p>
      ) : (
        <>
          <section className="card">
            <h2>{t.stored}</h2>
            <dl className="facts">
              {[
                [words.name, person.name],
                [words.title, person.title ?? t.none],
                [words.login, person.login],
              ].map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <ExportPart
            subject={person}
            perform={(json) => ask(api['personal-data'].people[':id'].export.$post({ param, json }))}
            changes={changes}
          />
          <ErasePart
            subject={person}
            text={t.eraseStaffText}
            blocked={person.state === 'active' ? t.disableFirst : undefined}
            perform={(json) => ask(api['personal-data'].people[':id'].erasure.$post({ param, json }))}
            changes={changes}
          />
        </>
      )}
      <RecordHistory of={{ kind: 'person', id: person.id }} />
    </>
  );
}
