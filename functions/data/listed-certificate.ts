import { type Certificate, filesOf } from '../../shared/certificates/certificate.ts';
import type { CertificateCode } from '../../shared/ids.ts';
import type { ListEntry } from '../../shared/verification/certificate-list.ts';

/**
 * A certificate's line in the list of all of them, as the sort key of its index: whoever reads the index has the list, without reading one
 * record. First the code, so that the lines lie in its order; 128 bits of each file are enough to know it again.
 */
export function listedText(certificate: Certificate): string {
  const { code, state, count, facts } = certificate;
  const on = state === 'superseded' ? certificate.supersededOn : state === 'revoked' ? certificate.revokedOn : '';
  const by = state === 'superseded' ? certificate.supersededBy : '';
  return [code, state, count, facts.issuedOn, on, by, ...filesOf(certificate).map((hash) => hash.slice(0, 32))].join('#');
}

/** The entry out of such a line. */
export function listedOf(text: string): ListEntry {
  const [code = '', listedStatus = '', count = '', issuedOn = '', on = '', by = '', ...hashes] = text.split('#');
  return {
    code: code as CertificateCode,
    listedStatus: listedStatus as ListEntry['listedStatus'],
    count: Number(count),
    issuedOn,
    hashes,
    ...(on && { on }),
    ...(by && { supersededBy: by as CertificateCode }),
  };
}
