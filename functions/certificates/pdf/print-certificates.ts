import { setImmediate } from 'node:timers/promises';
import { type CertificateFacts, certificateLines, count } from '../../../shared/certificates/certificate-text.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { firstUnprintable, type MissingGlyph } from '../../pdf/unprintable.ts';
import { newDocument } from './document.ts';

/**
 * Many certificates and drafts as the pages of one PDF, in the order given, unsigned, for the printing press: they share fonts and
 * ornament. Refuses the first that cannot be printed, with its index. Takes at least one.
 */
export async function printCertificates(facts: readonly CertificateFacts[]): Promise<Result<Uint8Array, MissingGlyph & { index: number }>> {
  const days = facts.map(({ issuedOn }) => issuedOn).sort();
  const [day, author] = [days.at(-1), [...new Set(facts.map(({ authorityName }) => authorityName))].join(', ')];
  if (day === undefined) throw new Error('A pack needs a certificate');
  const file = newDocument({ signed: false });
  for (const [index, each] of facts.entries()) {
    const unprintable = firstUnprintable(each);
    if (unprintable) return fail({ ...unprintable, index });
    file.addPage(each, certificateLines(each));
    // Others are served in between.
    if (index % 20 === 19) await setImmediate();
  }
  return ok(file.finish({ title: `Bản in ${count(facts.length)} giấy chứng nhận`, author, day }).bytes);
}
