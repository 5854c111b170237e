import { zlibSync } from 'fflate';
import { page } from '../../functions/certificates/pdf/page.ts';
import type { FaceName, Measures } from '../../functions/pdf/faces.ts';
import { type Deflate, type PdfWriter, pdfWriter } from '../../functions/pdf/writer.ts';
import { sRgbProfile } from './colour-profile.ts';
import { embedFace, embedUnicodeMap } from './fonts.ts';
import { ornament } from './ornament.ts';
import type { Repeated } from './repeated.ts';

// Packed by a library and not by Node, whose versions pack differently: the template is the same bytes everywhere.
const deflate: Deflate = (data) => zlibSync(data, { level: 9, mem: 12 });

/** Makes the template: a PDF of one page that holds everything but words. Gives the text of `template.gen.json`. */
export async function makeTemplate(): Promise<string> {
  // A comment of four bytes above 127 says that the file is binary.
  const empty = { bytes: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), size: 1, ids: [] };
  const file = pdfWriter(empty, deflate);
  const [catalog, pages, sheet, background, resources, intent, profile] = Array.from({ length: 7 }, () => file.next()) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const repeated: Repeated = new Map();
  file.stream(background, '/Filter /FlateDecode', deflate(Buffer.from(asArtifact(ornament(repeated)))));
  const forms = [...repeated].map(([name, drawing]) => `/${name} ${form(file, drawing)} 0 R`);
  file.stream(profile, '/N 3 /Filter /FlateDecode', deflate(sRgbProfile()));
  const srgb = '(sRGB IEC61966-2.1)';
  file.object(
    intent,
    `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ${srgb} /Info ${srgb} /DestOutputProfile ${profile} 0 R >>`,
  );
  const toUnicode = embedUnicodeMap(file, deflate);
  const fonts: string[] = [];
  const faces = {} as Record<FaceName, Measures>;
  for (const name of ['regular', 'italic', 'bold', 'display'] as const) {
    const { font, measures } = await embedFace(file, { name, toUnicode, deflate });
    fonts.push(`/${name} ${font} 0 R`);
    faces[name] = measures;
  }
  file.object(resources, `<< /Font << ${fonts.join(' ')} >> /XObject << ${forms.join(' ')} >> >>`);
  file.object(catalog, `<< /Type /Catalog /Pages ${pages} 0 R >>`);
  file.object(pages, `<< /Type /Pages /Kids [${sheet} 0 R] /Count 1 >>`);
  file.object(
    sheet,
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources ${resources} 0 R /Contents ${background} 0 R >>`,
  );
  const { bytes, size, previous, ids } = file.finish(`/Root ${catalog} 0 R`);
  const pdf = Buffer.from(bytes).toString('base64');
  return `${JSON.stringify({ objects: { catalog, pages, page: sheet, background, resources, intent }, size, previous, ids, faces, pdf })}\n`;
}

function form(file: PdfWriter, drawing: string): number {
  const number = file.next();
  // No repeated piece of the ornament reaches further from its origin.
  const entries = '/Type /XObject /Subtype /Form /BBox [-150 -150 150 150] /Resources << >> /Filter /FlateDecode';
  file.stream(number, entries, deflate(Buffer.from(drawing)));
  return number;
}

/** What is only decoration is no part of what is read out. */
const asArtifact = (operators: string): string =>
  `/Artifact <</Type /Background /BBox [0 0 ${page.width} ${page.height}]>> BDC\n${operators}EMC\n`;
