import { type ReactNode, useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { documentTexts } from '../documents/document-texts.ts';
import { useT } from '../language/language.tsx';
import { fetchFile } from '../server/fetch-file.ts';
import type { PaperLink, PaperName } from './papers.ts';

/** The papers that can be had here, as Word files; nothing while there are none. */
export function Documents({ papers }: { papers: readonly PaperLink[] }): ReactNode {
  const t = useT(documentTexts);
  const [busy, setBusy] = useState<PaperName>();
  const [refused, setRefused] = useState<Error>();
  if (papers.length === 0) return null;
  const bring = ({ name, path }: PaperLink) => {
    setBusy(name);
    setRefused(undefined);
    fetchFile(path)
      .catch((error: unknown) => setRefused(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(undefined));
  };
  return (
    <section className="card no-print">
      <h2>{t.documents}</h2>
      <p className="quiet">{t.about}</p>
      <div className="buttons">
        {papers.map((paper) => (
          <button key={paper.name} type="button" className="button" disabled={busy !== undefined} onClick={() => bring(paper)}>
            <Icon name="download" /> {t.names[paper.name]}
          </button>
        ))}
        <span role="status" className="quiet">
          {busy && t.writing}
        </span>
      </div>
      <Refused error={refused} />
    </section>
  );
}
