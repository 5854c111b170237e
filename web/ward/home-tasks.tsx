import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon, type IconName } from '../components/icon.tsx';
import { NextStep } from '../components/next-step.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { Waiting } from '../components/waiting.tsx';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useCheck, type WardNomination, type WardProgramme, type WardStreet } from './queries.ts';
import { type Task, type TaskState, tasksOf } from './tasks.ts';
import { wardTexts } from './ward-texts.ts';

/** What is left to do for one dossier that the ward holds. */
export function DossierTasks(of: { programme: WardProgramme; nomination: WardNomination; street: WardStreet }): ReactNode {
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
        <NextStep dossier={nomination} times={programme} />
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

/** One task: how it stands, and the way to where it is done. */
export function TaskLine({ name, state, to, task }: { name: string; state: TaskState; to: string; task?: Task }): ReactNode {
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
