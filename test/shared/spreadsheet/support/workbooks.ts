import { strToU8, zipSync } from 'fflate';
import writeXlsx from 'write-excel-file/node';
import type { WorksheetCell } from '../../../../shared/spreadsheet/worksheet.ts';

/** A workbook as a spreadsheet program writes it. */
export async function aWorkbook(...sheets: { name: string; cells: readonly (readonly (WorksheetCell | Date)[])[] }[]): Promise<Buffer> {
  const file = writeXlsx(
    sheets.map(({ name, cells }) => ({
      sheet: name,
      data: cells.map((row) =>
        row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value === null ? null : { value })),
      ),
    })),
  );
  return file.toBuffer();
}

/** A workbook from the XML of its parts, for what no program writes. */
export const aHandMadeWorkbook = (
  sheet: string,
  parts: Record<string, string> = {},
  sheets = '<sheet name="DS" sheetId="1" r:id="rId1"/>',
): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(parts['[Content_Types].xml'] ?? '<Types/>'),
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  });

/** A worksheet with these rows of XML. */
export const worksheet = (rows: string, after = ''): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

export const textCell = (address: string, text: string): string => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
