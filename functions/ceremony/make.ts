import { createHash } from 'node:crypto';
import { CeremonyFile, type CeremonyFileFault } from '../../shared/ceremony/ceremony.ts';
import type { CertificateFacts } from '../../shared/certificates/certificate-text.ts';
import { Sha256 } from '../../shared/ids.ts';
import { fail as failure, ok, type Result } from '../../shared/result.ts';
import { printCertificates } from '../certificates/pdf/print-certificates.ts';
import { sha256 } from '../data/audit.ts';
import { type Blobs, blobKey } from '../data/blobs.ts';
import type { Deps } from '../deps.ts';
import { endingOf, typeOf } from './file.ts';
import { Plan } from './plan.ts';
import { type FileName, findFile, putFile } from './store.ts';
import { DamagedFile, zipOf } from './zip.ts';

/** How often a file that was broken off is begun again before somebody has to ask for it anew. */
const mostAttempts = 3;
/** How many steps of progress are written down on the way: enough to look at, few enough to cost nothing. */
const steps = 25;

type Stored = { sha256: Sha256; size: number };

/** A maker that has told nothing for so long is gone; in milliseconds. */
const silence = 120_000;

/**
 * Makes a file of a ceremony that was asked for, if it is not there yet, from its plan alone. Told twice or late, it does no harm: who is
 * still at it is left alone, and the first file stored under a content stays. A process that dies on the way is followed by another; after
 * three, the file has failed. `alone`: there is no other maker, so whatever is begun was broken off.
 */
export async function make(deps: Deps, { programmeId, fingerprint }: FileName, { alone = false } = {}): Promise<CeremonyFile | undefined> {
  const { table, now } = deps;
  const asked = await findFile(table, programmeId, fingerprint);
  if (!asked || asked.state === 'ready' || asked.state === 'failed') return asked;
  if (!alone && asked.state === 'making' && now().getTime() - Date.parse(asked.at) < silence) return asked;
  const common = { ...asked, attempts: asked.attempts + 1 };
  const end = async (file: CeremonyFile, from: readonly CeremonyFile['state'][]) =>
    (await putFile(table, CeremonyFile.parse(file), from)) ? file : findFile(table, programmeId, fingerprint);
  const fail = (reason: CeremonyFileFault) => end({ ...common, state: 'failed', reason }, ['asked', 'making']);
  if (asked.attempts >= mostAttempts) return fail({ code: 'broke-off' });

  const reportProgress = async (done: number) => {
    await putFile(table, CeremonyFile.parse({ ...common, state: 'making', done, at: now().toISOString() }), ['asked', 'making']);
  };
  await reportProgress(0);
  try {
    const stored = await storedFrom(deps, common, reportProgress);
    // What is stored is there, whatever somebody else has said of it meanwhile.
    return await (stored.ok ? end({ ...common, state: 'ready', ...stored.value }, ['asked', 'making', 'failed']) : fail(stored.failure));
  } catch (error) {
    if (error instanceof DamagedFile) return fail({ code: 'file-damaged', street: error.street });
    // Whoever waits learns that it did not work; the error is for those who look after the machine.
    await fail({ code: 'broke-off' });
    throw error;
  }
}

async function storedFrom(
  { blobs }: Deps,
  { what, of, fingerprint }: Pick<CeremonyFile, 'what' | 'of' | 'fingerprint'>,
  reportProgress: (done: number) => Promise<void>,
): Promise<Result<Stored, CeremonyFileFault>> {
  const key = blobKey.ceremony(fingerprint, endingOf(what));
  const before = await blobs.get(key);
  if (before) return ok(measured(before));
  const text = await blobs.get(blobKey.ceremony(fingerprint, 'json'));
  const plan = Plan.parse(JSON.parse(Buffer.from(text ?? []).toString()));
  if (plan.what === 'files') return ok(await storedZip(blobs, key, plan, of, reportProgress));

  const bytes = plan.what === 'list' ? ok(await listOf(plan)) : await certificatesPdfOf(plan.facts);
  if (!bytes.ok) return bytes;
  await blobs.putOnce(key, bytes.value, typeOf(what));
  return ok(measured(bytes.value));
}

async function listOf(plan: Extract<Plan, { what: 'list' }>): Promise<Uint8Array> {
  // With the PDF library, which takes longer to load than everything else: nobody else waits for it.
  const { drawList } = await import('./list/draw.ts');
  return drawList(plan);
}

async function certificatesPdfOf(facts: readonly CertificateFacts[]): Promise<Result<Uint8Array, CeremonyFileFault>> {
  const pack = await printCertificates(facts);
  if (pack.ok) return pack;
  const { index, characters, field } = pack.failure;
  return failure({ code: 'missing-glyph', street: facts[index]?.name ?? '', characters, field });
}

/** Stores the ZIP while it is made; what it measures is what was stored, unless another was there first. */
async function storedZip(
  blobs: Blobs,
  key: string,
  plan: Extract<Plan, { what: 'files' }>,
  of: number,
  reportProgress: (done: number) => Promise<void>,
): Promise<Stored> {
  const every = Math.max(1, Math.ceil(of / steps));
  const hash = createHash('sha256');
  let size = 0;
  async function* counted() {
    for await (const bytes of zipOf(plan, blobs, async (done) => (done % every === 0 ? reportProgress(done) : undefined))) {
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  }
  if ((await blobs.putOnceFrom(key, counted(), typeOf('files'))) === 'exists') return measured((await blobs.get(key)) ?? new Uint8Array());
  return { sha256: Sha256.parse(hash.digest('hex')), size };
}

const measured = (bytes: Uint8Array): Stored => ({ sha256: Sha256.parse(sha256(bytes)), size: bytes.length });
