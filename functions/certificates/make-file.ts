import type { Certificate, FileFault } from '../../shared/certificates/certificate.ts';
import type { Sha256 } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Act, sha256 } from '../data/audit.ts';
import { blobKey } from '../data/blobs.ts';
import { retryWhileBusy } from '../data/retry.ts';
import type { RendererDeps } from '../deps.ts';
import { renderCertificate } from './pdf/render.ts';
import { registerKey } from './register-key.ts';
import { detachedSignature } from './signature/cms.ts';
import { verifySignedPdf } from './signature/verify.ts';

/** How long the signing service may take for one signature, in milliseconds. */
export type Limits = { signingMs: number };

type Made = { sha256: Sha256; size: number; signedWith: Sha256 };
type NotMade = { fault: FileFault; detail: string };

/**
 * The stored file of a certificate: drawn, signed and stored, unless one is stored already (by another renderer, or by one that ended
 * before it wrote that down). What is stored is checked before anybody is told that it is there.
 */
export async function makeFile(
  deps: RendererDeps,
  certificate: Certificate,
  act: Act,
  limits: Limits = { signingMs: 5000 },
): Promise<Result<Made, NotMade>> {
  const at = blobKey.certificate(certificate.code);
  const found = await tried('storage', () => deps.blobs.get(at));
  if (!found.ok) return found;
  if (found.value) return checked(found.value);

  const drawn = await signed(deps, certificate, act, limits);
  if (!drawn.ok) return drawn;
  // What lies there lies there for ever: a key that its certificate does not name, say, must show before.
  const sound = checked(drawn.value, 'drawn');
  if (!sound.ok) return sound;
  const stored = await tried('storage', async () => {
    await deps.blobs.putOnce(at, drawn.value, 'application/pdf');
    return deps.blobs.get(at);
  });
  if (!stored.ok) return stored;
  return stored.value ? checked(stored.value) : fail({ fault: 'storage', detail: 'lost' });
}

/** The file of a certificate, drawn and signed with a key that is in the register. */
async function signed(
  { table, signer }: RendererDeps,
  { facts }: Certificate,
  act: Act,
  { signingMs }: Limits,
): Promise<Result<Uint8Array, NotMade>> {
  if (signer.chain.length === 0) return fail({ fault: 'signing', detail: 'no certificate names the key' });
  await registerKey(table, signer, act);
  let refused: NotMade | undefined;
  const seal = async (digest: Uint8Array): Promise<Uint8Array> => {
    const signature = await tried('signing', () => within(signingMs, detachedSignature(digest, signer)));
    if (signature.ok) return signature.value;
    refused = signature.failure;
    throw new Error('not signed');
  };
  try {
    const drawn = await renderCertificate(facts, seal);
    return drawn.ok ? drawn : fail({ fault: 'missing-glyph', detail: `${drawn.failure.field}: ${drawn.failure.characters.join(' ')}` });
  } catch (error) {
    return fail(refused ?? { fault: 'fault', detail: nameOf(error) });
  }
}

/** A file that is there counts only with a right signature over the whole of it. */
function checked(file: Uint8Array, where: 'drawn' | 'stored' = 'stored'): Result<Made, NotMade> {
  const signature = verifySignedPdf(file);
  return signature.outcome === 'valid'
    ? ok({ sha256: sha256(file) as Sha256, size: file.length, signedWith: signature.by.fingerprint })
    : fail({ fault: where === 'drawn' ? 'signing' : 'fault', detail: `${where}: ${signature.outcome}` });
}

/** Tries again what may pass by itself, a second at most; who was silent for too long is not asked again at once. */
async function tried<T>(fault: FileFault, job: () => Promise<T>): Promise<Result<T, NotMade>> {
  try {
    return ok(await retryWhileBusy(job, (error) => !(error instanceof Silent), 6));
  } catch (error) {
    return fail({ fault, detail: nameOf(error) });
  }
}

class Silent extends Error {
  override name = 'TimeoutError';
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silent(`no answer in ${ms} ms`)), ms);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}

/** What an administrator recognises the error by (ENOSPC, ThrottlingException): never its message, which may say more than people should read. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error && typeof error.code === 'string' ? error.code : error.name) : 'unknown';
