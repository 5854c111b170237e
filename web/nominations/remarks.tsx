import { createContext, type ReactNode, useContext } from 'react';
import { dayText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { dossierTexts } from './dossier-texts.ts';
import { fieldNames } from './names.ts';
import type { DossierShown } from './queries.ts';

/** A remark on one field: of a person at a time, or part of the return. */
export type Remark = { key: string; field: string; text: string; by?: string; at: string; round: number };
/** What stands beside a field, for example a button. */
export type RemarkSlot = (field: string) => ReactNode;
type Remarks = { remarks: readonly Remark[]; slot?: RemarkSlot };

export const RemarksContext = createContext<Remarks>({ remarks: [] });

/** All remarks of a dossier, those of its return too, the oldest first. */
export function remarksOf({ nomination, comments }: DossierShown): Remark[] {
  const wording = comments.map(({ id, field, text, byName, at, round }) => ({ key: id, field, text, by: byName, at, round }));
  const returned =
    nomination.state === 'returned'
      ? nomination.returned.comments.map(({ field, text }, index) => ({
          key: `returned ${index}`,
          field,
          text,
          at: nomination.returned.at,
          round: nomination.round,
        }))
      : [];
  return [...wording, ...returned].sort((a, b) => (a.at < b.at ? -1 : 1));
}

const shownInPlace = new Set([
  'street.name',
  'street.from',
  'street.to',
  'street.side',
  'street.address',
  'street.line',
  'contact.name',
  'contact.phone',
  'merchants',
  'files',
]);

/** A fact of the dossier with the remarks that are pinned to it. */
export function Pinned({ field, label, children }: { field: string; label?: ReactNode; children: ReactNode }): ReactNode {
  const names = useT(fieldNames);
  const { remarks, slot } = useContext(RemarksContext);
  const here = remarks.filter((each) => each.field === field);
  return (
    <div id={`remark-${field.replaceAll('.', '-')}`}>
      <dt>{label ?? names[field] ?? field}</dt>
      <dd>
        <span className="with-slot">
          <span>{children}</span>
          {slot?.(field)}
        </span>
        <RemarkList remarks={here} />
      </dd>
    </div>
  );
}

/** Remarks on fields that have no line of their own on the page. */
export function PinnedRest(): ReactNode {
  const t = useT(dossierTexts);
  const names = useT(fieldNames);
  const { remarks } = useContext(RemarksContext);
  const rest = remarks.filter((each) => !shownInPlace.has(each.field));
  if (rest.length === 0) return null;
  return (
    <section className="card">
      <h2>{t.remarks}</h2>
      <dl className="facts">
        {rest.map((each) => (
          <div key={each.key}>
            <dt>{names[each.field] ?? each.field}</dt>
            <dd>
              <RemarkList remarks={[each]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function RemarkList({ remarks }: { remarks: readonly Remark[] }): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  if (remarks.length === 0) return null;
  return (
    <ul className="remarks">
      {remarks.map((each) => (
        <li key={each.key}>
          {each.text}{' '}
          <span className="quiet">{[each.by, dayText(each.at, language), t.roundOf(each.round)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
