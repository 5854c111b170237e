import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Street } from '../../shared/streets/street.ts';
import { api, ask } from '../server/api.ts';
import { type Sign, signsOf } from './sign.ts';
import { merchantsKey, onStreet } from './street.ts';

/**
 * Makes the signs of merchants. A sign shows a whole account, so each merchant's accounts are asked for with the audited reveal, one by
 * one, and stand in this page's memory only. What was made before an interruption is not asked for again.
 */
export function useSigns(street: Street) {
  const queries = useQueryClient();
  const made = useRef(new Map<string, Sign[]>());
  const [done, setDone] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [signs, setSigns] = useState<Sign[]>();

  const make = useCallback(
    async (merchants: readonly Merchant[], reason: string) => {
      setBusy(true);
      setError(undefined);
      try {
        for (const [at, merchant] of merchants.entries()) {
          setDone(at);
          if (made.current.has(merchant.id)) continue;
          const { version, methods } = await ask(
            api.streets[':streetId'].merchants[':merchantId']['account-reveal'].$post({
              ...onStreet(street.id, merchant.id),
              json: { actionId: uuidv7() as ActionId, version: merchant.version, reason },
            }),
          );
          made.current.set(merchant.id, signsOf(merchant, methods, 'Hai Phong'));
          queries.setQueryData<Merchant[]>(merchantsKey(street.id), (all) =>
            all?.map((each) => (each.id === merchant.id ? { ...each, version } : each)),
          );
        }
        setSigns(merchants.flatMap(({ id }) => made.current.get(id) ?? []));
      } catch (thrown) {
        setError(thrown as Error);
        void queries.invalidateQueries({ queryKey: merchantsKey(street.id) });
      } finally {
        setBusy(false);
      }
    },
    [street.id, queries],
  );
  const forget = useCallback(() => {
    made.current.clear();
    setSigns(undefined);
  }, []);
  return { make, forget, signs, done, busy, error };
}
