import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isPast } from '../../shared/deadline.ts';
import { failureText } from '../../shared/failure-texts.ts';
import { dayText, numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { DeadlineText, useMinute } from '../pieces/deadline-text.tsx';
import { Icon, type IconName } from '../pieces/icon.tsx';
import { Loaded } from '../pieces/loaded.tsx';
import { Standing } from '../pieces/standing.tsx';
import { StateBadge } from '../pieces/state-badge.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { useAuthority } from '../server/authority.ts';
import { useWorking } from '../session/use-session.ts';
import { BeginDossier } from './begin.tsx';
import { whyNotBegin } from './possible.ts';
import {
  isLive,
  useCheck,
  useWardNominations,
  useWardProgrammes,
  useWardStreets,
  type WardNomination,
  type WardProgramme,
  type WardStreet,
} from './queries.ts';
import { type Task, type TaskState, tasksOf } from './tasks.ts';
import { wardTexts } from './texts.ts';
import '../styles/ward.css';

type Everything = { streets: WardStreet[]; nominations: WardNomination[]; programmes: WardProgramme[] };

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
      <Streets {...all} />
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

function DossierTasks(of: { programme: WardProgramme; nomination: WardNomination; street: WardStreet }): ReactNode {
  const { programme, nomination, street } = of;
  const t = useT(wardTexts);
  const check = useCheck(nomination.id);
  return (
    <section className="card" aria-labelledby={`dossier-${nomination.id}`}>
      <div className="title">
        <h2 id={`dossier-${nomination.id}`}>
          <Link href={`/ho-so/${nomination.id}`}>{t.tasksOf(nomination.streetName)}</Link>
        </h2>
        <StateBadge state={nomination.state} />
        <Standing dossier={nomination} times={programme} />
      </div>
      {check.data ? (
        <ul className="tasks">
          {tasksOf({ nomination, street, minMerchants: programme.minMerchants, missing: check.data.missing }).map((task) => (
            <TaskLine key={task.name} name={t.task[task.name]} state={task.state} to={task.to} task={task} />
          ))}
        </ul>
      ) : (
        <Waiting />
      )}
    </section>
  );
}

const looks: Record<TaskState, [tone: string, icon: IconName]> = {
  todo: ['', 'draft'],
  doing: ['brand', 'clock'],
  done: ['ok', 'check'],
};

function TaskLine({ name, state, to, task }: { name: string; state: TaskState; to: string; task?: Task }): ReactNode {
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const [tone, icon] = looks[state];
  return (
    <li>
      <span>
        <Link href={to}>{name}</Link>
        {task?.count !== undefined && (
          <span className="quiet">
            {' '}
            {task.of === undefined ? t.remarkCount(task.count) : t.countOf(numberText(task.count, language), numberText(task.of, language))}
          </span>
        )}
      </span>
      <span className={`badge ${tone}`}>
        <Icon name={icon} /> {t.states[state]}
      </span>
    </li>
  );
}

function Streets({ streets, nominations, programmes }: Everything): ReactNode {
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const now = useMinute();
  const open = programmes.find(({ state }) => state === 'open');
  // Said once for all streets of a kind, not beside each of them.
  const stop = (kind: 'street' | 'market') => open && whyNotBegin(open, kind, nominations, now);
  const stops = { street: stop('street'), market: stop('market') };
  const reasons = new Set([stops.street, stops.market].flatMap((why) => (why ? [failureText(why, language)] : [])));
  const rank = ({ id, figures }: WardStreet) => (nominations.some((each) => each.streetId === id) ? 0 : figures.merchants > 0 ? 1 : 2);
  const ordered = [...streets].sort((a, b) => rank(a) - rank(b));
  return (
    <section className="card" aria-labelledby="streets">
      <h2 id="streets">{t.streets}</h2>
      {streets.length === 0 && <p>{t.noStreets}</p>}
      {[...reasons].map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
      <ul className="tasks">
        {ordered.map((street) => {
          const own = nominations.filter((each) => each.streetId === street.id);
          const shown = own.find(isLive) ?? own[0];
          return (
            <li key={street.id}>
              <span>
                <Link href={`/duong/${street.id}`}>{street.name}</Link>{' '}
                <span className="quiet">{t.merchantCount(numberText(street.figures.merchants, language))}</span>
              </span>
              {shown && (
                <span className="standing">
                  <Link href={`/ho-so/${shown.id}`}>
                    <StateBadge state={shown.state} />
                  </Link>
                  <Standing dossier={shown} times={programmes.find(({ id }) => id === shown.programmeId)} />
                </span>
              )}
              {open && !stops[street.kind] && !own.some((each) => each.programmeId === open.id && isLive(each)) && (
                <BeginDossier programme={open} street={street} nominations={nominations} />
              )}
            </li>
          );
        })}
      </ul>
      <div className="buttons">
        <Link href="/duong/moi" className="button">
          <Icon name="plus" /> {t.addStreet}
        </Link>
        <Link href="/duong" className="button plain">
          {t.allStreets}
        </Link>
      </div>
    </section>
  );
}
