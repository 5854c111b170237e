import { type ReactNode, useContext, useState } from 'react';
import { componentTexts } from '../components/component-texts.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { useNotify } from '../components/notify.tsx';
import { sizeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { refusalOf } from '../server/problem.ts';
import { dossierTexts } from './dossier-texts.ts';
import { askFile, type NominationShown, useFile } from './queries.ts';
import { RemarkList, RemarksContext } from './remarks.tsx';

/** What the ward attached, and the merchant list that was frozen when it handed in. */
export function Files({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  const { remarks, slot } = useContext(RemarksContext);
  const photos = nomination.files.filter((file) => file.contentType.startsWith('image/'));
  const others = nomination.files.filter((file) => !file.contentType.startsWith('image/'));
  return (
    <section className="card" id="remark-files">
      <div className="title">
        <h2>{t.files}</h2>
        {slot?.('files')}
      </div>
      {nomination.files.length === 0 && <p className="quiet">{t.noFiles}</p>}
      <ul className="plain-list">
        {others.map((file) => (
          <li key={file.sha256}>
            <FileLink nominationId={nomination.id} sha256={file.sha256} name={file.name} />{' '}
            <span className="quiet">
              {t.purposes[file.purpose]} · {sizeText(file.size, language)}
            </span>
          </li>
        ))}
        {'submission' in nomination && (
          <li>
            <FileLink nominationId={nomination.id} sha256={nomination.submission.snapshot} name={t.frozenList} />{' '}
            <code className="quiet fingerprint">{nomination.submission.snapshot}</code>
          </li>
        )}
      </ul>
      {photos.length > 0 && (
        <ul className="photos">
          {photos.map((file) => (
            <li key={file.sha256}>
              <Picture nominationId={nomination.id} sha256={file.sha256} name={file.name} />
            </li>
          ))}
        </ul>
      )}
      <RemarkList remarks={remarks.filter((each) => each.field === 'files')} />
    </section>
  );
}

/** A file of the dossier under its name; its address is asked for when it is wanted, because it is valid for some minutes only. */
export function FileLink({ nominationId, sha256, name }: { nominationId: string; sha256: string; name: string }): ReactNode {
  const t = useT(dossierTexts);
  const notify = useNotify();
  return (
    <button
      type="button"
      className="button plain"
      aria-label={t.download(name)}
      onClick={() =>
        void askFile(nominationId, sha256)
          .then((url) => location.assign(url))
          .catch((error: unknown) => notify(refusalOf(error).detail))
      }
    >
      <Icon name="download" /> {name}
    </button>
  );
}

/** A small picture that opens large; a file that is no picture offers itself as a download. */
export function Picture({ nominationId, sha256, name }: { nominationId: string; sha256: string; name: string }): ReactNode {
  const t = useT(dossierTexts);
  const common = useT(componentTexts);
  const file = useFile(nominationId, sha256);
  const [large, setLarge] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  if (unreadable || file.error) return <FileLink nominationId={nominationId} sha256={sha256} name={name} />;
  return (
    <>
      <button type="button" className="photo" onClick={() => setLarge(true)}>
        {file.data ? (
          <img src={file.data} alt={t.photoOf(name)} loading="lazy" onError={() => setUnreadable(true)} />
        ) : (
          <span className="skeleton" />
        )}
      </button>
      {large && (
        <Dialog title={name} close={() => setLarge(false)}>
          {file.data && <img className="large-photo" src={file.data} alt={t.photoOf(name)} />}
          <div className="buttons">
            <button type="button" className="button main" onClick={() => setLarge(false)}>
              {common.close}
            </button>
            <FileLink nominationId={nominationId} sha256={sha256} name={t.openFile} />
          </div>
        </Dialog>
      )}
    </>
  );
}

/** Evidence of one answer: pictures are fetched when somebody opens it. */
export function Evidence({ nominationId, evidence }: { nominationId: string; evidence: readonly string[] }): ReactNode {
  const t = useT(dossierTexts);
  const [open, setOpen] = useState(false);
  if (evidence.length === 0) return null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t.evidence} ({evidence.length})
      </summary>
      {open && (
        <ul className="photos">
          {evidence.map((sha256, at) => (
            <li key={sha256}>
              <Picture nominationId={nominationId} sha256={sha256} name={t.evidenceAt(at + 1)} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
