import { criteriaFor } from '../../../shared/criteria/checklist.ts';
import { type PdfPaper, pageSize, widthOfText } from '../../pdf/pdf-paper.ts';
import type { Evidence, Printed } from './photos.ts';
import type { ReportFacts } from './report-facts.ts';

/** Places for the signatures, two beside each other, and to whom the record goes. */
export function signatures(paper: PdfPaper, { visits, nomination }: ReportFacts): void {
  const places = [
    { title: `ĐẠI DIỆN ${nomination.wardName.toLocaleUpperCase('vi')}`, name: '' },
    ...visits.map(({ personName }) => ({ title: 'NGƯỜI THẨM ĐỊNH', name: personName })),
  ];
  /** Bold lines around a middle; gives the height of the line after them. */
  const centred = (text: string, middle: number, top: number): number => {
    const lines = paper.lines(text, widthOfText * 0.46, { face: 'bold', size: 13 });
    for (const [at, line] of lines.entries()) paper.put(line, middle, top - at * 16, { face: 'bold', size: 13, align: 'centre' });
    return top - lines.length * 16;
  };
  const middles = [pageSize.left + widthOfText * 0.25, pageSize.left + widthOfText * 0.75];
  for (let at = 0; at < places.length; at += 2) {
    paper.room(150);
    const top = paper.at() - 14;
    for (const [side, place] of places.slice(at, at + 2).entries()) {
      const middle = middles[side] ?? 0;
      const below = centred(place.title, middle, top);
      paper.put('(Ký, ghi rõ họ tên)', middle, below, { face: 'italic', size: 13, align: 'centre' });
      centred(place.name, middle, top - 105);
    }
    paper.down(140);
  }
  paper.room(50);
  paper.write('Nơi nhận:', { face: 'bold', size: 11, after: 0 });
  paper.write('- Như thành phần;', { size: 11, after: 0 });
  paper.write('- Lưu: VT, hồ sơ thẩm định.', { size: 11 });
}

/** Every photo and file of the sheets, with the criterion or shop that it shows. */
export function evidenceOf({ visits, programme, nomination, sample }: ReportFacts, clean: (text: string) => string): Evidence[] {
  const shops = new Map(sample?.merchants.map((shop) => [shop.merchantId, shop]));
  return visits.flatMap(({ sheet: { answers, spotChecks }, personName }) => {
    const by = visits.length > 1 ? ` (${personName})` : '';
    return [
      ...criteriaFor(programme.checklist, nomination.kind).flatMap(({ code, vi }) =>
        (answers[code]?.evidence ?? []).map((sha256) => ({ sha256, caption: `Tiêu chí ${code}: ${vi}${by}` })),
      ),
      ...spotChecks.flatMap(({ merchantId, evidence }) => {
        const shop = shops.get(merchantId);
        return evidence.map((sha256) => ({ sha256, caption: clean(`Cơ sở ${shop?.name ?? ''}, ${shop?.place ?? ''}${by}`) }));
      }),
    ];
  });
}

const gap = 12;
const width: number = (widthOfText - gap) / 2;
const height = 165;
const captionLine = 13;

/** The photos, two beside each other and three rows to the page, with their captions; what cannot be printed is listed after them. */
export function photoPages(paper: PdfPaper, evidence: readonly Printed[]): void {
  if (evidence.length === 0) return;
  paper.turn();
  paper.write('PHỤ LỤC', { face: 'bold', size: 14, align: 'centre', after: 0 });
  paper.write('Ảnh minh chứng kèm theo biên bản', { face: 'bold', size: 14, align: 'centre', after: 10 });
  const numbered = evidence.map((each, at) => ({ ...each, caption: `${at + 1}. ${each.caption}` }));
  const pictures = numbered.flatMap((each) => ('image' in each ? [each] : []));
  for (let at = 0; at < pictures.length; at += 2) {
    paper.room(height + 3 * captionLine + gap);
    const top = paper.at();
    for (const [side, { image, caption }] of pictures.slice(at, at + 2).entries()) {
      const left = pageSize.left + side * (width + gap);
      const scale = Math.min(width / image.width, height / image.height);
      const size = { width: image.width * scale, height: image.height * scale };
      paper.picture(image, left + (width - size.width) / 2, top - size.height, size);
      const lines = paper.lines(caption, width, { size: 11 });
      const shown = lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]} …`] : lines;
      for (const [line, words] of shown.entries())
        paper.put(words, left + width / 2, top - height - (line + 1) * captionLine, { size: 11, align: 'centre' });
    }
    paper.down(height + 3 * captionLine + gap);
  }
  const named = numbered.flatMap((each) => ('reason' in each ? [each] : []));
  if (named.length === 0) return;
  paper.write('Minh chứng không in trong phụ lục:', { face: 'bold' });
  for (const { caption, reason, sha256 } of named) paper.write(`${caption}: tệp ${sha256.slice(0, 16)}… (${reason}).`, { size: 12 });
}
