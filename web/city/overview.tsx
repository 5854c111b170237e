import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ExportLinks } from '../components/export-links.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Scroll } from '../components/scroll.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { momentText, numberText, timeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { useAuthority } from '../server/authority.ts';
import { useWorking } from '../session/use-session.ts';
import { cityTexts } from './city-texts.ts';
import { DossierBar } from './dossier-bar.tsx';
import { type Figures, total, type UnitRow, unitRows } from './rows.ts';
import '../styles/nominations.css';
import '../styles/city.css';

const limit = '200';
const askOverview = (id: string, year: number) =>
  ask(api.authorities[':id'].overview.$get({ param: { id }, query: { year: String(year), limit } }));
type Programme = Awaited<ReturnType<typeof askOverview>>['items'][number];

/** Districts (or wards, where there are none) side by side with the figures of the year's programmes. */
export default function CityOverview(): ReactNode {
  const t = useT(cityTexts);
  const { language } = useLanguage();
  const { authorityId } = useWorking();
  const [search] = useSearchParams();
  const thisYear = new Date().getFullYear();
  const year = /^20\d\d$/.test(search.get('nam') ?? '') ? Number(search.get('nam')) : thisYear;
  // Units that existed in that year: today's, or those of its last day.
  const on = year === thisYear ? new Date().toISOString().slice(0, 10) : `${year}-12-31`;
  const authority = useAuthority(authorityId);
  const units = useQuery({
    queryKey: ['units', authorityId, on],
    queryFn: () => ask(api.authorities[':id'].units.$get({ param: { id: authorityId }, query: { on, limit } })),
    staleTime: 600_000,
  });
  const overview = useQuery({
    queryKey: ['overview', authorityId, year],
    queryFn: () => askOverview(authorityId, year),
    refetchInterval: 60_000,
  });
  return (
    <>
      <div className="title">
        <h1>
          {t.title}
          {authority.data && ` – ${authority.data.name}`}
        </h1>
      </div>
      <nav className="years" aria-label={t.years}>
        {[year - 1, year, year + 1].map((each) => (
          <Link key={each} className="button" href={`/?nam=${each}`} aria-current={each === year ? 'page' : undefined}>
            {t.year(each)}
          </Link>
        ))}
      </nav>
      <Loaded query={units}>
        {({ items: below }) => (
          <Loaded query={overview}>
            {({ items }) => (
              <>
                {items.length === 0 ? <p>{t.none}</p> : <Whole figures={total(items)} />}
                <SideBySide rows={unitRows(below, items)} />
                {items.length > 0 && <p className="quiet">{t.openBoard}</p>}
                <p className="quiet">{t.updatedAt(timeText(new Date(overview.dataUpdatedAt), language))}</p>
                <ExportLinks path={`authorities/${authorityId}/overview?year=${year}`} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

/** Everything added up, in pictures with their words. */
function Whole({ figures }: { figures: Figures }): ReactNode {
  const t = useT(cityTexts);
  return (
    <section className="card">
      <h2>{t.whole}</h2>
      <div className="columns">
        <DossierBar figures={figures} />
        <ShareBar label={t.coverage} part={figures.cashless} of={figures.merchants} />
      </div>
      <h3>{t.methods}</h3>
      <ul className="figures">
        {(['qr', 'card', 'wallet', 'mobileMoney', 'twoMethods'] as const).map((each) => (
          <li key={each}>
            <ShareBar label={t.shares[each]} part={figures[each]} of={figures.merchants} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SideBySide({ rows }: { rows: readonly UnitRow<Programme>[] }): ReactNode {
  const t = useT(cityTexts);
  return (
    <Scroll label={t.title}>
      <table className="side-by-side">
        <thead>
          <tr>
            <th>{t.unit}</th>
            <th className="number">{t.wards}</th>
            <th>{t.dossiers}</th>
            <th className="number">{t.merchants}</th>
            <th>{t.coverage}</th>
            <th className="number">{t.certified}</th>
            <th>{t.updated}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.programmes.length === 0 ? (
              <tr key={row.id}>
                <th scope="row">
                  <Name row={row} />
                </th>
                <td colSpan={6} className="quiet">
                  {t.noProgramme}
                </td>
              </tr>
            ) : (
              row.programmes.map((programme) => <Row key={programme.programmeId} row={row} programme={programme} />)
            ),
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ row, programme }: { row: UnitRow<Programme>; programme: Programme }): ReactNode {
  const { language } = useLanguage();
  return (
    <tr>
      <th scope="row">
        <Name row={row} />
        <br />
        <Link href={`/dot/${programme.programmeId}`}>{programme.name}</Link>
      </th>
      <td className="number">{numberText(programme.wards, language)}</td>
      <td>
        <DossierBar figures={programme} />
      </td>
      <td className="number">{numberText(programme.merchants, language)}</td>
      <td>
        <ShareBar part={programme.cashless} of={programme.merchants} />
      </td>
      <td className="number">{numberText(programme.states['certified'] ?? 0, language)}</td>
      <td>{momentText(programme.computedAt, language)}</td>
    </tr>
  );
}

/** A unit's name; one that is not among today's units is asked for. */
const Name = ({ row }: { row: UnitRow<Programme> }): ReactNode => row.name ?? <AskedName id={row.id} />;
const AskedName = ({ id }: { id: string }): ReactNode => useAuthority(id).data?.name ?? id;
