import { PDFDocument } from '@cantoo/pdf-lib';
import { catalogRules, fileRules, metadataRules } from './rules/file.ts';
import { fontRules, paintRules } from './rules/fonts.ts';
import { signatureRules } from './rules/signature.ts';
import { structureRules } from './rules/structure.ts';

/** The rules of PDF/A-2b and PDF/UA-1 for certificates that a file breaks, as sentences. */
export async function brokenRules(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true });
  return [
    ...fileRules(pdf),
    ...metadataRules(document),
    ...catalogRules(document),
    ...fontRules(document),
    ...paintRules(document),
    ...structureRules(document),
    ...signatureRules(pdf, document),
  ];
}
