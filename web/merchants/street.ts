import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { MerchantId, StreetId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Street } from '../../shared/streets/street.ts';
import { api, ask } from '../server/api.ts';

/** The street in the address. */
export const useStreetId = (): StreetId => useParams<{ streetId: string }>()['streetId'] as StreetId;

export const useStreet = (streetId: StreetId): UseQueryResult<Street> =>
  useQuery({ queryKey: ['street', streetId], queryFn: () => ask(api.streets[':id'].$get({ param: { id: streetId } })) });

export const merchantsKey = (streetId: StreetId) => ['merchants', streetId] as const;

/** Every merchant of a street, closed ones too, accounts masked: a street is bounded. */
export const useMerchants = (streetId: StreetId): UseQueryResult<Merchant[]> =>
  useQuery({ queryKey: merchantsKey(streetId), queryFn: () => allMerchants(streetId) });

async function allMerchants(streetId: StreetId): Promise<Merchant[]> {
  const found: Merchant[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(
      api.streets[':streetId'].merchants.$get({ param: { streetId }, query: { limit: '200', ...(cursor && { cursor }) } }),
    );
    found.push(...(page.items as Merchant[]));
    cursor = page.next;
  } while (cursor);
  return found;
}

/** What a change of merchants makes stale. */
export const changedBy = (streetId: StreetId) =>
  [merchantsKey(streetId), ['duplicates', streetId], ['street', streetId], ['streets']] as const;

/** One merchant as a path. */
export const onStreet = (streetId: StreetId, merchantId: MerchantId) => ({ param: { streetId, merchantId } });
