import { strToU8, Zip, ZipDeflate } from 'fflate';
import { fold } from '../../shared/text/fold.ts';
import { sha256 } from '../data/audit.ts';
import type { Blobs } from '../data/blobs.ts';
import { csv } from '../exports/csv.ts';
import { type ExportColumn, exportTableOf } from '../exports/export-table.ts';
import type { Plan, Single } from './plan.ts';

type FilesPlan = Extract<Plan, { what: 'files' }>;
type Row = Single & { at: number; file: string };

/** A stored certificate that is not there, or not what was issued: it is never handed on. */
export class DamagedFile extends Error {
  readonly street: string;
  constructor(street: string) {
    super(`the stored certificate of ${street} is not what was issued`);
    this.street = street;
  }
}

/**
 * The single certificates as a ZIP, byte for byte as they were stored, with a list of what is inside: the same plan, the same bytes, one
 * file in memory at a time. What is not there yet is named in the lists and in a file of its own. `tell` hears how many are done.
 */
export async function* zipOf(plan: FilesPlan, blobs: Blobs, reportProgress: (done: number) => Promise<void>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const put = (name: string, bytes: Uint8Array) => {
    // Certificates are compressed inside: level 0 only copies, and every program reads it.
    const entry = new ZipDeflate(name, { level: 0 });
    entry.mtime = time;
    zip.add(entry);
    entry.push(bytes, true);
  };
  const rows = plan.singles.map((single, n): Row => ({ ...single, at: n + 1, file: fileName(single, n + 1) }));
  put('danh-muc.csv', await csvOf(rows));
  put('danh-muc.json', strToU8(jsonOf(plan.programme, rows)));
  const missing = rows.filter(({ stored }) => !stored);
  if (missing.length > 0) put('THIEU-TEP.txt', strToU8(missingText(missing)));
  for (const { at, name, stored, file } of rows) {
    if (stored) {
      const bytes = await blobs.get(stored.key);
      if (!bytes || sha256(bytes) !== stored.sha256) throw new DamagedFile(name);
      put(file, bytes);
    }
    yield* ready;
    ready = [];
    await reportProgress(at);
  }
  zip.end();
  yield* ready;
}

// ZIP knows times without a zone: these are the same fields on every machine.
const time = new Date(2023, 0, 1, 0, 0, 0);

/** `007_duong-dien-bien-phu_phuong-minh-khai_12-gcn-ubnd.pdf`: the place in the ceremony first, in ASCII for any printer's machine. */
export const fileName = ({ name, wardName, number }: Single, at: number): string =>
  `${[String(at).padStart(3, '0'), plain(name, 40), plain(wardName, 30), plain(number, 30)].filter(Boolean).join('_')}.pdf`;

const plain = (text: string, most: number): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '');

const columns: readonly ExportColumn<Row>[] = [
  { vi: 'Thứ tự', en: 'Order', of: ({ at }) => at },
  { vi: 'Số', en: 'Number', of: ({ number }) => number },
  { vi: 'Tuyến đường, chợ', en: 'Street or market', of: ({ name }) => name },
  { vi: 'Phường', en: 'Ward', of: ({ wardName }) => wardName },
  { vi: 'Mã', en: 'Code', of: ({ code }) => code },
  { vi: 'SHA-256', en: 'SHA-256', of: ({ stored }) => stored?.sha256 },
  { vi: 'Tệp', en: 'File', of: ({ stored, file }) => (stored ? file : undefined) },
  { vi: 'Tình trạng', en: 'State', of: ({ stored }) => (stored ? 'Có tệp' : 'Chưa có tệp: còn đang được tạo') },
];

async function csvOf(rows: readonly Row[]): Promise<Uint8Array> {
  async function* once() {
    yield rows;
  }
  const parts: Uint8Array[] = [];
  for await (const part of csv(exportTableOf('danh-muc', columns, 'vi', once()))) parts.push(part);
  return Buffer.concat(parts);
}

const jsonOf = (programme: string, rows: readonly Row[]): string =>
  `${JSON.stringify(
    {
      programme,
      certificates: rows.map(({ at, number, name, wardName, code, stored, file }) => ({
        order: at,
        number,
        street: name,
        ward: wardName,
        code,
        ...(stored ? { sha256: stored.sha256, file } : { missing: true }),
      })),
    },
    null,
    1,
  )}\n`;

const missingText = (missing: readonly Row[]): string =>
  [
    `Chưa có tệp của ${missing.length} giấy chứng nhận sau (đang được tạo khi tệp ZIP này được lập):`,
    ...missing.map(({ at, number, name, wardName }) => `${at}. ${number} – ${name}, ${wardName}`),
    'Hãy tạo lại tệp ZIP khi trang lễ trao báo đã có đủ tệp.',
    '',
  ].join('\r\n');
