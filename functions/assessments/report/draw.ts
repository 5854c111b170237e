import { PDFDocument } from '@cantoo/pdf-lib';
import type { Blobs } from '../../data/blobs.ts';
import { pdfPaper } from '../../pdf/pdf-paper.ts';
import { typesOf } from '../../pdf/pdf-type.ts';
import { evidenceOf, photoPages, signatures } from './annex.ts';
import { body } from './body.ts';
import { heading } from './heading.ts';
import { embedded } from './photos.ts';
import { finishedAt, type ReportFacts } from './report-facts.ts';
import { withoutAccounts } from './wording.ts';

/** The assessment report (biên bản thẩm định) as a PDF in the layout of Decree 30/2020/NĐ-CP: the same facts, the same bytes. */
export async function drawReport(facts: ReportFacts, blobs: Blobs): Promise<Uint8Array> {
  const clean = withoutAccounts(facts.visits, facts.sample?.merchants ?? []);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const written = pdfPaper(pdf, await typesOf(pdf));
  heading(written, facts);
  body(written, facts, clean);
  signatures(written, facts);
  photoPages(written, await embedded(pdf, blobs, evidenceOf(facts, clean)));

  pdf.setTitle(`Biên bản thẩm định – ${facts.street.name}`, { showInWindowTitleBar: true });
  pdf.setAuthor(facts.programme.certificate.authorityName);
  pdf.setCreator('Phố Số');
  pdf.setLanguage('vi');
  // The clock of the machine would make every file another.
  pdf.setCreationDate(new Date(finishedAt(facts)));
  pdf.setModificationDate(new Date(finishedAt(facts)));
  return pdf.save();
}
