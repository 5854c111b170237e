import { Document, Header, type ISectionOptions, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { OfficeDocument } from '../office-document.ts';
import { blocks } from './blocks.ts';
import { clean } from './clean.ts';
import { annexTitle, letterhead, signature, title } from './frame.ts';
import { style, styles, twips } from './styles.ts';

/** The paper as an editable Word file (ECMA-376): the same paper, the same bytes. */
export async function docx(paper: OfficeDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { appendices } = paper;
  const document = new Document({
    compatibility: { version: 15 },
    styles,
    sections: [
      section([
        letterhead(paper.letterhead),
        ...title(paper),
        ...blocks(paper.body, true),
        signature(paper),
        ...(appendices.length > 0 ? [] : [end()]),
      ]),
      ...appendices.map((each, at) => section([...annexTitle(each, at, appendices.length), ...blocks(each.blocks)])),
    ],
  });
  return withoutClock(new Uint8Array(await Packer.toArrayBuffer(document)), coreProperties(paper));
}

/** What a file may not end without after a table; it takes no room. */
const end = () => new Paragraph({ style: style.rule });

/** A4 with the margins of annex I, part I; pages are counted from 1 in the paper and in each appendix, the first without its number. */
const section = (children: ISectionOptions['children']): ISectionOptions => ({
  properties: {
    titlePage: true,
    page: {
      size: { width: 11_906, height: 16_838 },
      margin: { top: twips(20), bottom: twips(20), left: twips(30), right: twips(20), header: twips(10), footer: twips(10) },
      pageNumbers: { start: 1 },
    },
  },
  headers: {
    // None for the first page: it stays empty.
    default: new Header({ children: [new Paragraph({ style: style.page, children: [new TextRun({ children: [PageNumber.CURRENT] })] })] }),
  },
  children,
});

/** Title, issuer and dates of the file. The library would write the clock of the machine. */
function coreProperties({ title: { type, about }, author, at }: OfficeDocument): string {
  const text = (of: string) => clean(of).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const when = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${new Date(at).toISOString().slice(0, 19)}Z</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${text(`${type}: ${about}`)}</dc:title><dc:creator>${text(author)}</dc:creator><dc:language>vi-VN</dc:language>`,
    `<cp:lastModifiedBy>${text(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${when('created')}${when('modified')}`,
    '</cp:coreProperties>',
  ].join('');
}

/** The parts in one order with one date: 1 January 1980, where the dates of a ZIP begin. */
function withoutClock(file: Uint8Array, core: string): Uint8Array<ArrayBuffer> {
  const made = unzipSync(file);
  // The library ends a section with a paragraph of full height, which a full page would push onto an empty one.
  const document = strFromU8(made['word/document.xml'] ?? new Uint8Array()).replaceAll(
    '<w:p><w:pPr><w:sectPr>',
    `<w:p><w:pPr><w:pStyle w:val="${style.rule}"/><w:sectPr>`,
  );
  const parts = { ...made, 'word/document.xml': strToU8(document), 'docProps/core.xml': strToU8(core) };
  // The list of types comes first: so readers recognise the file.
  const names = Object.keys(parts).sort((a, b) => Number(b === types) - Number(a === types) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name as keyof typeof parts]])), {
    mtime: new Date(1980, 0, 1),
    level: 6,
  });
}

const types = '[Content_Types].xml';
