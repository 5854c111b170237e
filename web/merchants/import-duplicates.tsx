import type { ReactNode } from 'react';
import type { RowDuplicate } from '../../functions/merchants/preview.ts';
import { reasonNames } from '../../shared/merchants/list-names.ts';
import type { MerchantDetails } from '../../shared/merchants/merchant.ts';
import { isRefused } from '../../shared/spreadsheet/reading.ts';
import type { Street } from '../../shared/streets/street.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import type { ImportWork, List } from './import-state.ts';
import { importTexts } from './import-texts.ts';
import { SideBySide } from './side-by-side.tsx';
import { useMerchants } from './street.ts';

type Props = { street: Street; list: List; work: ImportWork; set: (change: (was: ImportWork) => ImportWork) => void };

/** Pairs that may be one merchant, side by side; the person leaves one out or says that they are two. */
export function ImportDuplicates({ street, list, work, set }: Props): ReactNode {
  const t = useT(importTexts);
  if (list.duplicates.length === 0) return null;
  const same = list.duplicates.filter(({ strength }) => strength === 'same').map(({ row }) => row);
  const maybe = list.duplicates.filter(({ strength, row }) => strength === 'maybe' && !same.includes(row)).map(({ row }) => row);
  const decide = (change: Partial<Pick<ImportWork, 'leaveOut' | 'distinct'>>) => set((was) => ({ ...was, ...change }));
  return (
    <section aria-labelledby="import-duplicates">
      <h2 id="import-duplicates">{t.duplicates(list.duplicates.length)}</h2>
      <p>{t.duplicatesHint}</p>
      <div className="buttons">
        {same.length > 0 && (
          <button type="button" className="button" onClick={() => decide({ leaveOut: union(work.leaveOut, same) })}>
            {t.leaveSame}
          </button>
        )}
        {maybe.length > 0 && (
          <button type="button" className="button" onClick={() => decide({ distinct: union(work.distinct, maybe) })}>
            {t.allDistinct}
          </button>
        )}
      </div>
      <ul className="pairs">
        {list.duplicates.map((pair) => (
          <li key={`${pair.row} ${'row' in pair.with ? pair.with.row : pair.with.merchantId}`} className="card">
            <Pair street={street} list={list} pair={pair} work={work} decide={decide} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const union = (a: readonly number[], b: readonly number[]): number[] => [...new Set([...a, ...b])];

function Pair(of: {
  street: Street;
  list: List;
  pair: RowDuplicate;
  work: ImportWork;
  decide: (change: Partial<Pick<ImportWork, 'leaveOut' | 'distinct'>>) => void;
}): ReactNode {
  const { pair, work, decide, list } = of;
  const t = useT(importTexts);
  const { language } = useLanguage();
  const there = useMerchants(of.street.id);
  const other = pair.with;
  const otherRow = 'row' in other ? other.row : undefined;
  const a = 'row' in other ? detailsOf(list, other.row) : there.data?.find(({ id }) => id === other.merchantId);
  const b = detailsOf(list, pair.row);
  const decided = work.leaveOut.includes(pair.row)
    ? 'out'
    : otherRow !== undefined && work.leaveOut.includes(otherRow)
      ? 'other'
      : work.distinct.includes(pair.row)
        ? 'apart'
        : undefined;
  const without = (rows: readonly number[]) => rows.filter((row) => row !== pair.row && row !== otherRow);
  return (
    <>
      <p>
        <span className={`badge ${pair.strength === 'same' ? 'danger' : 'warning'}`}>
          <Icon name="warning" /> {t[pair.strength]}
        </span>{' '}
        {pair.because.map((reason) => reasonNames[language][reason]).join(', ')}
      </p>
      <SideBySide
        a={{ title: otherRow === undefined ? t.inRegistry : t.inList(otherRow), details: a }}
        b={{ title: t.inList(pair.row), details: b }}
      />
      <div className="buttons" role="status">
        {decided ? (
          <>
            <span className="badge ok">
              <Icon name="check" /> {t.decided[decided]}
            </span>
            <button
              type="button"
              className="button plain"
              onClick={() => decide({ leaveOut: without(work.leaveOut), distinct: without(work.distinct) })}
            >
              {t.takeBack}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="button" onClick={() => decide({ leaveOut: union(work.leaveOut, [pair.row]) })}>
              {t.leaveOut(pair.row)}
            </button>
            {otherRow !== undefined && (
              <button type="button" className="button" onClick={() => decide({ leaveOut: union(work.leaveOut, [otherRow]) })}>
                {t.leaveOut(otherRow)}
              </button>
            )}
            <button type="button" className="button" onClick={() => decide({ distinct: union(work.distinct, [pair.row]) })}>
              {t.distinct} <span className="visually-hidden">{t.inList(pair.row)}</span>
            </button>
          </>
        )}
      </div>
    </>
  );
}

function detailsOf(list: List, row: number): MerchantDetails | undefined {
  const found = list.rows.find((each) => each.row === row);
  return found && !isRefused(found) ? found.details : undefined;
}
