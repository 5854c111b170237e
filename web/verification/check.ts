import type { Instant, Sha256 } from '../../shared/ids.ts';
import { type ListEntry, listedCode, listedFile } from '../../shared/verification/certificate-list.ts';
import { codeIn } from '../../shared/verification/typed-code.ts';
import type { Answer } from '../../shared/verification/verification.ts';
import { storedList } from './list.ts';

/** Longer than this nobody waits at a wall: then the list on the device answers. */
const timeoutMs = 6000;
/** What was signed elsewhere may be large and is known by its hash; only less is sent. */
const [mostRead, mostSent] = [50_000_000, 4_000_000];

/** The answer to what was typed or scanned: the register's, or without a network the one of the list on this device. */
export async function checkCode(typed: string): Promise<Answer> {
  const code = codeIn(typed);
  if (!code) return { status: 'unreadable', why: 'code', code: typed.slice(0, 60) };
  return (await ask(code)) ?? offline((list) => listedCode(list, code), { why: 'not-in-list', code });
}

/** The answer to a file, the same way: by its bytes, and by itself where they are not known. */
export async function checkFile(file: File): Promise<Answer> {
  if (file.size > mostRead) return { status: 'unreadable', why: 'too-large' };
  const bytes = await file.arrayBuffer();
  const hash = await sha256(bytes);
  const known = await ask(`by-hash/${hash}`);
  if (known && known.status !== 'unknown') return known;
  if (known && file.size > mostSent) return { status: 'unreadable', why: 'too-large' };
  const sent = known && (await ask('file', { method: 'POST', body: bytes, headers: { 'content-type': 'application/pdf' } }));
  return sent ?? offline((list) => listedFile(list, hash), { why: 'file-not-in-list' });
}

/** What the server says; undefined when it says nothing of use, whatever the reason. */
async function ask(path: string, init: RequestInit = {}): Promise<Answer | undefined> {
  try {
    const answer = await fetch(`/api/public/certificates/${path}`, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    return answer.ok ? ((await answer.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}

type NotListed = { why: 'not-in-list' | 'file-not-in-list'; code?: string };

async function offline(
  find: (list: { asOf: Instant; entries: ListEntry[] }) => ListEntry | undefined,
  missing: NotListed,
): Promise<Answer> {
  const kept = await storedList();
  if (kept.state !== 'good') return { ...missing, status: 'cannot-check', why: whyNot[kept.state] };
  const { asOf } = kept.list;
  const entry = find(kept.list);
  if (!entry) return { ...missing, status: 'cannot-check', asOf };
  const { hashes: _, ...listed } = entry;
  return { status: 'listed', ...listed, asOf };
}

const whyNot = { none: 'no-list', refused: 'list-refused', 'key-unknown': 'key-unknown' } as const;

const sha256 = async (bytes: ArrayBuffer): Promise<Sha256> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('') as Sha256;
