import { download } from '../device/download.ts';
import { send } from './api.ts';
import { Problem, type Refusal } from './problem.ts';

/** Brings the file at an address of the API, telling how many bytes are here, and hands it to the person under the server's name for it. */
export async function fetchFile(path: string, report: (bytes: number) => void = () => {}): Promise<void> {
  const response = await send(`/api/${path}`);
  if (!response.ok || !response.body) throw new Problem({ ...((await response.json()) as Refusal), status: response.status });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.length;
    report(bytes);
  }
  const name = nameIn(response.headers.get('content-disposition') ?? '');
  download(new Blob(parts, { type: response.headers.get('content-type') ?? '' }), name);
}

/** As people write it (RFC 8187) where the server says so, or in plain letters. */
function nameIn(disposition: string): string {
  const written = /filename\*=UTF-8''(\S+)/.exec(disposition)?.[1];
  return written ? decodeURIComponent(written) : (/filename="?([^";]+)/.exec(disposition)?.[1] ?? 'pho-so');
}
