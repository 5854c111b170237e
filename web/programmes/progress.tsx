import type { ReactNode } from 'react';
import { Scroll } from '../components/scroll.tsx';
import { calendarDay } from '../language/format.ts';
import { useT } from '../language/language.tsx';
import { officeTexts } from '../office/office-texts.ts';
import { type DayCount, overTime } from './over-time.ts';
import type { BoardRow } from './queries.ts';

const [width, height] = [600, 140];

/** Dossiers handed in and certified, day by day; the words and the table say the same as the picture. */
export function Progress({ rows }: { rows: readonly BoardRow[] }): ReactNode {
  const t = useT(officeTexts);
  const days = overTime(
    rows.map((row) => ({
      state: row.state,
      ...('submission' in row && { submission: row.submission }),
      ...('decision' in row && { decision: row.decision }),
    })),
  );
  const last = days.at(-1);
  if (!last) return null;
  return (
    <section className="card">
      <h2>{t.progress}</h2>
      <p>{t.progressText(last.submitted, last.certified, calendarDay(last.day))}</p>
      <svg className="progress-lines" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <polyline className="submitted" points={stairs(days, 'submitted')} />
        <polyline className="certified" points={stairs(days, 'certified')} />
      </svg>
      <p className="legend" aria-hidden="true">
        <span className="submitted">{t.submittedLine}</span> <span className="certified">{t.certifiedLine}</span>
      </p>
      <details>
        <summary>{t.asTable}</summary>
        <Scroll label={t.progress}>
          <table>
            <thead>
              <tr>
                <th>{t.day}</th>
                <th className="number">{t.submittedLine}</th>
                <th className="number">{t.certifiedLine}</th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, submitted, certified }) => (
                <tr key={day}>
                  <td>{calendarDay(day)}</td>
                  <td className="number">{submitted}</td>
                  <td className="number">{certified}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </section>
  );
}

/** A stair from the first day to the last: a count holds until it grows. */
function stairs(days: readonly DayCount[], of: 'submitted' | 'certified'): string {
  const times = days.map(({ day }) => Date.parse(day));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const most = Math.max(1, ...days.map((each) => each.submitted));
  const x = (time: number) => (last === first ? width : ((time - first) / (last - first)) * width);
  const y = (count: number) => height - 4 - (count / most) * (height - 8);
  let before = 0;
  const points = days.flatMap((each, at) => {
    const here = x(times[at] ?? 0);
    const pair = [`${here},${y(before)}`, `${here},${y(each[of])}`];
    before = each[of];
    return pair;
  });
  return [`0,${y(0)}`, ...points].join(' ');
}
