import { filesOf } from '../../shared/certificates/certificate.ts';
import type { Sha256 } from '../../shared/ids.ts';
import { answerOfFile, answerOfRecord, type FileSeen, type Found } from '../../shared/verification/verification.ts';
import { type SignedPdf, verifySignedPdf } from '../certificates/signature/verify.ts';
import { findSigningKey } from '../certificates/signing-key-store.ts';
import { findCertificate, findCertificateOfFile } from '../certificates/store.ts';
import { sha256 } from '../data/audit.ts';
import type { Table } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { readPdf } from './read-pdf.ts';

/** The largest file in bytes: what a Lambda is handed at once, and fifty times what a certificate weighs. */
export const mostFileBytes = 4_000_000;

/** What is known of a file by its SHA-256 alone; `unknown` says nothing yet: the file itself may still be one of ours. */
export async function checkHash({ table }: Deps, hash: Sha256): Promise<Found> {
  const certificate = await findCertificateOfFile(table, hash);
  return certificate ? answerOfRecord(certificate) : { status: 'unknown', why: 'file' };
}

/** The answer about a file, from its bytes, its signature and the code it carries. Nothing of it is kept. */
export async function checkFile({ table }: Deps, bytes: Uint8Array): Promise<Found> {
  if (bytes.length === 0) return { status: 'unreadable', why: 'no-file' };
  if (bytes.length > mostFileBytes) return { status: 'unreadable', why: 'too-large' };
  const hash = sha256(bytes) as Sha256;
  const issuedAs = await findCertificateOfFile(table, hash);
  if (issuedAs) return answerOfRecord(issuedAs);
  const signed = verifySignedPdf(bytes);
  const { code, draft } = signed.outcome === 'not-a-pdf' ? { draft: false } : readPdf(bytes);
  const names = code === undefined ? undefined : await findCertificate(table, code);
  return answerOfFile({
    isPdf: signed.outcome !== 'not-a-pdf',
    issuedAs: names && filesOf(names).includes(hash) ? names : undefined,
    names,
    draft,
    signature: await signatureOf(table, signed),
  });
}

/** Whose signature it is: ours by the register of keys, whichever of them was in use. */
async function signatureOf(table: Table, signed: SignedPdf): Promise<FileSeen['signature']> {
  if (signed.outcome === 'valid') return (await findSigningKey(table, signed.by.fingerprint)) ? 'ours' : 'foreign';
  return signed.outcome === 'changed' ? 'changed' : 'none';
}
