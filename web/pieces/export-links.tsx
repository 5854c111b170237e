import { type ReactNode, useState } from 'react';
import { download } from '../device/download.ts';
import { sizeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { send } from '../server/api.ts';
import { Problem, type Refusal } from '../server/problem.ts';
import { Icon } from './icon.tsx';
import { Refused } from './refused.tsx';
import { pieceTexts } from './texts.ts';

const formats = ['xlsx', 'csv'] as const;

/**
 * A table as a file, in both formats. `path` is the address under /api/exports with its own query, for example
 * `streets/…/merchants`. The file carries the headings of the page's language; what has arrived is told while it comes.
 */
export function ExportLinks({ path }: { path: string }): ReactNode {
  const t = useT(pieceTexts);
  const { language } = useLanguage();
  const [received, setReceived] = useState<number>();
  const [refused, setRefused] = useState<Error>();
  const fetchFile = async (format: (typeof formats)[number]) => {
    setRefused(undefined);
    setReceived(0);
    try {
      await fetched(`${path}${path.includes('?') ? '&' : '?'}format=${format}`, setReceived);
    } catch (error) {
      setRefused(error instanceof Error ? error : new Error(String(error)));
    }
    setReceived(undefined);
  };
  return (
    <div className="no-print">
      <div className="buttons">
        {formats.map((format) => (
          <button key={format} type="button" className="button" disabled={received !== undefined} onClick={() => void fetchFile(format)}>
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

/** Brings the file, telling how many bytes are here, and hands it to the person. */
async function fetched(path: string, tell: (bytes: number) => void): Promise<void> {
  const response = await send(`/api/exports/${path}`);
  if (!response.ok || !response.body) throw new Problem({ ...((await response.json()) as Refusal), status: response.status });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.length;
    tell(bytes);
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'pho-so';
  download(new Blob(parts, { type: response.headers.get('content-type') ?? '' }), name);
}
