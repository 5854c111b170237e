import { execSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { encode } from 'uqr';
import { layOut } from '../../functions/certificates/pdf/layout.ts';
import { page } from '../../functions/certificates/pdf/page.ts';
import { template } from '../../functions/certificates/pdf/template.ts';
import type { FaceName } from '../../functions/pdf/faces.ts';
import type { Run } from '../../functions/pdf/typeset.ts';
import { fontFiles } from '../../scripts/certificate-template/fonts.ts';
import { type CertificateFacts, certificateLines } from '../../shared/certificates/certificate-text.ts';
import { runsOf } from '../functions/certificates/pdf/reading.ts';

/** What we use of two libraries that ship no types here. */
type PdfKit = new (
  options: object,
) => {
  addPage(): void;
  font(path: string): { fontSize(size: number): { text(text: string, x: number, y: number, options: object): void } };
  rect(x: number, y: number, width: number, height: number): { fill(): void };
  on(event: string, listener: (chunk: Uint8Array) => void): void;
  end(): void;
};
type PdfMake = {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
};

export type Peer = (facts: readonly CertificateFacts[]) => Promise<number>;

/**
 * Two libraries that draw the same words in the same fonts, with the QR, but without ornament, tags and signature; they give the number of
 * bytes. They are installed when they are not there, and never into the product.
 */
export function peers(): Record<'pdfkit' | 'pdfmake', Peer> {
  execSync('npm install --no-save --no-audit --no-fund --no-package-lock --loglevel=error', {
    cwd: 'test/bench',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const installed = createRequire(resolve('test/bench/package.json'));
  return { pdfkit: pdfkit(installed('pdfkit') as PdfKit), pdfmake: pdfmake(installed('pdfmake') as PdfMake) };
}

const fonts = Object.fromEntries(
  Object.entries(fontFiles).map(([name, file]) => [name, createRequire(import.meta.url).resolve(file)]),
) as Record<FaceName, string>;
const size = [page.width, page.height];

/** Words and QR of a certificate, from the top of the page as these libraries count. */
function drawn(facts: CertificateFacts): { runs: Run[]; qr: { x: number; y: number; size: number; address: string } | undefined } {
  const layout = layOut(certificateLines(facts), template().faces);
  return { runs: runsOf(layout), qr: layout.verification?.qr };
}

function pdfkit(PdfDocument: PdfKit): Peer {
  return (all) => {
    const document = new PdfDocument({ size, margin: 0, autoFirstPage: false });
    let bytes = 0;
    document.on('data', (chunk) => {
      bytes += chunk.length;
    });
    const done = new Promise<number>((resolve) => document.on('end', () => resolve(bytes)));
    for (const facts of all) {
      document.addPage();
      const { runs, qr } = drawn(facts);
      for (const { text, x, y, size, face } of runs)
        document
          .font(fonts[face.name])
          .fontSize(size)
          .text(text, x, page.height - y - size, { lineBreak: false });
      if (qr) {
        const { data } = encode(qr.address, { ecc: 'M', border: 0 });
        const side = qr.size / data.length;
        for (const [i, row] of data.entries())
          for (const [k, dark] of row.entries())
            if (dark) document.rect(qr.x + k * side, page.height - qr.y - qr.size + i * side, side, side).fill();
      }
    }
    document.end();
    return done;
  };
}

function pdfmake(library: PdfMake): Peer {
  library.setFonts(Object.fromEntries(Object.entries(fonts).map(([name, normal]) => [name, { normal }])));
  library.setUrlAccessPolicy(() => false);
  library.setLocalAccessPolicy(() => true);
  return async (all) => {
    const content = all.map((facts, i) => {
      const { runs, qr } = drawn(facts);
      return [
        ...runs.map(({ text, x, y, size, face }, k) => ({
          text,
          font: face.name,
          fontSize: size,
          absolutePosition: { x, y: page.height - y - size },
          ...(i > 0 && k === 0 && { pageBreak: 'before' }),
        })),
        ...(qr ? [{ qr: qr.address, fit: qr.size, absolutePosition: { x: qr.x, y: page.height - qr.y - qr.size } }] : []),
      ];
    });
    const definition = { pageSize: { width: page.width, height: page.height }, pageMargins: 0, defaultStyle: { font: 'regular' }, content };
    return (await library.createPdf(definition).getBuffer()).length;
  };
}
