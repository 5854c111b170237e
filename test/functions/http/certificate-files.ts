import { findCertificate } from '../../../functions/certificates/store.ts';
import { change, save } from '../../../functions/data/save.ts';
import type { Certificate } from '../../../shared/certificates/certificate.ts';
import { must } from '../../support/instance.ts';
import { signedByToken, uploaded } from '../certificates/elsewhere.ts';
import type { Situations } from './situations.ts';

const issued = async (of: Situations): Promise<Certificate> => {
  const { certificateCode } = await of.certified();
  return (await findCertificate(of.town.deps.table, certificateCode)) as Certificate;
};

/** A certificate whose file could not be made, because the signing service was away. */
export async function notMade(of: Situations): Promise<Certificate> {
  const { deps, act } = of.town;
  const certificate = await issued(of);
  const file = { state: 'failed' as const, fault: 'signing' as const, detail: 'TimeoutError', since: deps.now().toISOString() };
  const next = { ...certificate, file };
  return must(await save(deps.table, change(deps.table, act(of.people.leader), 'certificate.render', 'certificate', certificate, next)));
}

/** A certificate, and the same file signed by a token on top, uploaded but not yet in its place. */
export async function signedAndUploaded(of: Situations) {
  const { code, version } = await issued(of);
  const sha256 = await uploaded(of.town.deps.blobs, await signedByToken(of.town.deps.blobs, code));
  return { code, version, sha256 };
}
