import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { DeadlineText } from '../components/deadline-text.tsx';
import { ExportLinks } from '../components/export-links.tsx';
import { Loaded } from '../components/loaded.tsx';
import { dueOf } from '../components/next-step.tsx';
import { Scroll } from '../components/scroll.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { numberText, timeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { type ProgrammeShown, useProgramme } from '../nominations/queries.ts';
import { officeTexts } from '../office/office-texts.ts';
import { Documents } from '../office-documents/documents.tsx';
import { papersOfProgramme } from '../office-documents/papers.ts';
import { useWorking } from '../session/use-session.ts';
import { ProgrammeDeadlines } from './programme-deadlines.tsx';
import { ProgrammeBadge } from './programme-words.tsx';
import { Progress } from './progress.tsx';
import { type BoardRow, useBoard, useUnits } from './queries.ts';
import '../styles/nominations.css';
import '../styles/office.css';

/** Every ward of a programme: where its dossier stands, the time left and its figures. Refreshes by itself. */
export default function Board(): ReactNode {
  const { id = '' } = useParams();
  const programme = useProgramme(id);
  return <Loaded query={programme}>{(of) => <Followed programme={of} />}</Loaded>;
}

function Followed({ programme }: { programme: ProgrammeShown }): ReactNode {
  const t = useT(officeTexts);
  const { language } = useLanguage();
  const { role } = useWorking();
  const board = useBoard(programme.id);
  return (
    <>
      <div className="title">
        <h1>{programme.name}</h1>
        <ProgrammeBadge state={programme.state} />
      </div>
      <ProgrammeDeadlines programme={programme} />
      <div className="buttons no-print">
        <Link className="button" href={`/dot/${programme.id}/ho-so`}>
          {t.worklist}
        </Link>
        {role === 'officer' && (
          <Link className="button" href={`/dot/${programme.id}/thiet-lap`}>
            {t.setUp}
          </Link>
        )}
        <span className="quiet">
          {board.dataUpdatedAt > 0 && t.updatedAt(timeText(new Date(board.dataUpdatedAt), language))} ({t.refreshes})
        </span>
      </div>
      <Loaded query={board}>
        {(rows) => (
          <>
            <Whole programme={programme} rows={rows} />
            <Wards programme={programme} rows={rows} />
            <ExportLinks path={`programmes/${programme.id}/board`} />
            <Documents papers={papersOfProgramme(programme.id, rows, role)} />
            <Progress rows={rows} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** The programme in a few figures, counted from the very rows below. */
function Whole({ programme, rows }: { programme: ProgrammeShown; rows: readonly BoardRow[] }): ReactNode {
  const t = useT(officeTexts);
  const wards = new Set<string>(rows.filter((row) => row.state !== 'withdrawn').map((row) => row.wardId));
  const handed = new Set<string>(rows.filter((row) => 'submission' in row).map((row) => row.wardId));
  const certified = new Set<string>(rows.filter((row) => row.state === 'certified').map((row) => row.wardId));
  const figures = rows.flatMap((row) => ('submission' in row ? [row.submission.figures] : []));
  const sum = (of: 'merchants' | 'cashless' | 'qr' | 'card' | 'wallet' | 'mobileMoney') => figures.reduce((all, each) => all + each[of], 0);
  const all = programme.wardIds.length;
  return (
    <section className="card">
      <h2>{t.summary}</h2>
      <ul className="figures">
        <li>
          <ShareBar label={t.wardsWithDossier} part={wards.size} of={all} />
        </li>
        <li>
          <ShareBar label={t.wardsHandedIn} part={handed.size} of={all} />
        </li>
        <li>
          <ShareBar label={t.certified} part={certified.size} of={all} />
        </li>
      </ul>
      <h3>{t.methodsShare}</h3>
      <ul className="figures">
        {(['cashless', 'qr', 'card', 'wallet', 'mobileMoney'] as const).map((each) => (
          <li key={each}>
            <ShareBar label={t.shares[each]} part={sum(each)} of={sum('merchants')} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Wards in the order of their names, each with its dossiers; wards without one stand there too. */
function Wards({ programme, rows }: { programme: ProgrammeShown; rows: readonly BoardRow[] }): ReactNode {
  const t = useT(officeTexts);
  const units = useUnits(programme.advisingAuthorityId);
  const names = new Map<string, string>([
    ...rows.map((row) => [row.wardId as string, row.wardName] as const),
    ...(units.data ?? []).map((unit) => [unit.id as string, unit.name] as const),
  ]);
  const wards = programme.wardIds
    .map((id) => ({ id: id as string, name: names.get(id) ?? id, rows: rows.filter((row) => row.wardId === id) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  return (
    <Scroll label={t.board}>
      <table className="board">
        <thead>
          <tr>
            <th>{t.ward}</th>
            <th>{t.street}</th>
            <th>{t.state}</th>
            <th>{t.due}</th>
            <th className="number">{t.merchants}</th>
            <th>{t.coverage}</th>
            <th>{t.qr}</th>
            <th className="number">{t.score}</th>
          </tr>
        </thead>
        <tbody>
          {wards.map((ward) =>
            ward.rows.length === 0 ? (
              <tr key={ward.id}>
                <th scope="row">{ward.name}</th>
                <td className="quiet">{t.noNomination}</td>
                <td />
                <td>{programme.state === 'open' && <DeadlineText until={programme.registrationClosesAt} />}</td>
                <td colSpan={4} />
              </tr>
            ) : (
              ward.rows.map((row, at) => (
                <Row key={row.id} row={row} ward={at === 0 ? ward : undefined} span={ward.rows.length} programme={programme} />
              ))
            ),
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

type RowOf = { row: BoardRow; ward: { name: string } | undefined; span: number; programme: ProgrammeShown };

function Row({ row, ward, span, programme }: RowOf): ReactNode {
  const { language } = useLanguage();
  const due = dueOf(row, programme);
  const figures = 'submission' in row ? row.submission.figures : undefined;
  return (
    <tr>
      {ward && (
        <th scope="rowgroup" rowSpan={span}>
          {ward.name}
        </th>
      )}
      <td>
        <Link href={`/ho-so/${row.id}`}>{row.streetName}</Link>
      </td>
      <td>
        <StateBadge state={row.state} />
      </td>
      <td>{due ? <DeadlineText until={due} /> : '–'}</td>
      <td className="number">{figures ? numberText(figures.merchants, language) : '–'}</td>
      <td>{figures ? <ShareBar part={figures.cashless} of={figures.merchants} /> : '–'}</td>
      <td>{figures ? <ShareBar part={figures.qr} of={figures.merchants} /> : '–'}</td>
      <td className="number">{'outcome' in row ? numberText(row.outcome.score, language, 1) : '–'}</td>
    </tr>
  );
}
