import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderCertificate } from '../../../functions/certificates/pdf/render.ts';
import type { Seal } from '../../../functions/certificates/pdf/signature-field.ts';
import { type CertificateFacts, certificateLines } from '../../../shared/certificates/certificate-text.ts';
import { guillocheFaults, guillocheScale } from '../certificates/pdf/guilloche.ts';
import { codesIn, pictureOf } from '../certificates/pdf/reading.ts';
import { brokenRules } from '../certificates/pdf/rules.ts';
import { outputOf } from './tools.ts';

/** Prints and signs one certificate and looks at it as readers, printers and verifiers do; gives what is wrong with it. */
export async function certificateFaults(facts: CertificateFacts, seal: Seal, path: string): Promise<string[]> {
  const drawn = await renderCertificate(facts, seal);
  if (!drawn.ok) return [`is refused: ${JSON.stringify(drawn.failure)}`];
  const pdf = drawn.value;
  const again = await renderCertificate(facts);
  const twice = await renderCertificate(facts);
  await writeFile(path, pdf);
  const picture = await pictureOf(pdf, guillocheScale);
  const [sound, fonts, text, signature] = await Promise.all([
    outputOf('qpdf', '--check', path),
    outputOf('pdffonts', path),
    outputOf('pdftotext', '-raw', path, '-'),
    signatureFaults(pdf, path),
  ]);
  const words = certificateLines(facts);
  const codes = (await codesIn(picture)).map((code) => code.text);
  return [
    ...(sound.includes('No syntax or stream encoding errors') && !/WARNING/.test(sound) ? [] : [`is not sound: ${sound}`]),
    ...fontFaults(fonts),
    ...textFaults(text, words),
    ...signature,
    ...(codes.join() === (words.verification?.address ?? '') ? [] : [`its QR reads ${codes.join() || 'nothing'}`]),
    ...guillocheFaults(facts, picture),
    ...(await brokenRules(pdf)).map((rule) => `breaks the rule: ${rule}`),
    ...(again.ok && twice.ok && Buffer.compare(again.value, twice.value) === 0 ? [] : ['is other bytes the second time']),
    ...(pdf.length <= 75_000 ? [] : [`is ${pdf.length} bytes`]),
  ];
}

function fontFaults(listed: string): string[] {
  const fonts = listed.trim().split('\n').slice(2);
  const faults = fonts
    .filter((font) => !/\bCID TrueType\s+Identity-H\s+yes yes yes\b/.test(font))
    .map((font) => `has a font that is not whole: ${font}`);
  return fonts.length === 4 ? faults : [...faults, `has ${fonts.length} fonts`];
}

/** Every line of the page, in NFC; a line that was broken in two is read as one. */
function textFaults(
  text: string,
  { verification, capacity, watermark: _watermark, ...single }: ReturnType<typeof certificateLines>,
): string[] {
  const read = text.replace(/\s+/g, ' ');
  const lines = [
    ...Object.values(single),
    ...capacity,
    ...(verification ? [verification.invitation, verification.domain, verification.code] : []),
  ];
  return [
    ...(text === text.normalize('NFC') ? [] : ['its text is not NFC']),
    ...lines.filter((line) => !read.includes(line)).map((line) => `does not say "${line}"`),
  ];
}

async function signatureFaults(pdf: Uint8Array, path: string): Promise<string[]> {
  const changed = Buffer.from(pdf);
  // In the middle of a font: the file stays whole.
  changed[20_000] = (changed[20_000] ?? 0) ^ 1;
  const other = join(`${path}.changed.pdf`);
  await writeFile(other, changed);
  const [valid, invalid] = await Promise.all([outputOf('pdfsig', '-nocert', path), outputOf('pdfsig', '-nocert', other)]);
  return [
    ...(/Signature is Valid/.test(valid) && /Total document signed/.test(valid) && /ETSI\.CAdES\.detached/.test(valid)
      ? []
      : [`its signature: ${valid}`]),
    ...(/Signature is Valid|Signature Validation: Unknown/.test(invalid) ? [`one changed byte is not noticed: ${invalid}`] : []),
  ];
}
