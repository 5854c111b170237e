import type { CertificateFacts, CertificateLines } from '../../../shared/certificates/certificate-text.ts';
import { type About, information, metadata } from '../../pdf/information.ts';
import { packed } from '../../pdf/packed.ts';
import { type StructureTree, structureTree } from '../../pdf/structure.ts';
import { type PdfWriter, pdfWriter, type Written } from '../../pdf/writer.ts';
import type { SignatureField } from './signature-field.ts';
import { template } from './template.ts';
import { writePage } from './write-page.ts';

/** A file of certificates that is being written, page by page. */
export type Document = {
  addPage(facts: CertificateFacts, words: CertificateLines): void;
  finish(about: About): Written & { field?: SignatureField };
};

/** Begins a file behind the template. One that will be signed has one sheet. */
export function newDocument({ signed }: { signed: boolean }): Document {
  const { objects, ...original } = template();
  const file: PdfWriter = pdfWriter(original, packed);
  const structure: StructureTree = structureTree(file);
  const sheets: number[] = [];
  const field: SignatureField | undefined = signed ? { field: file.next(), value: file.next() } : undefined;
  return {
    addPage(facts, words) {
      const number = sheets.length === 0 ? objects.page : file.next();
      sheets.push(number);
      writePage(file, structure, { number, facts, words, ...(field && { field }) });
    },
    finish(about) {
      const [info, xmp, root] = [file.next(), file.next(), structure.finish()];
      file.stream(xmp, '/Type /Metadata /Subtype /XML', Buffer.from(metadata(about)));
      file.object(info, information(about));
      file.object(objects.pages, `<< /Type /Pages /Kids [${sheets.map((sheet) => `${sheet} 0 R`).join(' ')}] /Count ${sheets.length} >>`);
      const form = field ? ` /AcroForm << /Fields [${field.field} 0 R] /SigFlags 3 >>` : '';
      file.object(
        objects.catalog,
        `<< /Type /Catalog /Pages ${objects.pages} 0 R /Metadata ${xmp} 0 R /OutputIntents [${objects.intent} 0 R] /MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R /Lang (vi-VN) /ViewerPreferences << /DisplayDocTitle true >>${form} >>`,
      );
      return { ...file.finish(`/Root ${objects.catalog} 0 R /Info ${info} 0 R`), ...(field && { field }) };
    },
  };
}
