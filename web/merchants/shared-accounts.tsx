import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { accountOwners } from '../../shared/merchants/account-owners.ts';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';
import { type AccountGroup, merged } from './merged-groups.ts';
import { bankText } from './method-text.ts';
import { registryTexts } from './registry-texts.ts';
import { MerchantTable } from './search.tsx';
import '../styles/office.css';

/** How many groups a person looks at before asking for more; pages of the index may hold none. */
const atOnce = 20;

/** Accounts that several merchants are paid into, those of several owners marked. */
export default function SharedAccounts(): ReactNode {
  const t = useT(registryTexts);
  const { authorityId } = useWorking();
  const [search, setSearch] = useSearchParams();
  const only = search.get('khac-chu') === '1';
  const pages = useInfiniteQuery({
    queryKey: ['shared-accounts', authorityId],
    queryFn: ({ pageParam }) =>
      ask(api.authorities[':id']['shared-accounts'].$get({ param: { id: authorityId }, query: pageParam ? { cursor: pageParam } : {} })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    meta: { keep: false },
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = pages;
  const groups = merged(data?.pages.map((page) => page.items) ?? []);
  const wanted = groups.length < atOnce;
  useEffect(() => {
    if (hasNextPage && !isFetching && wanted) void fetchNextPage();
  }, [hasNextPage, isFetching, wanted, fetchNextPage]);
  const shown = only ? groups.filter((group) => accountOwners(group.merchants) === 'several') : groups;
  return (
    <>
      <h1>{t.shared}</h1>
      <p>{t.sharedText}</p>
      <label className="choice">
        <input type="checkbox" checked={only} onChange={({ target }) => setSearch(target.checked ? { 'khac-chu': '1' } : {})} />
        {t.differentOnly}
      </label>
      <Refused error={pages.error} retry={() => void pages.refetch()} />
      {shown.map((group) => (
        <Group key={group.account} group={group} />
      ))}
      <p role="status">
        {isFetching ? t.reading : shown.length > 0 ? t.looked(groups.length) : groups.length > 0 ? t.differentNone : t.sharedNone}
      </p>
      {pages.isPending && !pages.error && <Waiting />}
      {hasNextPage && !isFetching && (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {t.more}
        </button>
      )}
    </>
  );
}

const looks = {
  several: ['danger', 'warning', 'different'],
  one: ['', 'check', 'sameOwner'],
  unknown: ['warning', 'warning', 'unknownOwner'],
} as const;

function Group({ group }: { group: AccountGroup }): ReactNode {
  const t = useT(registryTexts);
  const method = group.merchants[0]?.methods.find((each) => each.account && each.bankBin);
  const [tone, icon, word] = looks[accountOwners(group.merchants)];
  const title = t.account(method?.account ?? '', bankText(method?.bankBin));
  return (
    <section className="card">
      <div className="title">
        <h2>{title}</h2>
        <span className={`badge ${tone}`}>
          <Icon name={icon} /> {t[word]}
        </span>
        <span className="quiet">{t.users(group.merchants.length)}</span>
      </div>
      <MerchantTable merchants={group.merchants} label={title} />
    </section>
  );
}
