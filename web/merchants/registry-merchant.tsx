import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { StreetId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { merchantTypeNames, outreachNames } from '../../shared/merchants/merchant-names.ts';
import { Loaded } from '../components/loaded.tsx';
import { Refused } from '../components/refused.tsx';
import { Waiting } from '../components/waiting.tsx';
import { dayText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { Timeline } from '../nominations/timeline.tsx';
import { api, ask } from '../server/api.ts';
import { useAuthority } from '../server/authority.ts';
import { refusalOf } from '../server/problem.ts';
import { methodText } from './method-text.ts';
import { registryTexts } from './registry-texts.ts';
import { Reveal } from './reveal.tsx';
import { MerchantTable } from './search.tsx';
import { useStreet } from './street.ts';
import '../styles/nominations.css';
import '../styles/office.css';

type Address = { streetId: string; merchantId: string };
const personal = { keep: false };

/** One merchant of the registry: what is recorded, who else is paid into its account, and its history. */
export default function MerchantPage(): ReactNode {
  const t = useT(registryTexts);
  const { streetId = '', merchantId = '' } = useParams();
  const param = { streetId, merchantId };
  const key = ['merchant', streetId, merchantId];
  const queries = useQueryClient();
  const merchant = useQuery({
    queryKey: key,
    queryFn: () => ask(api.streets[':streetId'].merchants[':merchantId'].$get({ param })),
    meta: personal,
  });
  const street = useStreet(streetId as StreetId);
  return (
    <>
      <p>
        <Link href="/tra-cuu">{t.title}</Link>
      </p>
      <Loaded query={merchant}>
        {(of) => (
          <>
            <h1>{of.name}</h1>
            <Facts merchant={of as Merchant} streetName={street.data?.name} />
            {street.data && of.methods.some((each) => each.account) && (
              <Reveal street={street.data} merchant={of as Merchant} revealed={() => void queries.invalidateQueries({ queryKey: key })} />
            )}
            <Sharing {...param} />
            <History {...param} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Facts({ merchant, streetName }: { merchant: Merchant; streetName: string | undefined }): ReactNode {
  const t = useT(registryTexts);
  const { language } = useLanguage();
  const ward = useAuthority(merchant.wardId);
  const yesNo = (yes: boolean) => (yes ? t.yes : t.no);
  const rows: [string, ReactNode][] = [
    [t.state, merchant.state === 'active' ? t.active : t.closed(dayText(merchant.closedAt, language))],
    [t.owner, merchant.owner],
    [t.place, merchant.place],
    [t.street, streetName],
    [t.ward, ward.data?.name],
    [t.group, merchant.residentialGroup],
    [t.type, merchant.type && merchantTypeNames[language][merchant.type]],
    [t.category, merchant.category],
    [t.taxId, merchant.taxId],
    [t.phone, merchant.phone],
    [t.eInvoice, yesNo(merchant.eInvoice)],
    [t.commitment, yesNo(merchant.commitment)],
    [t.outreach, outreachNames[language][merchant.outreach]],
    [t.listed, yesNo(merchant.listed)],
    [t.note, merchant.note],
  ];
  return (
    <section className="card">
      <dl className="facts">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text ?? t.none}</dd>
          </div>
        ))}
        <div>
          <dt>{t.methods}</dt>
          <dd>
            <ul className="plain-list">
              {merchant.methods.map((method) => (
                <li key={methodText(method, language)}>{methodText(method, language)}</li>
              ))}
            </ul>
            {merchant.methods.length === 0 && t.none}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Sharing(param: Address): ReactNode {
  const t = useT(registryTexts);
  const users = useQuery({
    queryKey: ['account-users', param.streetId, param.merchantId],
    queryFn: () => ask(api.streets[':streetId'].merchants[':merchantId']['account-users'].$get({ param })),
    meta: personal,
  });
  const noAccount = users.error && refusalOf(users.error).code === 'no-account';
  return (
    <section className="card">
      <h2>{t.sharing}</h2>
      {noAccount ? <p>{t.noAccount}</p> : <Refused error={users.error} />}
      {users.isPending && <Waiting lines={2} />}
      {users.data &&
        (users.data.items.length === 0 ? <p>{t.sharingNone}</p> : <MerchantTable merchants={users.data.items} label={t.sharing} />)}
    </section>
  );
}

function History(param: Address): ReactNode {
  const t = useT(registryTexts);
  const history = useQuery({
    queryKey: ['merchant', param.streetId, param.merchantId, 'history'],
    queryFn: () =>
      ask(api.history.merchant[':id'].$get({ param: { id: param.merchantId }, query: { streetId: param.streetId, limit: '99' } })),
    meta: personal,
  });
  return (
    <section className="card">
      <h2>{t.history}</h2>
      <Loaded query={history}>{(of) => <Timeline history={of} />}</Loaded>
    </section>
  );
}
