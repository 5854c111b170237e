import { type ReactNode, useState } from 'react';
import { sizeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { fetchFile } from '../server/fetch-file.ts';
import { componentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import { Refused } from './refused.tsx';

const formats = ['xlsx', 'csv'] as const;

/**
 * A table as a file, in both formats. `path` is the address under /api/exports with its own query, for example
 * `streets/…/merchants`. The file carries the headings of the page's language; what has arrived is told while it comes.
 */
export function ExportLinks({ path }: { path: string }): ReactNode {
  const t = useT(componentTexts);
  const { language } = useLanguage();
  const [received, setReceived] = useState<number>();
  const [refused, setRefused] = useState<Error>();
  const bring = async (format: (typeof formats)[number]) => {
    setRefused(undefined);
    setReceived(0);
    try {
      await fetchFile(`exports/${path}${path.includes('?') ? '&' : '?'}format=${format}`, setReceived);
    } catch (error) {
      setRefused(error instanceof Error ? error : new Error(String(error)));
    }
    setReceived(undefined);
  };
  return (
    <div className="no-print">
      <div className="buttons">
        {formats.map((format) => (
          <button key={format} type="button" className="button" disabled={received !== undefined} onClick={() => void bring(format)}>
            <Icon name="download" /> {format === 'xlsx' ? t.exportXlsx : t.exportCsv}
          </button>
        ))}
        <span role="status" className="quiet">
          {received !== undefined && `${t.downloading} ${received > 0 ? sizeText(received, language) : ''}`}
        </span>
      </div>
      <Refused error={refused} />
    </div>
  );
}
