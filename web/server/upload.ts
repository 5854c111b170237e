import { v7 as uuidv7 } from 'uuid';
import type { ActionId, Sha256 } from '../../shared/ids.ts';
import { api, ask, noConnection } from './api.ts';
import { Problem, type Refusal } from './problem.ts';

/** The SHA-256 of bytes, in hexadecimal: under it a file lies at the server. */
export async function sha256Of(bytes: ArrayBuffer): Promise<Sha256> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') as Sha256;
}

export type Uploaded = { sha256: Sha256; name: string; size: number };

/** Sends a file to the place that the server names; sending the same one twice changes nothing. `sent` hears the share that is there. */
export async function uploadFile(file: File, contentType: string, sent: (share: number) => void = () => {}): Promise<Uploaded> {
  const bytes = await file.arrayBuffer();
  const sha256 = await sha256Of(bytes);
  const name = file.name.slice(-160);
  const address = await ask(
    api.files.$post({ json: { actionId: uuidv7() as ActionId, sha256, size: bytes.byteLength, name, contentType } }),
  );
  await put(address, bytes, sent);
  return { sha256, name, size: bytes.byteLength };
}

// `fetch` does not tell how much of a body has gone out.
const put = (to: { url: string; headers: Record<string, string> }, bytes: ArrayBuffer, sent: (share: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', to.url);
    for (const [name, value] of Object.entries(to.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve() : reject(new Problem(refusalIn(request))));
    request.onerror = () => reject(new Problem(noConnection()));
    request.send(bytes);
  });

function refusalIn({ status, responseText }: XMLHttpRequest): Refusal {
  try {
    return { ...(JSON.parse(responseText) as Refusal), status };
  } catch {
    return { code: 'unexpected', status, detail: `HTTP ${status}` };
  }
}
