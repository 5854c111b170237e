import { type CertificateFacts, certificateLines } from '../../../shared/certificates/certificate-text.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { firstUnprintable, type MissingGlyph } from '../../pdf/unprintable.ts';
import { newDocument } from './document.ts';
import { type Seal, sealed } from './signature-field.ts';

/**
 * The certificate as a PDF/A-2b and PDF/UA-1 of one A4 page: a pure function of the facts, the same bytes every time. Facts without a
 * number make a draft: with a watermark, without number and QR. Refuses a character that the fonts cannot show. With a seal the file is
 * signed (PAdES B-B) and dated with the day of issue; what the seal throws, this throws.
 */
export async function renderCertificate(facts: CertificateFacts, seal?: Seal): Promise<Result<Uint8Array, MissingGlyph>> {
  const unprintable = firstUnprintable(facts);
  if (unprintable) return fail(unprintable);
  const words = certificateLines(facts);
  const file = newDocument({ signed: seal !== undefined });
  file.addPage(facts, words);
  const title = ['Giấy chứng nhận', facts.number ?? '(bản thảo)', '–', words.name].join(' ');
  const written = file.finish({ title, author: facts.authorityName, day: facts.issuedOn });
  return ok(seal && written.field ? await sealed(written, written.field, seal) : written.bytes);
}
