// Opens the papers of a played story, and papers of the strangest names, in LibreOffice: each must open without repair and print as a
// good office's paper does. Usage: npm run check:documents, or node scripts/check-docx.mjs <folder with .docx files> [more folders]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const tools = { soffice: 'libreoffice-writer', pdftotext: 'poppler-utils', pdffonts: 'poppler-utils', pdfinfo: 'poppler-utils' };
const missing = Object.keys(tools).filter((tool) => !runs(tool));
const folders = process.argv.slice(2);
const files = folders.flatMap((folder) => docxIn(folder).map((name) => join(folder, name)));
const faults = [];
const check = (file, what, holds) => {
  if (!holds) faults.push(`${file}: ${what}`);
};

if (missing.length === 0 && files.length > 0) {
  const out = mkdtempSync(join(tmpdir(), 'pho-so-docx-'));
  try {
    for (const [at, file] of files.entries()) inspect(file, printed(file, join(out, String(at))));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
for (const fault of faults) console.error(fault);
for (const tool of missing) console.error(`NOT CHECKED: ${tool} is missing (Debian package ${tools[tool]}, with fonts-liberation)`);
console.log(`${files.length} papers checked, ${faults.length} faults, ${missing.length} tools missing`);
process.exit(faults.length > 0 || missing.length > 0 || files.length === 0 ? 1 : 0);

/** What is printed must be what was written: every word in its order, in Times, on A4, numbered, the last page not empty. */
function inspect(file, pdf) {
  if (!pdf) return check(file, 'does not open', false);
  const written = wordsOf(file);
  const pages = run('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1);
  const text = folded(pages.join(' '));
  check(file, 'its text is not NFC', pages.join('') === pages.join('').normalize('NFC'));
  check(file, 'prints a box for a letter', !/[\ufffd□]/u.test(text));
  // Where lines break, cells of a row stand between the words: each word is looked for by itself.
  const lost = written.filter((word) => !text.includes(folded(word)));
  check(file, `does not print ${[...new Set(lost)].slice(0, 5).join(', ')}`, lost.length === 0);
  for (const output of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Nơi nhận:'])
    check(
      file,
      `does not say "${output}" in one line`,
      pages.some((page) => page.includes(output)),
    );
  check(file, 'ends with an empty page', (pages.at(-1) ?? '').trim() !== '');
  check(file, 'numbers its first page', !/^\s*1\s*$/m.test((pages[0] ?? '').split('\n').slice(0, 3).join('\n')));
  check(
    file,
    'does not number its second page',
    pages.length === 1 || pages.slice(1).some((page) => /^\s*\d+\s*$/m.test(page) || page.includes('Phụ lục')),
  );
  check(file, 'is not on A4', /Page size:\s+595[.\d]* x 84[12]/.test(run('pdfinfo', [pdf])));
  check(file, 'signs on a page without text', signedWithText(pages));
  const fonts = run('pdffonts', [pdf]).trim().split('\n').slice(2);
  check(file, 'has no fonts', fonts.length > 0);
  for (const font of fonts)
    check(
      file,
      `prints in another font or without it: ${font}`,
      /Liberation\s?Serif|TimesNewRoman|Tinos/.test(font) && /\byes\s+yes\s+yes\b/.test(font),
    );
}

/** The page with the signature has words of the paper above "Nơi nhận". */
function signedWithText(pages) {
  const page = pages.find((each) => each.includes('Nơi nhận:'));
  return page !== undefined && page.slice(0, page.indexOf('Nơi nhận:')).replace(/[\s\d]/g, '').length > 20;
}

/** Converts to PDF with a profile of its own, so that nothing of another run, or of the person, plays a part. */
function printed(file, out) {
  mkdirSync(out);
  const copy = join(out, 'paper.docx');
  writeFileSync(copy, readFileSync(file));
  run('soffice', [
    `-env:UserInstallation=file://${join(out, '..', 'profile')}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    out,
    copy,
  ]);
  return readdirSync(out).includes('paper.pdf') ? join(out, 'paper.pdf') : undefined;
}

/** The words of the body of a Word file; long ones are cut by the page, so only their beginning is asked for. */
function wordsOf(file) {
  const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml']);
  const names = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .flatMap(([, text]) => text.replace(/&(\w+);/g, (_, name) => names[name]).split(/[\s/-]+/u))
    .map((word) => word.slice(0, 4))
    .filter((word) => word !== '');
}

function folded(text) {
  return text.normalize('NFC').replace(/\s+/gu, ' ');
}

function docxIn(folder) {
  return readdirSync(folder).filter((name) => name.endsWith('.docx'));
}

function runs(tool) {
  try {
    execFileSync(tool, [tool === 'soffice' ? '--version' : '-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function run(tool, args) {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
  } catch (error) {
    return `${error.stdout ?? ''}${error.stderr ?? ''}`;
  }
}
