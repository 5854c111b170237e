import type { Certificate } from '../../shared/certificates/certificate.ts';
import type { CertificateCode, Instant, PersonId } from '../../shared/ids.ts';
import type { Unsaved } from '../../shared/record.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { RendererDeps } from '../deps.ts';
import { type Limits, makeFile } from './make-file.ts';
import { findCertificate } from './store.ts';

/**
 * Makes the one file of a certificate, if it is not there yet, and writes down what became of it. The first file stored is the file for
 * ever: a second renderer finds it and records what is stored. Told twice or late, it does no harm. What failed is tried again by being
 * told again (the listener does so once a minute), and the same failure is written down once.
 */
export async function render(deps: RendererDeps, code: CertificateCode, limits?: Limits): Promise<Certificate | undefined> {
  const { table, now } = deps;
  const certificate = await findCertificate(table, code);
  if (!certificate || certificate.file.state === 'ready') return certificate;
  const act = renderingAct(certificate, now().toISOString());
  const made = await makeFile(deps, certificate, act, limits);
  if (!made.ok && certificate.file.state === 'failed') {
    const { fault, detail } = certificate.file;
    if (fault === made.failure.fault && detail === made.failure.detail) return certificate;
  }
  const file: Certificate['file'] = made.ok ? { state: 'ready', ...made.value } : { state: 'failed', ...made.failure, since: act.at };
  const next: Unsaved<Certificate> = { ...certificate, file };
  const saved = await save(table, change(table, act, 'certificate.render', 'certificate', certificate, next));
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
