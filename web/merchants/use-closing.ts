import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId, StreetId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchant.ts';
import { useT } from '../language/language.tsx';
import { useTell } from '../pieces/tell.tsx';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { gridTexts } from './grid-texts.ts';
import { changedBy, merchantsKey, onStreet } from './street.ts';

export type Closing = { close: (merchant: Merchant, reason: string) => Promise<void>; reopen: (merchant: Merchant) => Promise<void> };

/** Marks a merchant as closed down, or opens it again; each says so and can be undone. */
export function useClosing(streetId: StreetId): Closing {
  const t = useT(gridTexts);
  const tell = useTell();
  const queries = useQueryClient();
  return useMemo(() => {
    const routes = api.streets[':streetId'].merchants[':merchantId'];
    const now = ({ id }: Merchant) => queries.getQueryData<Merchant[]>(merchantsKey(streetId))?.find((each) => each.id === id);
    const put = (saved: Merchant) => {
      queries.setQueryData<Merchant[]>(merchantsKey(streetId), (all) => all?.map((each) => (each.id === saved.id ? saved : each)));
      for (const queryKey of changedBy(streetId).slice(1)) void queries.invalidateQueries({ queryKey });
    };
    const act = async (done: () => Promise<unknown>) => {
      try {
        put((await done()) as Merchant);
        return true;
      } catch (error) {
        tell(refusalOf(error).detail);
        void queries.invalidateQueries({ queryKey: merchantsKey(streetId) });
        return false;
      }
    };
    const seen = (merchant: Merchant) => ({ actionId: uuidv7() as ActionId, version: (now(merchant) ?? merchant).version });
    const closing: Closing = {
      close: async (merchant, reason) => {
        const ok = await act(() => ask(routes.closing.$post({ ...onStreet(streetId, merchant.id), json: { ...seen(merchant), reason } })));
        if (ok) tell(t.closedNow(merchant.name), () => void closing.reopen(merchant));
      },
      reopen: async (merchant) => {
        const ok = await act(() => ask(routes.reopening.$post({ ...onStreet(streetId, merchant.id), json: seen(merchant) })));
        if (ok) tell(t.reopened(merchant.name), () => void closing.close(merchant, t.closeReason));
      },
    };
    return closing;
  }, [streetId, queries, tell, t]);
}
