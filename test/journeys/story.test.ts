import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Entry } from '../../infra/local/story/play.ts';
import { codesIn, pictureOf, textOf } from '../certificates/pdf/reading.ts';

test('six lists of Hồng Bàng become four certified streets, a certified market and one declined street, each certificate verified', async () => {
  const out = mkdtempSync(join(tmpdir(), 'pho-so-story-'));
  execFileSync('node', ['scripts/build.mjs', 'infra/local/story.ts']);
  execFileSync('node', ['.build/story.mjs', '--out', out], { stdio: 'pipe' });
  const entries = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Entry[];
  const expected = JSON.parse(readFileSync('infra/local/demo-data/wards/expected.json', 'utf8')) as Record<
    string,
    Partial<Entry> & { exactDuplicates?: number; nearDuplicates?: number; market?: boolean }
  >;

  expect(entries.map((entry) => entry.file).sort()).toEqual(Object.keys(expected).sort());
  for (const entry of entries) {
    const { exactDuplicates, nearDuplicates, market, ...figures } = expected[entry.file] ?? {};
    expect(entry).toMatchObject(figures);
    expect(entry.duplicates).toBe((exactDuplicates ?? 0) + (nearDuplicates ?? 0));
    expect(entry.kind).toBe(market ? 'market' : 'street');
    const declined = entry.file.startsWith('trai-chuoi');
    expect(entry.outcome).toBe(declined ? 'declined' : 'certified');
    expect(entry.verified).toBe(!declined);
    if (declined) expect(entry.unmet).toEqual(expect.arrayContaining(['C01', 'C08']));
  }
  const pdfs = readdirSync(out).filter((name) => name.endsWith('.pdf'));
  expect(pdfs.sort()).toEqual(entries.flatMap((entry) => entry.certificateFile ?? []).sort());

  // What somebody sees who holds the paper: its text, and the code that leads to its own page.
  for (const { certificateFile, certificateNumber, street, ward } of entries) {
    if (!certificateFile) continue;
    const pdf = Uint8Array.from(readFileSync(join(out, certificateFile)));
    const text = (await textOf(pdf)).join('\n');
    expect(text).toBe(text.normalize('NFC'));
    for (const said of [street, `Phường ${ward}`, certificateNumber ?? '']) expect(text).toContain(said);
    const printedCode = /Mã: (\w{12})/.exec(text)?.[1];
    const [code] = await codesIn(await pictureOf(pdf, 3));
    expect(code?.text).toMatch(new RegExp(`/C/${printedCode}$`));
  }
});
