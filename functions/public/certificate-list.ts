import { writeList } from '../../shared/verification/certificate-list.ts';
import { everyCertificate } from '../certificates/list-store.ts';
import { sha256 } from '../data/audit.ts';
import type { Deps } from '../deps.ts';

const anHour = 3_600_000;

/**
 * The list of every certificate with its standing, and its tag: equal lists have equal tags, whoever made them. It is dated with the hour
 * before it was read, so that it changes once an hour at most while nothing happens, and never claims to be newer than it is.
 */
export async function certificateList({ table, now }: Deps): Promise<{ bytes: Uint8Array<ArrayBuffer>; tag: string }> {
  const asOf = new Date(Math.floor(now().getTime() / anHour) * anHour).toISOString();
  const bytes = writeList({ asOf, entries: await everyCertificate(table) });
  return { bytes, tag: sha256(bytes).slice(0, 32) };
}

/** The list as it is sent and kept: the signature on a line of its own, then the bytes that it signs. */
export async function signedList({ listSigner }: Deps, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(Buffer.concat([Buffer.from(`${await listSigner.sign(bytes)}\n`), bytes]));
}
