import type { Certificate } from '../../shared/certificate.ts';
import type { CertificateCode, Instant, PersonId, Sha256 } from '../../shared/ids.ts';
import { type Act, sha256 } from '../data/audit.ts';
import { blobKey } from '../data/blobs.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { renderCertificate } from './pdf/render.ts';
import { findCertificate } from './store.ts';

/**
 * Makes the one file of a certificate, if it is not there yet. The first file stored is the file for ever: a second renderer finds it
 * and records what is stored. Told twice or late, it does no harm.
 */
export async function render({ table, blobs, now }: Deps, code: CertificateCode): Promise<Certificate | undefined> {
  const certificate = await findCertificate(table, code);
  if (!certificate || certificate.file.state === 'ready') return certificate;
  const drawn = await renderCertificate(certificate.facts);
  const act = renderingAct(certificate, now().toISOString());
  if (!drawn.ok) {
    const reason = `${drawn.failure.field}: ${drawn.failure.characters.join(' ')}`;
    // Tried again once a minute: the same failure is written down once.
    if (certificate.file.state === 'failed' && certificate.file.reason === reason) return certificate;
    const failed = await save(
      table,
      change(table, act, 'certificate.render', 'certificate', certificate, {
        ...certificate,
        file: { state: 'failed', reason },
      }),
    );
    return failed.ok ? failed.value : certificate;
  }
  await blobs.putOnce(blobKey.certificate(code), drawn.value, 'application/pdf');
  const stored = (await blobs.get(blobKey.certificate(code))) as Uint8Array;
  const saved = await save(
    table,
    change(table, act, 'certificate.render', 'certificate', certificate, {
      ...certificate,
      file: { state: 'ready', sha256: sha256(stored) as Sha256, size: stored.length },
    }),
  );
  return saved.ok ? saved.value : findCertificate(table, code);
}

/** The renderer acts for whoever issued: the same rendering of the same version is the same action. */
const renderingAct = (certificate: Certificate, at: Instant): Act => ({
  id: `render:${certificate.code}:${certificate.version}`,
  digest: certificate.trail.hash,
  by: { id: certificate.issuedBy as PersonId, name: '' },
  at,
  from: 'renderer',
});
