import { parseArgs } from 'node:util';
import { backup, type Manifest, restore } from './backup.ts';

/**
 * `npm run backup -- --to <new folder>` copies the data folder, `npm run restore -- --from <folder>` puts a copy into an empty one; both
 * take the data folder from DATA_DIR (`.data`).
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' }, from: { type: 'string' } } });
const dataDir = process.env['DATA_DIR'] ?? '.data';
const [what] = positionals;

if (what === 'backup' && values.to) {
  const made = await backup(dataDir, values.to, new Date());
  end(made.ok ? `Đã sao lưu / Backed up: ${values.to}\n${counted(made.value)}` : made.failure.detail, made.ok);
} else if (what === 'restore' && values.from) {
  const put = await restore(values.from, dataDir);
  end(put.ok ? `Đã phục hồi / Restored: ${dataDir}\n${counted(put.value)}` : put.failure.detail, put.ok);
} else end('npm run backup -- --to <thư mục mới / new folder>\nnpm run restore -- --from <thư mục / folder>', false);

function counted({ records, files, unproven, unreadable = [] }: Manifest): string {
  const doubt = `CẢNH BÁO: ${unproven.length} mục không khớp nhật ký. / WARNING: ${unproven.length} items do not fit their audit entries: `;
  const strange = `CẢNH BÁO: phiên bản này không đọc được ${unreadable.length} bản ghi. / WARNING: this version does not read ${unreadable.length} records: `;
  return [
    `${records} bản ghi / records, ${files.length} tệp / files`,
    ...(unproven.length > 0 ? [`${doubt}${unproven.slice(0, 5).join(', ')}`] : []),
    ...(unreadable.length > 0 ? [`${strange}${unreadable.slice(0, 5).join(', ')}`] : []),
  ].join('\n');
}

function end(say: string, well: boolean): void {
  (well ? console.log : console.error)(say);
  process.exitCode = well ? 0 : 1;
}
