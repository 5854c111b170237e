import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ActionId, MerchantId } from '../../shared/ids.ts';
import { reasonNames } from '../../shared/merchants/list-names.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Street } from '../../shared/streets/street.ts';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { useDelayed } from './delayed.ts';
import { duplicateTexts } from './duplicate-texts.ts';
import { SideBySide } from './side-by-side.tsx';
import { changedBy } from './street.ts';
import { StreetPage } from './street-page.tsx';
import { useClosing } from './use-closing.ts';

/** Merchants that may be entered twice: a person says whether they are two, or closes one. */
export default function DuplicatesPage(): ReactNode {
  return <StreetPage part="duplicates">{(street) => <Pairs street={street} />}</StreetPage>;
}

type Pair = [MerchantId, MerchantId];
const keyOf = (pair: Pair): string => pair.join(' ');

function Pairs({ street }: { street: Street }): ReactNode {
  const t = useT(duplicateTexts);
  const { language } = useLanguage();
  const notify = useNotify();
  const closing = useClosing(street.id);
  const pairs = useQuery({
    queryKey: ['duplicates', street.id],
    queryFn: () => ask(api.streets[':streetId'].duplicates.$get({ param: { streetId: street.id } })),
  });
  const distinct = useAction({
    perform: (merchants: Pair, actionId: ActionId) =>
      ask(api.streets[':streetId'].duplicates.distinct.$post({ param: { streetId: street.id }, json: { actionId, merchants } })),
    changes: changedBy(street.id),
  });
  // The server remembers such a decision for good: it is sent when the ten seconds for taking it back are over.
  const delayed = useDelayed<Pair>((pair) => distinct.mutate(pair));
  const locked = street.lockedBy !== undefined;
  const apart = (a: Merchant, b: Merchant) => {
    const pair: Pair = [a.id, b.id];
    delayed.add(keyOf(pair), pair);
    notify(t.saidDistinct(a.name, b.name), () => delayed.takeBack(keyOf(pair)));
  };
  return (
    <Loaded query={pairs}>
      {(all) => {
        const open = (
          all as { a: Merchant; b: Merchant; strength: 'same' | 'maybe'; because: (keyof (typeof reasonNames)['vi'])[] }[]
        ).filter(({ a, b }) => !delayed.waits(keyOf([a.id, b.id])));
        return (
          <>
            <Refused error={distinct.error} />
            <p role="status">{open.length === 0 ? t.none : t.count(open.length)}</p>
            <ul className="pairs">
              {open.map(({ a, b, strength, because }) => (
                <li key={a.id + b.id} className="card">
                  <p>
                    <span className={`badge ${strength === 'same' ? 'danger' : 'warning'}`}>
                      <Icon name="warning" /> {t[strength]}
                    </span>{' '}
                    {because.map((reason) => reasonNames[language][reason]).join(', ')}
                  </p>
                  <SideBySide a={{ title: t.first, details: a }} b={{ title: t.second, details: b }} />
                  <div className="buttons">
                    <button type="button" className="button" disabled={locked} onClick={() => apart(a, b)}>
                      {t.distinct} <span className="visually-hidden">{a.name}</span>
                    </button>
                    {[a, b].map((each, at) => (
                      <button
                        key={each.id}
                        type="button"
                        className="button"
                        disabled={locked}
                        onClick={() => void closing.close(each, t.closedAsDuplicate)}
                      >
                        {at === 0 ? t.closeFirst : t.closeSecond} <span className="visually-hidden">{each.name}</span>
                      </button>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}
