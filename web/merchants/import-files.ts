import { fieldNames } from '../../shared/merchants/list-names.ts';
import { escapeFormula } from '../../shared/spreadsheet/escape-formula.ts';
import { issueTexts } from '../../shared/spreadsheet/issue-texts.ts';
import { isRefused } from '../../shared/spreadsheet/reading.ts';
import type { Language } from '../../shared/texts/words.ts';
import { columnName, type List } from './import-state.ts';
import { importTexts } from './import-texts.ts';

export type TextRow = (string | number)[];

// Headings in Vietnamese in both languages: wards send these lists on.
const blankFields = [
  'stt',
  'name',
  'owner',
  'type',
  'place',
  'street',
  'residentialGroup',
  'category',
  'taxId',
  'phone',
  'qr',
  'bank',
  'account',
  'card',
  'wallet',
  'mobileMoney',
  'eInvoice',
  'commitment',
  'outreach',
  'listed',
  'note',
] as const;

/** The blank list that a ward fills in: the heads, and a sample row that our own import reads without complaint. */
export const blankList = (street: { name: string; kind: 'street' | 'market' }): TextRow[] => [
  blankFields.map((field) => (field === 'place' && street.kind === 'market' ? 'Số quầy' : fieldNames.vi[field])),
  [
    1,
    'Phở Hương (dòng mẫu)',
    'Nguyễn Thị Hương',
    'Hộ kinh doanh',
    street.kind === 'market' ? 'Quầy 12' : '12A',
    street.name,
    'Tổ 5',
    'Ăn uống',
    '0283288516',
    '0912345678',
    'x',
    'Vietcombank',
    '0031000123456',
    'x',
    'MoMo',
    '',
    'x',
    'x',
    'Đã vận động',
    'Có',
    '',
  ],
];

/** Every finding of a list: row, cell and sentence, so that the list can be mended in the spreadsheet it came from. */
export function findingsOf(list: List, language: Language): TextRow[] {
  const t = importTexts[language];
  const heads = t.errorHeads;
  const found = list.rows.flatMap((row) =>
    row.issues.map(
      (issue): TextRow => [
        issue.row,
        issue.column === undefined ? '' : columnName(issue.column),
        issue.field ? fieldNames[language][issue.field] : '',
        isRefused(row) ? '' : escapeFormula(row.details.name),
        escapeFormula(issue.value ?? ''),
        t.severity[issue.severity],
        issueTexts[issue.code][language],
      ],
    ),
  );
  return [[heads.row, heads.column, heads.field, heads.name, heads.text, heads.severity, heads.sentence], ...found];
}

/** A workbook of one sheet; texts are texts, whatever they begin with. The writer comes when it is needed. */
export async function workbook(rows: readonly TextRow[], widths: readonly number[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const cells = rows.map((row, at) =>
    row.map((value) => ({
      value,
      type: typeof value === 'number' ? Number : String,
      ...(at === 0 && { fontWeight: 'bold' as const }),
      ...(typeof value === 'string' && { format: '@' }),
    })),
  );
  return write(cells, { columns: widths.map((width) => ({ width })), stickyRowsCount: 1 }).toBlob();
}
