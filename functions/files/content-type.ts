import type { Failure } from '../../shared/failures/failure.ts';
import type { Sha256 } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Blobs, blobKey } from '../data/blobs.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** How a file of each accepted type begins (or what it is made of): what a browser declares is never believed. */
const looksLike = new Map<string, (bytes: Uint8Array) => boolean>(
  Object.entries({
    'application/pdf': (bytes) => begins(bytes, '%PDF-'),
    [document]: (bytes) => begins(bytes, 'PK\u0003\u0004') && holds(bytes, 'word/'),
    [spreadsheet]: (bytes) => begins(bytes, 'PK\u0003\u0004') && holds(bytes, 'xl/'),
    'text/csv': isText,
    'text/plain': isText,
    'image/jpeg': (bytes) => begins(bytes, '\u00ff\u00d8\u00ff'),
    'image/png': (bytes) => begins(bytes, '\u0089PNG\r\n\u001a\n'),
    'image/webp': (bytes) => begins(bytes, 'RIFF') && begins(bytes.subarray(8), 'WEBP'),
  }),
);

/** Content types that are accepted: dossiers, lists and photos. Nothing that a browser would run. */
export const acceptedTypes: readonly string[] = [...looksLike.keys()];

/** The largest file in bytes. */
export const mostBytes = 20_000_000;

/** What shows a finding on the street: photos and documents. Not plain text, which could be a page that a browser would run. */
const evidenceTypes: readonly string[] = acceptedTypes.filter((type) => !type.startsWith('text/'));

/**
 * Whether a file has arrived and is what it claims to be, by its content. Asked when a file is attached to a record, because the bytes go
 * from the browser to the store without passing here. `name` is only for the message.
 */
export const checkStored = (blobs: Blobs, sha256: Sha256, contentType: string, name: string): Promise<Result<true, Failure>> =>
  check(blobs, sha256, [contentType], { name, allowed: acceptedTypes });

/** Whether a piece of evidence has arrived and is a photo or a document, by its content; nothing is claimed about it. */
export const checkEvidence = (blobs: Blobs, sha256: Sha256, name: string): Promise<Result<true, Failure>> =>
  check(blobs, sha256, evidenceTypes, { name, allowed: evidenceTypes });

async function check(
  blobs: Blobs,
  sha256: Sha256,
  types: readonly string[],
  { name, allowed }: { name: string; allowed: readonly string[] },
): Promise<Result<true, Failure>> {
  const bytes = await blobs.get(blobKey.upload(sha256));
  if (!bytes) return fail({ code: 'file-missing', sha256 });
  const fits = types.some((type) => looksLike.get(type)?.(bytes));
  return fits ? ok(true) : fail({ code: 'file-type', name, allowed: [...allowed] });
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const begins = (bytes: Uint8Array, start: string): boolean => latin1(bytes.subarray(0, start.length)) === start;
const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text);

/** Text holds no NUL bytes, unless it says by its first two bytes that it is UTF-16 (as spreadsheets save "Unicode text"). */
function isText(bytes: Uint8Array): boolean {
  return begins(bytes, '\u00ff\u00fe') || begins(bytes, '\u00fe\u00ff') || !bytes.includes(0);
}
