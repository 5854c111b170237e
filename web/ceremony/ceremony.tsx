import { type ReactNode, useEffect } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { BlockedButton } from '../components/blocked-button.tsx';
import { ExportLinks } from '../components/export-links.tsx';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { ceremonyTexts } from './ceremony-texts.ts';
import { CeremonyFileRow } from './file-row.tsx';
import { OrderList } from './order-list.tsx';
import { type CeremonyShown, useCeremony } from './queries.ts';
import { fillScreen, loadSlideArt } from './slide-art.ts';
import { useOrder } from './use-order.ts';
import '../styles/ceremony.css';

/** One ceremony: its order, the slides for the hall, and every file that is made for it. */
export default function CeremonyPage(): ReactNode {
  const { id } = useParams<{ id: string }>();
  const ceremony = useCeremony(id);
  // What the slides need is fetched while there still is a network.
  useEffect(() => void loadSlideArt(), []);
  return <Loaded query={ceremony}>{(shown) => <Prepared ceremony={shown} />}</Loaded>;
}

function Prepared({ ceremony }: { ceremony: CeremonyShown }): ReactNode {
  const t = useT(ceremonyTexts);
  const { language } = useLanguage();
  const [, go] = useLocation();
  const ordering = useOrder(ceremony);
  const { programme, handovers, files } = ceremony;
  const finals = handovers.filter(({ state }) => state === 'final').length;
  return (
    <>
      <p>
        <Link href="/le-trao">
          <Icon name="back" /> {t.back}
        </Link>
      </p>
      <h1>{t.title}</h1>
      <p>
        <strong>{programme.name}</strong>
        <br />
        {t.when(momentText(programme.ceremonyAt, language))}
        {handovers.length > 0 && (
          <>
            <br />
            {t.counts(finals, handovers.length - finals)}
          </>
        )}
      </p>
      {handovers.length === 0 ? (
        <div className="card">
          <h2>{t.nothing}</h2>
          <p>{t.nothingText}</p>
          <Link className="button" href="/">
            {t.toQueue}
          </Link>
        </div>
      ) : (
        <>
          <div className="buttons">
            <BlockedButton
              tone="main"
              blocked={ordering.unsaved ? t.waitForOrder : undefined}
              press={() => go(`/le-trao/${programme.id}/trinh-chieu`, { state: fillScreen })}
            >
              <Icon name="screen" /> {t.present}
            </BlockedButton>
            <span className="quiet">{t.presentText}</span>
          </div>
          <section aria-labelledby="ceremony-files">
            <h2 id="ceremony-files">{t.files}</h2>
            <ul className="ceremony-files">
              {files.map((file) => (
                <CeremonyFileRow key={file.what} programmeId={programme.id} file={file} waiting={ordering.unsaved}>
                  {file.what === 'list' && <ExportLinks path={`programmes/${programme.id}/ceremony`} />}
                </CeremonyFileRow>
              ))}
            </ul>
          </section>
          <OrderList ceremony={ceremony} ordering={ordering} />
        </>
      )}
    </>
  );
}
