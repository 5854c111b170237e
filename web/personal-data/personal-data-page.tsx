import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { AuthorityId } from '../../shared/ids.ts';
import { banks } from '../../shared/vietqr/bank-table.ts';
import { bankLabel } from '../../shared/vietqr/banks.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { privacyTexts } from './personal-data-texts.ts';
import '../styles/admin.css';
import { UnitSelect } from '../authorities/unit-select.tsx';

type By = keyof (typeof privacyTexts)['vi']['bys'];
type Sought = { unit: string; by: By; value: string; bank: string };
const bys: readonly By[] = ['phone', 'taxId', 'account', 'name'];

const askFor = ({ unit, by, value, bank }: Sought) => {
  const sought = by === 'account' ? { by, value: value.replaceAll(/\s/g, ''), bankBin: bank } : { by, value: value.trim() };
  return ask(api['personal-data'].search.$post({ json: { authorityId: unit as AuthorityId, sought } }));
};
type Found = Awaited<ReturnType<typeof askFor>>['items'];

/** Finds the person whose data are to be exported or erased. What is typed stands in no address and on no device. */
export default function PersonalDataPage(): ReactNode {
  const t = useT(privacyTexts);
  const { authorityId: root } = useWorking();
  const [sought, setSought] = useState<Sought>({ unit: root, by: 'phone', value: '', bank: '970436' });
  const search = useMutation({ mutationFn: askFor });
  const refusal = search.error ? refusalOf(search.error) : undefined;
  const set = (next: Partial<Sought>) => setSought({ ...sought, ...next });
  return (
    <>
      <h1>{t.privacy}</h1>
      <p>{t.lead}</p>
      <section className="card">
        <h2>{t.owners}</h2>
        <p>{t.ownersText}</p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            search.mutate(sought);
          }}
        >
          <ErrorSummary error={search.error} labels={{ 'sought.value': t.value, 'sought.bankBin': t.bank }} />
          <Field label={t.unit} hint={t.unitHint}>
            {(given) => <UnitSelect root={root} value={sought.unit} choose={(unit) => set({ unit })} given={given} />}
          </Field>
          <div className="row">
            <Field label={t.by}>
              {(given) => (
                <select {...given} value={sought.by} onChange={({ target }) => set({ by: target.value as By })}>
                  {bys.map((by) => (
                    <option key={by} value={by}>
                      {t.bys[by]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {sought.by === 'account' && (
              <Field label={t.bank} name="sought.bankBin">
                {(given) => (
                  <select {...given} value={sought.bank} onChange={({ target }) => set({ bank: target.value })}>
                    {banks.map((bank) => (
                      <option key={bank.bin} value={bank.bin}>
                        {bankLabel(bank)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            )}
            <Field label={t.value} name="sought.value" wrong={wrongWith(refusal, 'sought.value')}>
              {(given) => (
                <input {...given} autoComplete="off" value={sought.value} onChange={({ target }) => set({ value: target.value })} />
              )}
            </Field>
          </div>
          <button type="submit" className="button main" disabled={search.isPending}>
            {t.search}
          </button>
        </form>
        <div role="status">{search.data && <Results found={search.data.items} />}</div>
      </section>
      <section className="card">
        <h2>{t.staff}</h2>
        <p>{t.staffText}</p>
        <Link className="button" href="/quan-tri/nguoi-dung">
          {t.staffOpen}
        </Link>
      </section>
    </>
  );
}

function Results({ found }: { found: Found }): ReactNode {
  const t = useT(privacyTexts);
  if (found.length === 0) return <p className="notice">{t.nothing}</p>;
  return (
    <>
      <h3>{t.found(found.length)}</h3>
      <Scroll label={t.found(found.length)}>
        <table className="roomy">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.place}</th>
              <th scope="col">{t.owner}</th>
              <th scope="col">{t.phone}</th>
              <th scope="col">{t.taxId}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((merchant) => (
              <tr key={merchant.id}>
                <th scope="row">
                  <Link href={`/quan-tri/du-lieu-ca-nhan/co-so/${merchant.streetId}/${merchant.id}`}>{merchant.name}</Link>
                </th>
                <td>{merchant.place}</td>
                <td>{merchant.owner ?? t.none}</td>
                <td>{merchant.phone ?? t.none}</td>
                <td>{merchant.taxId ?? t.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
