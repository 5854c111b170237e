import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Loaded } from '../components/loaded.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useT } from '../language/language.tsx';
import type { ProgrammeShown } from '../nominations/queries.ts';
import { ProgrammeDeadlines } from '../programmes/programme-deadlines.tsx';
import { type BoardRow, useBoard, useProgrammes } from '../programmes/queries.ts';
import { useWorking } from '../session/use-session.ts';
import { officeTexts } from './office-texts.ts';
import '../styles/office.css';

/** What waits for the Economics office, programme by programme. */
export default function Home(): ReactNode {
  const t = useT(officeTexts);
  const { authorityId } = useWorking();
  const programmes = useProgrammes(authorityId);
  return (
    <>
      <h1>{t.todo}</h1>
      <Loaded query={programmes}>
        {(all) => {
          const open = all.filter((each) => each.state === 'open');
          if (open.length > 0) return open.map((each) => <Waiting key={each.id} programme={each} />);
          return (
            <div className="notice">
              <p>{all.length === 0 ? t.noProgrammes : t.todoNone}</p>
              <Link className="button" href="/dot">
                {t.programmes}
              </Link>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

const own = ['submitted', 'assessed'] as const;
const others = ['returned', 'assessing', 'recommended'] as const;

function Waiting({ programme }: { programme: ProgrammeShown }): ReactNode {
  const t = useT(officeTexts);
  const board = useBoard(programme.id);
  return (
    <section className="card">
      <div className="title">
        <h2>
          <Link href={`/dot/${programme.id}`}>{programme.name}</Link>
        </h2>
      </div>
      <ProgrammeDeadlines programme={programme} />
      <Loaded query={board}>
        {(rows) => {
          const states = [...own, ...others].filter((state) => rows.some((row) => row.state === state));
          if (states.length === 0) return <p className="quiet">{t.todoNone}</p>;
          return (
            <ul className="tasks">
              {states.map((state) => (
                <Group key={state} state={state} rows={rows.filter((row) => row.state === state)} programme={programme} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}

function Group({
  state,
  rows,
  programme,
}: {
  state: (typeof own | typeof others)[number];
  rows: BoardRow[];
  programme: ProgrammeShown;
}): ReactNode {
  const t = useT(officeTexts);
  const late = rows.reduce((sum, row) => sum + ('outcome' in row ? row.outcome.lateToAcknowledge : 0), 0);
  return (
    <li>
      <span>
        <Link href={`/dot/${programme.id}/ho-so?trang-thai=${state}`}>
          <strong>
            {t.todoStates[state]} ({rows.length})
          </strong>
        </Link>
        <br />
        <span className="quiet">
          {rows.slice(0, 3).map((row, at) => (
            <span key={row.id}>
              {at > 0 && ' · '}
              <Link href={`/ho-so/${row.id}`}>
                {row.streetName}, {row.wardName}
              </Link>
            </span>
          ))}
        </span>
        {late > 0 && (
          <>
            <br />
            {t.late}: {late}
          </>
        )}
      </span>
      <StateBadge state={state} />
    </li>
  );
}
