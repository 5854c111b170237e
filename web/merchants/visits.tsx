import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId, StreetId } from '../../shared/ids.ts';
import { type Merchant, outreachStates } from '../../shared/merchants/merchant.ts';
import { outreachNames } from '../../shared/merchants/merchant-names.ts';
import type { Street } from '../../shared/streets/street.ts';
import { fold } from '../../shared/text/fold.ts';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { dayText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { queries } from '../server/queries.ts';
import { detailsOf } from './grid-columns.ts';
import { merchantTexts } from './merchant-texts.ts';
import { methodsText } from './method-text.ts';
import { merchantsKey, onStreet, useMerchants } from './street.ts';
import { StreetPage } from './street-page.tsx';
import { visitTexts } from './visit-texts.ts';

type Outreach = Merchant['outreach'];

/** The community digital team goes from door to door: how far each merchant is, and a list to print and take along. */
export default function VisitsPage(): ReactNode {
  return <StreetPage part="visits">{(street) => <Visits street={street} />}</StreetPage>;
}

function Visits({ street }: { street: Street }): ReactNode {
  const merchants = useMerchants(street.id);
  return <Loaded query={merchants}>{(all) => <List street={street} merchants={all.filter(({ state }) => state === 'active')} />}</Loaded>;
}

function List({ street, merchants }: { street: Street; merchants: Merchant[] }): ReactNode {
  const t = useT(visitTexts);
  const m = useT(merchantTexts);
  const { language } = useLanguage();
  const [state, setState] = useState<Outreach | ''>('');
  const [text, setText] = useState('');
  const wanted = fold(text);
  const shown = merchants.filter(
    ({ outreach, name, place, residentialGroup }) =>
      (state === '' || outreach === state) && fold(`${place} ${name} ${residentialGroup ?? ''}`).includes(wanted),
  );
  const done = merchants.filter(({ outreach }) => outreach !== 'to-visit').length;
  const change = useChange(street);
  const locked = street.lockedBy !== undefined;
  if (merchants.length === 0) return <p className="notice">{m.noMerchants}</p>;
  return (
    <>
      <div className="no-print">
        <ShareBar label={t.progress} part={done} of={merchants.length} />
        <search className="filters">
          <label className="inline">
            {t.search}
            <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
          </label>
          <label className="inline">
            {t.state}
            <select value={state} onChange={({ target }) => setState(target.value as Outreach | '')}>
              <option value="">{t.all}</option>
              {outreachStates.map((each) => (
                <option key={each} value={each}>
                  {outreachNames[language][each]} ({merchants.filter(({ outreach }) => outreach === each).length})
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="button" onClick={() => window.print()}>
            <Icon name="print" /> {t.print}
          </button>
          <span role="status" className="quiet">
            {t.shown(shown.length)}
          </span>
        </search>
        <Refused error={change.error} />
      </div>
      <p className="print-only">{t.printed(dayText(new Date(), language))}</p>
      <div className="scroll">
        <table className="visits">
          <thead>
            <tr>
              <th scope="col">{t.place}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.phone}</th>
              <th scope="col">{t.methods}</th>
              <th scope="col">{t.state}</th>
              <th scope="col" className="print-only">
                {t.remark}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((merchant) => (
              <tr key={merchant.id}>
                <td>
                  {merchant.place}
                  {merchant.residentialGroup && <span className="quiet"> {merchant.residentialGroup}</span>}
                </td>
                <th scope="row">
                  {merchant.name}
                  {merchant.owner && <span className="quiet owner"> {merchant.owner}</span>}
                </th>
                <td>{merchant.phone}</td>
                <td>{methodsText(merchant, language) || <span className="quiet">{m.none}</span>}</td>
                <td>
                  <select
                    className="no-print"
                    aria-label={`${t.state}: ${merchant.name}`}
                    value={merchant.outreach}
                    disabled={locked}
                    onChange={({ target }) => change.mutate({ merchant, to: target.value as Outreach })}
                  >
                    {outreachStates.map((each) => (
                      <option key={each} value={each}>
                        {outreachNames[language][each]}
                      </option>
                    ))}
                  </select>
                  <span className="print-only">{outreachNames[language][merchant.outreach]}</span>
                </td>
                <td className="print-only remark" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className="quiet">{t.nobody}</p>}
    </>
  );
}

/** Changes the state at once on the screen and at the server, with a way back. */
function useChange(street: Street) {
  const t = useT(visitTexts);
  const { language } = useLanguage();
  const notify = useNotify();
  const key = merchantsKey(street.id);
  const put = (changed: Merchant) =>
    queries.setQueryData<Merchant[]>(key, (all) => all?.map((each) => (each.id === changed.id ? changed : each)));
  const change = useMutation({
    mutationFn: async ({ merchant, to }: { merchant: Merchant; to: Outreach }) => {
      const now = queries.getQueryData<Merchant[]>(key)?.find(({ id }) => id === merchant.id) ?? merchant;
      put({ ...now, outreach: to });
      return saveOutreach(street.id, now, to).catch((error: unknown) => {
        // Only the state of the visits is meant, whatever else somebody changed in the record meanwhile.
        const { code, params } = refusalOf(error);
        const current = params?.['current'] as Merchant | undefined;
        if (code !== 'changed-meanwhile' || !current) throw error;
        return saveOutreach(street.id, current, to);
      });
    },
    onSuccess: (saved, { merchant, to }) => {
      put(saved);
      void queries.invalidateQueries({ queryKey: ['street', street.id] });
      const before = merchant.outreach;
      if (before !== to)
        notify(t.changed(merchant.name, outreachNames[language][to]), () => change.mutate({ merchant: saved, to: before }));
    },
    onError: () => void queries.invalidateQueries({ queryKey: key }),
  });
  return change;
}

async function saveOutreach(streetId: StreetId, merchant: Merchant, to: Outreach): Promise<Merchant> {
  const { details } = detailsOf(merchant, { cells: { outreach: to } });
  const json = { actionId: uuidv7() as ActionId, version: merchant.version, details };
  return (await ask(api.streets[':streetId'].merchants[':merchantId'].$put({ ...onStreet(streetId, merchant.id), json }))) as Merchant;
}
