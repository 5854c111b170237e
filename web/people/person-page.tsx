import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'wouter';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { RecordHistory } from '../history/history.tsx';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';
import { type Invitation, InvitationLink } from './invitation.tsx';
import { PersonState } from './people-page.tsx';
import { peopleTexts } from './people-texts.ts';
import { PersonForm } from './person-form.tsx';
import { type PersonShown, usePerson } from './queries.ts';

/** One person: details and roles, access, history. */
export default function PersonPage(): ReactNode {
  const { personId: id = '' } = useParams();
  const person = usePerson(id);
  return <Loaded query={person}>{(found) => <OnePerson person={found} />}</Loaded>;
}

function OnePerson({ person }: { person: PersonShown }): ReactNode {
  const t = useT(peopleTexts);
  return (
    <>
      <p>
        <Link href={`/quan-tri/nguoi-dung?don-vi=${person.authorityId}`}>
          <Icon name="back" /> {t.back}
        </Link>
      </p>
      <div className="title">
        <h1>{person.name}</h1>
        <PersonState state={person.state} />
        <span className="quiet">{person.login}</span>
      </div>
      {person.state !== 'erased' && <Access person={person} />}
      {person.state !== 'erased' && <PersonForm key={person.version} person={person} />}
      <RecordHistory of={{ kind: 'person', id: person.id }} />
      <p>
        <Link href={`/quan-tri/du-lieu-ca-nhan/can-bo/${person.id}`}>{t.privacy}</Link>
      </p>
    </>
  );
}

/** Whether somebody can sign in, and the way in: disabling can be undone, a link is shown once. */
function Access({ person }: { person: PersonShown }): ReactNode {
  const t = useT(peopleTexts);
  const notify = useNotify();
  const { me } = useWorking();
  const [invitation, setInvitation] = useState<Invitation>();
  const changes = [['person', person.id], ['people'], ['history', 'person', person.id]];
  const enable = useAction({
    perform: (version: number, actionId) =>
      ask(api.people[':id'].enabling.$post({ param: { id: person.id }, json: { actionId, version } })),
    changes,
    done: () => notify(t.enabledNow(person.name)),
  });
  const disable = useAction({
    perform: (version: number, actionId) =>
      ask(api.people[':id'].disabling.$post({ param: { id: person.id }, json: { actionId, version } })),
    changes,
    done: (now) => notify(t.disabledNow(person.name), () => enable.mutate(now.version)),
  });
  const invite = useAction({
    perform: (version: number, actionId) =>
      ask(api.people[':id'].invitation.$post({ param: { id: person.id }, json: { actionId, version } })),
    changes,
    done: (now) => setInvitation(now.invitation),
  });
  const own = me.id === person.id;
  const active = person.state === 'active';
  return (
    <section className="card">
      <h2>{t.access}</h2>
      <p className="quiet">{t.kept}</p>
      <Refused error={disable.error ?? enable.error ?? invite.error} />
      {invitation && active && <InvitationLink key={invitation.url} name={person.name} invitation={invitation} />}
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={!active || invite.isPending}
          aria-describedby={active ? undefined : 'why-no-invitation'}
          onClick={() => invite.mutate(person.version)}
        >
          {t.invite}
        </button>
        {active ? (
          <button
            type="button"
            className="button danger"
            disabled={own || disable.isPending}
            aria-describedby={own ? 'why-not-yourself' : undefined}
            onClick={() => disable.mutate(person.version)}
          >
            {t.disable}
          </button>
        ) : (
          <button type="button" className="button" disabled={enable.isPending} onClick={() => enable.mutate(person.version)}>
            {t.enable}
          </button>
        )}
      </div>
      {own && (
        <p className="quiet" id="why-not-yourself">
          {t.notYourself}
        </p>
      )}
      {!active && (
        <p className="quiet" id="why-no-invitation">
          {t.onlyActive}
        </p>
      )}
    </section>
  );
}
