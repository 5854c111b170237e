import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { AuthorityId } from '../../shared/ids.ts';
import { fold } from '../../shared/text/fold.ts';
import { ExportLinks } from '../components/export-links.tsx';
import { Field } from '../components/field.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Scroll } from '../components/scroll.tsx';
import { calendarDay } from '../language/format.ts';
import { useT } from '../language/language.tsx';
import { useAuthority } from '../server/authority.ts';
import { useWorking } from '../session/use-session.ts';
import { certificateTexts } from './certificate-texts.ts';
import { type CertificateShown, useCertificates, useIssuers } from './queries.ts';
import { CertificateState } from './state.tsx';
import '../styles/certificates.css';

const states = ['valid', 'superseded', 'revoked'] as const;

/** Certificates of an authority and year, by number; what is looked for stands in the address. */
export default function Certificates(): ReactNode {
  const t = useT(certificateTexts);
  const { authorityId: own, role } = useWorking();
  const issuers = useIssuers();
  const [query, setQuery] = useSearchParams();
  const thisYear = new Date().getFullYear();
  const year = Number(query.get('nam') ?? thisYear);
  const authority = query.get('co-quan') ?? issuers.data?.[0] ?? own;
  const [sought, state] = [query.get('tim') ?? '', query.get('trang-thai') ?? ''];
  const certificates = useCertificates(authority, year);
  const set = (name: string, value: string) =>
    setQuery(
      (was) => {
        const next = new URLSearchParams(was);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <h1>{t.title}</h1>
      {role === 'leader' && (
        <p>
          <Link href="/le-trao">{t.toCeremony}</Link>
        </p>
      )}
      <div className="row">
        <Field label={t.search}>
          {(given) => <input {...given} type="search" value={sought} onChange={({ target }) => set('tim', target.value)} />}
        </Field>
        <Field label={t.year}>
          {(given) => (
            <select {...given} value={year} onChange={({ target }) => set('nam', target.value)}>
              {yearsUntil(thisYear, year).map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.state}>
          {(given) => (
            <select {...given} value={state} onChange={({ target }) => set('trang-thai', target.value)}>
              <option value="">{t.all}</option>
              {states.map((each) => (
                <option key={each} value={each}>
                  {t.states[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {(issuers.data?.length ?? 0) > 1 && (
          <Field label={t.authority}>
            {(given) => (
              <select {...given} value={authority} onChange={({ target }) => set('co-quan', target.value)}>
                {issuers.data?.map((id) => (
                  <Issuer key={id} id={id} />
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <Loaded query={certificates}>
        {(all) => <Found all={all} year={year} sought={sought} state={state} exported={`authorityId=${authority}&year=${year}`} />}
      </Loaded>
    </>
  );
}

/** Years from 2023, when the first streets were certified, to this one; and whatever year the address asks for. */
const yearsUntil = (last: number, asked: number): number[] =>
  [...new Set([...Array.from({ length: last - 2022 }, (_, at) => last - at), asked])].sort((a, b) => b - a);

function Issuer({ id }: { id: AuthorityId }): ReactNode {
  const authority = useAuthority(id);
  return <option value={id}>{authority.data?.name ?? id}</option>;
}

type FoundProps = { all: readonly CertificateShown[]; year: number; sought: string; state: string; exported: string };

function Found({ all, year, sought, state, exported }: FoundProps): ReactNode {
  const t = useT(certificateTexts);
  if (all.length === 0)
    return (
      <div className="card">
        <h2>{t.none(year)}</h2>
        <p>{t.noneText}</p>
      </div>
    );
  const found = all.filter((each) => fits(each, sought, state));
  return (
    <>
      <p role="status">{t.shown(found.length, all.length)}</p>
      {found.length === 0 ? <p>{t.nothingFound}</p> : <Rows found={found} />}
      <ExportLinks path={`certificates?${exported}`} />
    </>
  );
}

const fits = ({ number, code, state, facts }: CertificateShown, sought: string, wanted: string): boolean =>
  (wanted === '' || state === wanted) &&
  fold(sought)
    .split(' ')
    .every((word) => fold(`${number} ${facts.name} ${facts.wardName} ${code}`).includes(word));

function Rows({ found }: { found: readonly CertificateShown[] }): ReactNode {
  const t = useT(certificateTexts);
  return (
    <Scroll label={t.title}>
      <table className="certificates">
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.street}</th>
            <th scope="col">{t.ward}</th>
            <th scope="col">{t.issuedOn}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.code}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ code, number, facts, state }) => (
            <tr key={code}>
              <th scope="row">
                <Link href={`/giay-chung-nhan/${code}`} aria-label={t.open(number)}>
                  {number}
                </Link>
              </th>
              <td>{facts.name}</td>
              <td>{facts.wardName}</td>
              <td>{calendarDay(facts.issuedOn)}</td>
              <td>
                <CertificateState state={state} />
              </td>
              <td>
                <code>{code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
