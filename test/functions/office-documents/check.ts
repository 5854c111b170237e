import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { printCertificates } from '../../../functions/certificates/pdf/print-certificates.ts';
import { registerOriginals } from '../certificates/pdf/guilloche.ts';
import { ownSeal } from '../certificates/pdf/own-seal.ts';
import { certificateFaults } from './check-certificate.ts';
import { nthCertificate } from './nth-certificate.ts';
import { missingTools, outputOf } from './tools.ts';

/**
 * Prints certificates with the longest and strangest names and checks every one with the tools that readers and verifiers are built on.
 * Usage: node .build/check.mjs <folder> [how many, 500], once built. Works in as many processes as there are processors.
 */
const [folder = '.build/documents/generated', many = '500', part] = process.argv.slice(2);
const count = Number(many);
const processes = availableParallelism();
if (part === undefined) await checkAll();
else await checkPart(Number(part));

async function checkAll(): Promise<void> {
  const from = performance.now();
  const missing = await missingTools();
  for (const tool of missing) console.error(`NOT CHECKED: ${tool} is missing`);
  if (missing.length > 0) process.exit(1);
  await mkdir(folder, { recursive: true });
  const parts = Array.from({ length: processes }, (_, i) => started(i));
  const faults = [...(await Promise.all(parts)).flat(), ...(await packFaults())];
  for (const fault of faults) console.error(fault);
  const seconds = Math.round((performance.now() - from) / 1000);
  console.log(`${count} generated certificates and a pack of them checked in ${seconds} s, ${faults.length} faults`);
  process.exit(faults.length > 0 ? 1 : 0);
}

/** One process with its share; what it finds are its lines. */
function started(i: number): Promise<string[]> {
  const child = spawn(process.execPath, [process.argv[1] ?? '', folder, many, String(i)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', (code) =>
      resolve([...output.split('\n').filter(Boolean), ...(code === 0 ? [] : [`The process of share ${i} ended with ${code}`])]),
    );
  });
}

async function checkPart(share: number): Promise<void> {
  await registerOriginals();
  const seal = ownSeal('check:documents');
  for (let n = share; n < count; n += processes) {
    const facts = nthCertificate(n);
    const faults = await certificateFaults(facts, seal, join(folder, `${n + 1}.pdf`));
    for (const fault of faults) console.log(`${n + 1}.pdf (${facts.name}): ${fault.trim().replace(/\s+/g, ' ')}`);
  }
}

async function packFaults(): Promise<string[]> {
  const pack = await printCertificates(Array.from({ length: count }, (_, n) => nthCertificate(n)));
  if (!pack.ok) return [`The pack is refused: ${JSON.stringify(pack.failure)}`];
  const path = join(folder, 'pack.pdf');
  await writeFile(path, pack.value);
  const [sound, fonts] = [await outputOf('qpdf', '--check', path), await outputOf('pdffonts', path)];
  return [
    ...(sound.includes('No syntax or stream encoding errors') && !/WARNING/.test(sound) ? [] : [`The pack is not sound: ${sound}`]),
    ...(fonts.trim().split('\n').length === 6 ? [] : [`The pack does not share its fonts: ${fonts}`]),
  ];
}
