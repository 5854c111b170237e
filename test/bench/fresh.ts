import { printCertificates } from '../../functions/certificates/pdf/print-certificates.ts';
import { aStreet } from '../functions/certificates/pdf/certificate-facts.ts';

// Run in a process of its own by `certificates.ts`: what a first certificate or a whole pack takes there.
const [what] = process.argv.slice(2);
const before = performance.now();
if (what === 'first') {
  // Built beside this file, so that reading and compiling it counts.
  const { renderCertificate } = (await import(
    new URL('render.mjs', import.meta.url).href
  )) as typeof import('../../functions/certificates/pdf/render.ts');
  const imported = performance.now() - before;
  await renderCertificate(aStreet());
  const drawn = performance.now() - before - imported;
  console.log(JSON.stringify({ imported, drawn }));
} else {
  const facts = Array.from({ length: 1000 }, (_, i) => aStreet({ number: `${i + 1}/GCN-UBND`, code: String(i).padStart(12, '0') }));
  const [from, used] = [performance.now(), process.cpuUsage()];
  const pack = await printCertificates(facts);
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(used);
  console.log(
    JSON.stringify({
      seconds,
      processor: (user + system) / 1_000_000,
      bytes: pack.ok ? pack.value.length : 0,
      megabytes: process.resourceUsage().maxRSS / 1024,
    }),
  );
}
