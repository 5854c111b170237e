import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { methodNames } from '../../shared/merchants/merchant-names.ts';
import { fold } from '../../shared/text/fold.ts';
import { ExportLinks } from '../components/export-links.tsx';
import { Field } from '../components/field.tsx';
import { Refused } from '../components/refused.tsx';
import { Scroll } from '../components/scroll.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { useStreet } from '../nominations/queries.ts';
import { useUnits } from '../programmes/queries.ts';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';
import { registryTexts } from './registry-texts.ts';
import '../styles/office.css';

/** Merchants of the wards below by the beginning of their name, while it is typed. */
export default function Search(): ReactNode {
  const t = useT(registryTexts);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('ten') ?? '';
  const [typed, type] = useState(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
  useEffect(() => {
    if (typed === asked) return;
    const timer = setTimeout(() => setSearch(typed ? { ten: typed } : {}, { replace: true }), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <>
      <h1>{t.title}</h1>
      <search className="card">
        <Field label={t.name} hint={t.nameHint}>
          {(given) => (
            <input {...given} type="search" autoComplete="off" maxLength={80} value={typed} onChange={({ target }) => type(target.value)} />
          )}
        </Field>
      </search>
      {fold(asked) === '' ? <p className="notice">{t.begin}</p> : <Found name={asked} />}
    </>
  );
}

function Found({ name }: { name: string }): ReactNode {
  const t = useT(registryTexts);
  const { authorityId } = useWorking();
  const found = useInfiniteQuery({
    queryKey: ['merchant-search', authorityId, fold(name)],
    queryFn: ({ pageParam }) =>
      ask(
        api.authorities[':id'].merchants.$get({
          param: { id: authorityId },
          query: { name, limit: '30', ...(pageParam && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    meta: { keep: false },
  });
  if (!found.data) return found.error ? <Refused error={found.error} retry={() => void found.refetch()} /> : <Waiting />;
  const merchants = found.data.pages.flatMap((page) => page.items);
  return (
    <>
      <p role="status">{merchants.length === 0 ? t.nothing(name) : t.found(merchants.length, found.hasNextPage)}</p>
      {merchants.length > 0 && <MerchantTable merchants={merchants} label={t.title} />}
      {found.hasNextPage && (
        <button type="button" className="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t.more}
        </button>
      )}
      {merchants.length > 0 && <ExportLinks path={`authorities/${authorityId}/merchants?name=${encodeURIComponent(name)}`} />}
    </>
  );
}

type Listed = {
  id: string;
  streetId: string;
  wardId: string;
  name: string;
  owner?: string | undefined;
  place: string;
  methods: readonly { method: keyof (typeof methodNames)['vi'] }[];
};

/** Merchants of several streets in one list. */
export function MerchantTable({ merchants, label }: { merchants: readonly Listed[]; label: string }): ReactNode {
  const t = useT(registryTexts);
  const { language } = useLanguage();
  const { authorityId } = useWorking();
  const units = useUnits(authorityId);
  const wardName = (id: string) => units.data?.find((unit) => unit.id === id)?.name ?? id;
  return (
    <Scroll label={label}>
      <table className="list">
        <thead>
          <tr>
            <th>{t.name}</th>
            <th>{t.owner}</th>
            <th>{t.place}</th>
            <th>{t.street}</th>
            <th>{t.ward}</th>
            <th>{t.methods}</th>
          </tr>
        </thead>
        <tbody>
          {merchants.map((each) => (
            <tr key={each.id}>
              <td>
                <Link href={`/tra-cuu/${each.streetId}/${each.id}`}>{each.name}</Link>
              </td>
              <td>{each.owner ?? '–'}</td>
              <td>{each.place}</td>
              <td>
                <StreetName id={each.streetId} />
              </td>
              <td>{wardName(each.wardId)}</td>
              <td>{[...new Set(each.methods.map(({ method }) => methodNames[language][method]))].join(', ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const StreetName = ({ id }: { id: string }): ReactNode => useStreet(id).data?.name ?? '…';
