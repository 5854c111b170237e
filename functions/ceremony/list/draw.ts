import { setImmediate } from 'node:timers/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Handover } from '../../../shared/ceremony/ceremony.ts';
import { count, percent, vietnameseDate } from '../../../shared/certificates/certificate-text.ts';
import type { Day } from '../../../shared/ids.ts';
import { type PdfPaper, pageSize, pdfPaper, type Style, widthOfText } from '../../pdf/pdf-paper.ts';
import { typesOf } from '../../pdf/pdf-type.ts';
import type { Plan } from '../plan.ts';

type ListPlan = Extract<Plan, { what: 'list' }>;

/** Room for the place in the ceremony, left of the words; in points. */
const margin = 44;
const leading = 1.25;

/** The list that somebody reads aloud from at the ceremony: A4, one street under the other, large enough for a dim stage. The same plan, the same bytes. */
export async function drawList(plan: ListPlan): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const written = pdfPaper(pdf, await typesOf(pdf));
  heading(written, plan);
  for (const [at, handover] of plan.handovers.entries()) {
    street(written, handover, at + 1);
    // Others are served in between.
    if (at % 10 === 9) await setImmediate();
  }

  pdf.setTitle(`Danh sách trao giấy chứng nhận – ${plan.programme}`, { showInWindowTitleBar: true });
  pdf.setAuthor(plan.authorityName);
  pdf.setCreator('Phố Số');
  pdf.setLanguage('vi');
  // The clock of the machine would make every file another.
  pdf.setCreationDate(new Date(plan.ceremonyAt));
  pdf.setModificationDate(new Date(plan.ceremonyAt));
  return pdf.save();
}

function heading(written: PdfPaper, { programme, authorityName, placeOfIssue, ceremonyAt, handovers }: ListPlan): void {
  const inVietnam = new Date(Date.parse(ceremonyAt) + 7 * 3_600_000).toISOString();
  const when = `${inVietnam.slice(11, 13)} giờ ${inVietnam.slice(14, 16)}, ${vietnameseDate(inVietnam.slice(0, 10) as Day)}`;
  written.write(authorityName.toLocaleUpperCase('vi'), { face: 'bold', size: 14, align: 'centre', after: 8 });
  written.write('DANH SÁCH TRAO GIẤY CHỨNG NHẬN', { face: 'bold', size: 22, align: 'centre', after: 2 });
  written.write(programme, { size: 14, align: 'centre', after: 2 });
  written.write(`${placeOfIssue}, ${when}`, { face: 'italic', size: 15, align: 'centre', after: 2 });
  written.write(`${count(handovers.length)} tuyến đường, chợ`, { size: 15, align: 'centre', after: 14 });
}

/** One street with everything that is said of it; it is never torn over two pages. */
function street(written: PdfPaper, handover: Handover, at: number): void {
  const { name, segment, place, wardName, figures, score } = handover;
  const number = handover.state === 'final' ? `Giấy chứng nhận số ${handover.number}` : 'Bản thảo, chưa có số';
  const result = `${count(figures.cashless)}/${count(figures.merchants)} cơ sở (${percent(figures)})`;
  const lines: [text: string, style: Style][] = [
    [name, { face: 'bold', size: 24 }],
    ...(segment ? [[segment, { face: 'italic', size: 16 }] satisfies [string, Style]] : []),
    [place, { size: 16 }],
    [`Người nhận: đại diện ${wardName}`, { face: 'bold', size: 18 }],
    [
      [result, score === undefined ? '' : `${String(Math.round(score * 10) / 10).replace('.', ',')} điểm`].filter(Boolean).join(' – '),
      { size: 18 },
    ],
    [number, { size: 18 }],
  ];
  const set = lines.flatMap(([text, style]) => written.lines(text, widthOfText - margin, style).map((words) => ({ words, ...style })));
  const height = set.reduce((sum, { size = 13 }) => sum + size * leading, 0);
  written.room(height + 20);
  written.put(`${at}.`, pageSize.left + margin - 10, written.at() - 24, { face: 'bold', size: 24, align: 'right' });
  for (const { words, ...style } of set) {
    const size = style.size ?? 13;
    written.down(size * leading);
    written.put(words, pageSize.left + margin, written.at() + size * 0.25, style);
  }
  written.down(10);
  written.rule(pageSize.left, pageSize.right, written.at(), 0.5);
  written.down(10);
}
