import type { CertificateFacts, CertificateLines } from '../../../shared/certificates/certificate-text.ts';
import { packed } from '../../pdf/packed.ts';
import { fill, num, placed, rectangle } from '../../pdf/paint.ts';
import { qrCode } from '../../pdf/qr.ts';
import type { Element, StructureTree } from '../../pdf/structure.ts';
import { type Run, show } from '../../pdf/typeset.ts';
import { type PdfWriter, textString } from '../../pdf/writer.ts';
import { type Box, layOut, type Verification } from './layout.ts';
import { page } from './page.ts';
import { type SignatureField, signatureWidget } from './signature-field.ts';
import { template } from './template.ts';

/** Writes the page of one certificate as object `number`, with its words, its structure and its link. */
export function writePage(
  file: PdfWriter,
  structure: StructureTree,
  { number, facts, words, field }: { number: number; facts: CertificateFacts; words: CertificateLines; field?: SignatureField },
): void {
  const { objects, faces } = template();
  const { paragraphs, rule, signing, signatory, verification, watermark } = layOut(words, faces);
  const text = (tag: 'P' | 'H1', runs: Run[]): Element => ({ tag, kids: [{ paint: painted(runs) }] });
  const section: Element = {
    tag: 'Sect',
    kids: [
      ...(watermark ? [leaning(watermark)] : []),
      ...paragraphs.map(({ tag, runs }) => text(tag, runs)),
      ...(field ? [signatureWidget(file, field, { facts, signing, faces })] : []),
      text('P', signatory),
      ...(verification
        ? [
            figure(verification.qr, words),
            {
              tag: 'P' as const,
              kids: [{ paint: painted(verification.invitation) }, link(file.next(), verification, words)],
            },
          ]
        : []),
    ],
  };
  const { operators, key, annotations } = structure.add(section, number);
  const content = file.next();
  const line = `/Artifact BMC\n${fill('ink', rectangle(rule.x, rule.y, rule.width, 0.8))}EMC\n`;
  file.stream(content, '/Filter /FlateDecode', packed(line + operators));
  file.object(
    number,
    `<< /Type /Page /Parent ${objects.pages} 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources ${objects.resources} 0 R /Contents [${objects.background} 0 R ${content} 0 R] /StructParents ${key} /Tabs /S /Annots [${annotations.map((each) => `${each} 0 R`).join(' ')}] >>`,
  );
}

const painted = (runs: Run[]): string => runs.map(show).join('');

const leaning = (watermark: Run): Element => ({
  tag: 'P',
  kids: [{ paint: placed(show(watermark), [page.width / 2, page.height / 2], { turns: -0.07 }) }],
});

const corners = ({ x, y, width, height }: Box): string => [x, y, x + width, y + height].map(num).join(' ');

function figure({ x, y, size, address }: Verification['qr'], { verification }: CertificateLines): Element {
  const alternative = textString(`Mã QR dẫn tới trang xác thực ${verification?.domain}, ${verification?.code}`);
  const box = corners({ x, y, width: size, height: size });
  return {
    tag: 'Figure',
    entries: `/Alt ${alternative} /A << /O /Layout /Placement /Block /BBox [${box}] >>`,
    kids: [{ paint: qrCode(address, x, y, size) }],
  };
}

function link(annotation: number, { qr, link: runs, linkArea }: Verification, { verification }: CertificateLines): Element {
  const says = textString(`Xác thực giấy chứng nhận tại ${verification?.domain}`);
  const entries = `/Subtype /Link /F 4 /Border [0 0 0] /Rect [${corners(linkArea)}] /Contents ${says} /A << /S /URI /URI (${qr.address}) >>`;
  return { tag: 'Link', kids: [{ paint: painted(runs) }, { annotation, entries }] };
}
