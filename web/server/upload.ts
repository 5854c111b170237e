import { v7 as uuidv7 } from 'uuid';
import type { ActionId, Sha256 } from '../../shared/ids.ts';
import { api, ask } from './api.ts';
import { Problem, type Refusal } from './problem.ts';

/** The SHA-256 of bytes, in hexadecimal: under it a file lies at the server. */
export async function sha256Of(bytes: ArrayBuffer): Promise<Sha256> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') as Sha256;
}

/** Sends a file to the place that the server names; sending the same one twice changes nothing. */
export async function uploadFile(file: File, contentType: string): Promise<{ sha256: Sha256; name: string; size: number }> {
  const bytes = await file.arrayBuffer();
  const sha256 = await sha256Of(bytes);
  const name = file.name.slice(-160);
  const address = await ask(
    api.files.$post({ json: { actionId: uuidv7() as ActionId, sha256, size: bytes.byteLength, name, contentType } }),
  );
  const stored = await fetch(address.url, { method: 'PUT', headers: address.headers, body: bytes });
  if (!stored.ok) throw new Problem({ ...((await stored.json()) as Refusal), status: stored.status });
  return { sha256, name, size: bytes.byteLength };
}
