import type { ReactNode } from 'react';
import { isPast } from '../../shared/deadline.ts';
import { DeadlineText, useMinute } from '../components/deadline-text.tsx';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { dayText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useAuthority } from '../server/authority.ts';
import { useWorking } from '../session/use-session.ts';
import { type Everything, HomeStreets } from './home-streets.tsx';
import { DossierTasks, TaskLine } from './home-tasks.tsx';
import { isLive, useWardNominations, useWardProgrammes, useWardStreets, type WardProgramme } from './queries.ts';
import { wardTexts } from './ward-texts.ts';
import '../styles/ward.css';

/** `/` for the ward: until when, what to do, and where each street stands. */
export default function WardHome(): ReactNode {
  const t = useT(wardTexts);
  const { authorityId } = useWorking();
  const ward = useAuthority(authorityId);
  const streets = useWardStreets(authorityId);
  const nominations = useWardNominations(authorityId);
  const programmes = useWardProgrammes(authorityId);
  return (
    <>
      <h1>{t.title(ward.data?.name ?? '')}</h1>
      <Loaded query={programmes}>
        {(found) => (
          <Loaded query={nominations}>
            {(put) => <Loaded query={streets}>{(all) => <Home streets={all} nominations={put} programmes={found} />}</Loaded>}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function Home(all: Everything): ReactNode {
  const t = useT(wardTexts);
  const open = all.programmes.filter(({ state }) => state === 'open');
  return (
    <>
      {open.length === 0 && (
        <section className="card">
          <h2>{t.noProgramme}</h2>
          <p>{t.noProgrammeText}</p>
        </section>
      )}
      {open.map((programme) => (
        <Programme key={programme.id} programme={programme} {...all} />
      ))}
      <HomeStreets {...all} />
    </>
  );
}

function Programme({ programme, streets, nominations }: Everything & { programme: WardProgramme }): ReactNode {
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const now = useMinute();
  const own = nominations.filter((each) => each.programmeId === programme.id && isLive(each));
  const held = own.filter(({ state }) => state === 'draft' || state === 'returned');
  const begun = isPast(programme.registrationOpensAt, now);
  return (
    <>
      <section className="card" aria-labelledby={`programme-${programme.id}`}>
        <h2 id={`programme-${programme.id}`}>{programme.name}</h2>
        <dl className="facts">
          <div>
            <dt>{t.closesAt}</dt>
            <dd>
              <DeadlineText until={programme.registrationClosesAt} />
              {!begun && <p className="quiet">{t.opensAt(dayText(programme.registrationOpensAt, language))}</p>}
            </dd>
          </div>
          <div>
            <dt>{t.assessment}</dt>
            <dd>
              <DeadlineText until={programme.assessmentDueAt} />
            </dd>
          </div>
          <div>
            <dt>{t.ceremony}</dt>
            <dd>{dayText(programme.ceremonyAt, language)}</dd>
          </div>
        </dl>
        <p className="quiet">
          {t.quota(programme.quota.street, programme.quota.market)} {t.least(programme.minMerchants)}
        </p>
      </section>
      {own.length === 0 ? (
        <section className="card" aria-labelledby={`tasks-${programme.id}`}>
          <h2 id={`tasks-${programme.id}`}>{t.tasks}</h2>
          <ul className="tasks">
            <TaskLine name={t.task.street} state={streets.length > 0 ? 'done' : 'todo'} to="/duong/moi" />
            <TaskLine name={t.task.choose} state="todo" to={streets.length > 0 ? '/duong' : '/duong/moi'} />
          </ul>
        </section>
      ) : (
        held.length === 0 && (
          <p className="notice ok">
            <Icon name="check" /> {t.waiting}
          </p>
        )
      )}
      {held.map((nomination) => {
        const street = streets.find(({ id }) => id === nomination.streetId);
        return street && <DossierTasks key={nomination.id} programme={programme} nomination={nomination} street={street} />;
      })}
    </>
  );
}
