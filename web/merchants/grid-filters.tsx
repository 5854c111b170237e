import { type ReactNode, useMemo } from 'react';
import { type Merchant, methodGroups, outreachStates } from '../../shared/merchants/merchant.ts';
import { groupNames, outreachNames } from '../../shared/merchants/merchant-names.ts';
import { fold } from '../../shared/text/fold.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { gridTexts } from './grid-texts.ts';

export type Filter = { text: string; category: string; method: string; outreach: string; missing: boolean; closed: boolean };
export const noFilter: Filter = { text: '', category: '', method: '', outreach: '', missing: false, closed: false };

const groups = ['qr', 'card', 'wallet', 'mobileMoney'] as const;

/** Whether a way to pay by code or transfer has no account yet. */
export const lacksAccount = ({ methods }: Pick<Merchant, 'methods'>): boolean =>
  methods.some(({ method, account }) => !account && (method === 'QR_VIETQR_ACCOUNT' || method === 'BANK_TRANSFER'));

/** Whether a merchant is shown; the text is found without marks and case in name, owner, place and note. */
export function matches(merchant: Merchant, filter: Filter): boolean {
  if (merchant.state === 'closed' && !filter.closed) return false;
  if (filter.category && merchant.category !== filter.category) return false;
  if (filter.outreach && merchant.outreach !== filter.outreach) return false;
  if (filter.method === 'none' ? merchant.methods.length > 0 : filter.method && !methodGroups(merchant).has(filter.method as 'qr'))
    return false;
  if (filter.missing && !lacksAccount(merchant)) return false;
  const wanted = fold(filter.text);
  return (
    wanted === '' || [merchant.name, merchant.owner, merchant.place, merchant.note].some((text) => text && fold(text).includes(wanted))
  );
}

type Props = { merchants: readonly Merchant[]; filter: Filter; change: (to: Filter) => void; shown: number };

/** Search while typing, and filters. */
export function GridFilters({ merchants, filter, change, shown }: Props): ReactNode {
  const t = useT(gridTexts);
  const { language } = useLanguage();
  const categories = useMemo(
    () => [...new Set(merchants.flatMap(({ category }) => category ?? []))].sort((a, b) => a.localeCompare(b, 'vi')),
    [merchants],
  );
  const set = (part: Partial<Filter>) => change({ ...filter, ...part });
  const select = (name: 'category' | 'method' | 'outreach', options: readonly (readonly [string, string])[]) => (
    <label className="inline">
      {t[name]}
      <select value={filter[name]} onChange={({ target }) => set({ [name]: target.value })}>
        <option value="">{t.any}</option>
        {options.map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <search className="filters no-print">
      <label className="inline">
        {t.search}
        <input type="search" value={filter.text} onChange={({ target }) => set({ text: target.value })} />
      </label>
      {select(
        'category',
        categories.map((each) => [each, each] as const),
      )}
      {select('method', [...groups.map((each) => [each, groupNames[language][each]] as const), ['none', t.noMethod] as const])}
      {select(
        'outreach',
        outreachStates.map((each) => [each, outreachNames[language][each]] as const),
      )}
      {(['missing', 'closed'] as const).map((name) => (
        <label className="choice" key={name}>
          <input type="checkbox" checked={filter[name]} onChange={({ target }) => set({ [name]: target.checked })} />
          {name === 'missing' ? t.missing : t.closedToo}
        </label>
      ))}
      <span role="status" className="quiet">
        {t.found(shown, merchants.length)}
      </span>
    </search>
  );
}
