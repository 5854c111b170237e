import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { lastMoment } from '../../shared/texts/words.ts';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { officeTexts } from '../office/office-texts.ts';
import { useWorking } from '../session/use-session.ts';
import { ProgrammeBadge } from './programme-words.tsx';
import { useProgrammes } from './queries.ts';
import '../styles/office.css';

/** All programmes that the person's authority advises, the newest first. */
export default function Programmes(): ReactNode {
  const t = useT(officeTexts);
  const { language } = useLanguage();
  const { authorityId, role } = useWorking();
  const programmes = useProgrammes(authorityId);
  return (
    <>
      <div className="title">
        <h1>{t.programmes}</h1>
        {role === 'officer' && (
          <Link className="button main" href="/dot/moi">
            <Icon name="plus" /> {t.newProgramme}
          </Link>
        )}
      </div>
      <Loaded query={programmes}>
        {(all) =>
          all.length === 0 ? (
            <p className="notice">{t.noProgrammes}</p>
          ) : (
            <Scroll label={t.programmes}>
              <table className="list">
                <thead>
                  <tr>
                    <th>{t.programme}</th>
                    <th>{t.year}</th>
                    <th>{t.state}</th>
                    <th>{t.registrationClosesAt}</th>
                    <th>{t.assessmentDueAt}</th>
                    <th>
                      <span className="visually-hidden">{t.board}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((each) => (
                    <tr key={each.id}>
                      <td>
                        <Link href={`/dot/${each.id}`}>{each.name}</Link>
                        <br />
                        <span className="quiet">{t.wardCount(each.wardIds.length)}</span>
                      </td>
                      <td>{each.year}</td>
                      <td>
                        <ProgrammeBadge state={each.state} />
                      </td>
                      <td>{lastMoment(each.registrationClosesAt, language)}</td>
                      <td>{lastMoment(each.assessmentDueAt, language)}</td>
                      <td>
                        <span className="links-row">
                          <Link href={`/dot/${each.id}/ho-so`}>{t.worklist}</Link>
                          {role === 'officer' && <Link href={`/dot/${each.id}/thiet-lap`}>{t.setUp}</Link>}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
      </Loaded>
    </>
  );
}
