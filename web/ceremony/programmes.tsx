import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useProgrammes } from '../programmes/queries.ts';
import { useWorking } from '../session/use-session.ts';
import { ceremonyTexts } from './ceremony-texts.ts';

/** The programmes whose ceremonies leadership prepares, the newest first. */
export default function CeremonyProgrammes(): ReactNode {
  const t = useT(ceremonyTexts);
  const { language } = useLanguage();
  const programmes = useProgrammes(useWorking().authorityId);
  return (
    <>
      <h1>{t.title}</h1>
      <Loaded query={programmes}>
        {(all) => {
          const begun = all.filter(({ state }) => state !== 'draft');
          if (begun.length === 0) return <p className="notice">{t.noProgrammes}</p>;
          return (
            <>
              <p>{t.choose}</p>
              {begun.map(({ id, name, ceremonyAt }) => (
                <section key={id} className="card">
                  <h2>{name}</h2>
                  <p className="quiet">{t.when(momentText(ceremonyAt, language))}</p>
                  <Link className="button" href={`/le-trao/${id}`}>
                    <Icon name="award" /> {t.prepare}
                    <span className="visually-hidden"> {name}</span>
                  </Link>
                </section>
              ))}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
