import { deflateSync } from 'node:zlib';
import { type CertificateFacts, type CertificateLines, certificateLines } from '../../../shared/certificate-text.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type Faces, loadFaces, type ReadFont, readInstalledFont } from './faces.ts';
import { type Layout, layOut } from './layout.ts';
import { divider } from './ornament.ts';
import { page } from './page.ts';
import { fill, placed, rectangle } from './paint.ts';
import { qrCode } from './qr.ts';
import { repertoire } from './repertoire.ts';
import { stamp } from './stamp.ts';
import { makeTemplate, type Template } from './template.ts';
import { show } from './typeset.ts';

/** A fact that cannot be printed: the characters without a glyph, and the field they stand in, for example `segment.from`. */
type MissingGlyph = { code: 'missing-glyph'; characters: string[]; field: string };

export type RenderCertificate = (facts: CertificateFacts) => Promise<Result<Uint8Array, MissingGlyph>>;

/** The renderer with fonts from `readFont`. They are read once, with the first certificate, and so is the template made. */
export function certificateRenderer(readFont: ReadFont): RenderCertificate {
  let press: Promise<{ faces: Faces; template: Template }> | undefined;
  return async (facts) => {
    const unprintable = firstUnprintable(facts);
    if (unprintable) return fail(unprintable);
    press ??= loadFaces(readFont).then(async (faces) => ({ faces, template: await makeTemplate(faces) }));
    const { faces, template } = await press;
    const words = certificateLines(facts);
    return ok(
      stamp(
        template.bytes,
        new Map([
          [template.content, stream(draw(layOut(words, faces)))],
          [template.info, Buffer.from(information(facts, words))],
        ]),
      ),
    );
  };
}

/**
 * The certificate as a PDF of one A4 page: a pure function of the facts, the same bytes every time. Facts without a number make a
 * draft: with a watermark, without number and QR. Refuses a character that the fonts cannot show.
 */
export const renderCertificate: RenderCertificate = certificateRenderer(readInstalledFont);

function firstUnprintable(facts: object, path = ''): MissingGlyph | undefined {
  for (const [key, value] of Object.entries(facts)) {
    const field = path + key;
    if (typeof value === 'object' && value !== null) {
      const inside = firstUnprintable(value, `${field}.`);
      if (inside) return inside;
    }
    if (typeof value !== 'string') continue;
    const characters = [...new Set(value.normalize('NFC').replace(/\s/gu, ' '))].filter((character) => !repertoire.has(character));
    if (characters.length > 0) return { code: 'missing-glyph', characters, field };
  }
  return undefined;
}

function draw({ runs, rule, qr, watermark }: Layout): string {
  return [
    watermark ? placed(show(watermark), [page.width / 2, page.height / 2], { turns: -0.07 }) : '',
    placed(divider(), [page.width / 2, page.dividerY]),
    ...runs.map(show),
    fill('ink', rectangle(rule.x, rule.y, rule.width, 0.8)),
    qr ? qrCode(qr.address, qr.x, qr.y, qr.size) : '',
  ].join('');
}

function stream(operators: string): Uint8Array {
  const data = deflateSync(operators);
  return Buffer.concat([Buffer.from(`<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
}

/** Title, author and dates of the file come from the facts: the clock of the machine would make every file another. */
function information(facts: CertificateFacts, words: CertificateLines): string {
  const title = ['Giấy chứng nhận', facts.number ?? '(bản thảo)', '–', words.name].join(' ');
  const date = `(D:${facts.issuedOn.replaceAll('-', '')}000000+07'00')`;
  return `<< /Title ${text(title)} /Author ${text(facts.authorityName)} /Creator ${text('Phố Số')} /CreationDate ${date} /ModDate ${date} >>`;
}

/** A text string of PDF: UTF-16 with its byte order mark, in hex. */
const text = (words: string): string =>
  `<${Buffer.from(`\ufeff${words.normalize('NFC')}`, 'utf16le')
    .swap16()
    .toString('hex')}>`;
