import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId, StreetId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { useNotify } from '../components/notify.tsx';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { gridTexts } from './grid-texts.ts';
import { changedBy, merchantsKey, onStreet } from './street.ts';

export type Closing = { close: (merchant: Merchant, reason: string) => Promise<void>; reopen: (merchant: Merchant) => Promise<void> };

/** Marks a merchant as closed down, or opens it again; each says so and can be undone. */
export function useClosing(streetId: StreetId): Closing {
  const t = useT(gridTexts);
  const notify = useNotify();
  const queries = useQueryClient();
  return useMemo(() => {
    const routes = api.streets[':streetId'].merchants[':merchantId'];
    const now = ({ id }: Merchant) => queries.getQueryData<Merchant[]>(merchantsKey(streetId))?.find((each) => each.id === id);
    const put = (saved: Merchant) => {
      queries.setQueryData<Merchant[]>(merchantsKey(streetId), (all) => all?.map((each) => (each.id === saved.id ? saved : each)));
      for (const queryKey of changedBy(streetId).slice(1)) void queries.invalidateQueries({ queryKey });
    };
    const act = async (done: () => Promise<unknown>): Promise<Merchant | undefined> => {
      try {
        const saved = (await done()) as Merchant;
        put(saved);
        return saved;
      } catch (error) {
        notify(refusalOf(error).detail);
        void queries.invalidateQueries({ queryKey: merchantsKey(streetId) });
        return undefined;
      }
    };
    // The list may know a later version than the page that asks, or not be loaded at all.
    const seen = (merchant: Merchant) => ({
      actionId: uuidv7() as ActionId,
      version: Math.max(now(merchant)?.version ?? 0, merchant.version),
    });
    const closing: Closing = {
      close: async (merchant, reason) => {
        const json = { ...seen(merchant), reason };
        const saved = await act(() => ask(routes.closing.$post({ ...onStreet(streetId, merchant.id), json })));
        if (saved) notify(t.closedNow(merchant.name), () => void closing.reopen(saved));
      },
      reopen: async (merchant) => {
        const json = seen(merchant);
        const saved = await act(() => ask(routes.reopening.$post({ ...onStreet(streetId, merchant.id), json })));
        if (saved) notify(t.reopened(merchant.name), () => void closing.close(saved, t.closeReason));
      },
    };
    return closing;
  }, [streetId, queries, notify, t]);
}
