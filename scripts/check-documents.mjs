// Checks the certificates of a played story with the tools that clerks' and citizens' readers are built on (poppler, qpdf).
// Usage: npm run check:documents, or node scripts/check-documents.mjs <folder with summary.json and certificates>
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'out';
const tools = { pdftotext: 'poppler-utils', pdffonts: 'poppler-utils', pdfsig: 'poppler-utils', qpdf: 'qpdf' };
const missing = Object.keys(tools).filter((tool) => !runs(tool));
const entries = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')).filter((entry) => entry.certificateFile);
const faults = [];
const check = (file, what, holds) => {
  if (!holds) faults.push(`${file}: ${what}`);
};

for (const { certificateFile, street, ward, certificateNumber } of entries) {
  const pdf = join(folder, certificateFile);
  if (!missing.includes('pdftotext')) {
    const text = run('pdftotext', ['-layout', pdf, '-']);
    check(certificateFile, 'its text is not NFC', text === text.normalize('NFC'));
    for (const output of [street, `Phường ${ward}`, certificateNumber])
      check(certificateFile, `does not say "${output}"`, text.includes(output));
  }
  if (!missing.includes('pdffonts')) {
    const fonts = run('pdffonts', [pdf]).trim().split('\n').slice(2);
    check(certificateFile, 'has no fonts', fonts.length > 0);
    for (const font of fonts) check(certificateFile, `font not embedded: ${font}`, /\byes\s+(yes|no)\s+yes\b/.test(font));
  }
  if (!missing.includes('pdfsig') && readFileSync(pdf, 'latin1').includes('/ByteRange'))
    check(certificateFile, 'its signature is not valid', /Signature is Valid/.test(run('pdfsig', ['-nocert', pdf])));
  if (!missing.includes('qpdf'))
    check(certificateFile, 'is not sound', /No syntax or stream encoding errors/.test(run('qpdf', ['--check', pdf])));
}

for (const fault of faults) console.error(fault);
for (const tool of missing) console.error(`NOT CHECKED: ${tool} is missing (Debian package ${tools[tool]})`);
console.log(`${entries.length} certificates checked, ${faults.length} faults, ${missing.length} tools missing`);
process.exit(faults.length > 0 || missing.length > 0 || entries.length === 0 ? 1 : 0);

function runs(tool) {
  try {
    execFileSync(tool, [tool === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function run(tool, args) {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return `${error.stdout ?? ''}${error.stderr ?? ''}`;
  }
}
