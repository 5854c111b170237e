import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import type { MerchantId, StreetId } from '../../shared/ids.ts';
import { methodNames } from '../../shared/merchants/merchant-names.ts';
import { Loaded } from '../components/loaded.tsx';
import { RecordHistory } from '../history/history.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { BackToSearch, ErasePart, ExportPart } from './personal-data-part.tsx';
import { privacyTexts } from './personal-data-texts.ts';

const askBoth = async (streetId: string, merchantId: string) => {
  const [street, merchant] = await Promise.all([
    ask(api.streets[':id'].$get({ param: { id: streetId } })),
    ask(api.streets[':streetId'].merchants[':merchantId'].$get({ param: { streetId, merchantId } })),
  ]);
  return { street, merchant };
};
type Both = Awaited<ReturnType<typeof askBoth>>;

/** What is stored about the owner of one shop: to look at, to hand out, to erase. */
export default function MerchantDataPage(): ReactNode {
  const { streetId = '', merchantId = '' } = useParams();
  const found = useQuery({
    queryKey: ['personal-data', streetId, merchantId],
    queryFn: () => askBoth(streetId, merchantId),
    meta: { keep: false },
  });
  return <Loaded query={found}>{(both) => <MerchantData {...both} />}</Loaded>;
}

function MerchantData({ street, merchant }: Both): ReactNode {
  const t = useT(privacyTexts);
  const { language } = useLanguage();
  const param = { streetId: merchant.streetId as StreetId, merchantId: merchant.id as MerchantId };
  const changes = [
    ['personal-data', merchant.streetId, merchant.id],
    ['history', 'merchant', merchant.id],
  ];
  const facts: [string, string | undefined][] = [
    [t.owner, merchant.owner],
    [t.phone, merchant.phone],
    [t.taxId, merchant.taxId],
    [
      t.methods,
      merchant.methods.map((each) => [methodNames[language][each.method], each.account ?? each.phone].filter(Boolean).join(' ')).join(', '),
    ],
    [t.note, merchant.note],
  ];
  return (
    <>
      <BackToSearch />
      <h1>{merchant.name}</h1>
      <p className="quiet">
        {merchant.place}, {street.name}
      </p>
      <section className="card">
        <h2>{t.stored}</h2>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value || t.none}</dd>
            </div>
          ))}
        </dl>
      </section>
      <ExportPart
        subject={merchant}
        perform={(json) => ask(api['personal-data'].merchants[':streetId'][':merchantId'].export.$post({ param, json }))}
        changes={changes}
      />
      <ErasePart
        subject={merchant}
        text={t.eraseText}
        blocked={street.lockedBy ? t.locked : undefined}
        perform={(json) => ask(api['personal-data'].merchants[':streetId'][':merchantId'].erasure.$post({ param, json }))}
        changes={changes}
        keptIn={({ kept }) => kept}
      />
      <RecordHistory of={{ kind: 'merchant', id: merchant.id, streetId: merchant.streetId }} />
    </>
  );
}
