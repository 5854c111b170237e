import { vietnameseDate, withGenericWord } from '../../../shared/certificates/certificate-text.ts';
import type { Day } from '../../../shared/ids.ts';
import { type PdfPaper, pageSize, widthOfText } from '../../pdf/pdf-paper.ts';
import { finishedAt, type ReportFacts } from './report-facts.ts';

/** The street with its segment, or the market with its address, and the ward. */
export function placeText({ nomination, street }: Pick<ReportFacts, 'nomination' | 'street'>): string {
  const name = withGenericWord(street.kind, street.name);
  const where =
    street.kind === 'market'
      ? street.address
      : [street.from && `từ ${street.from}`, street.to && `đến ${street.to}`]
          .filter(Boolean)
          .join(' ')
          .replace(/^(?=.)/, 'đoạn ');
  return [name, where, nomination.wardName].filter(Boolean).join(', ');
}

/** Authority, motto, number, date and title in their places (Decree 30/2020/NĐ-CP, annex I, II). */
export function heading(paper: PdfPaper, facts: ReportFacts): void {
  const { programme, nomination } = facts;
  const [left, right] = [pageSize.left + widthOfText * 0.2, pageSize.left + widthOfText * 0.69];
  const top = paper.at() - 13;
  paper.put('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', right, top, { face: 'bold', size: 12.5, align: 'centre' });
  paper.put('Độc lập - Tự do - Hạnh phúc', right, top - 16, { face: 'bold', size: 13.5, align: 'centre' });
  paper.rule(right - 83, right + 83, top - 21);

  let y = top;
  // Where the name needs two lines, the second one says of which place: ỦY BAN NHÂN DÂN / QUẬN HỒNG BÀNG.
  const authority = programme.certificate.authorityName.toLocaleUpperCase('vi').split(/(?<=^ỦY BAN NHÂN DÂN) /);
  for (const line of authority.flatMap((part) => paper.lines(part, widthOfText * 0.36, { size: 12.5 }))) {
    paper.put(line, left, y, { size: 12.5, align: 'centre' });
    y -= 15;
  }
  paper.put('TỔ THẨM ĐỊNH', left, y, { face: 'bold', size: 12.5, align: 'centre' });
  paper.rule(left - 28, left + 28, y - 5);

  // Number and symbol are the clerk's to give.
  const below = Math.min(y - 5, top - 21) - 20;
  paper.put('Số:', left - 62, below);
  paper.put('/BB-………', left - 4, below);
  const day = new Date(Date.parse(finishedAt(facts)) + 7 * 3_600_000).toISOString().slice(0, 10) as Day;
  paper.put(`${programme.certificate.placeOfIssue}, ${vietnameseDate(day)}`, right, below, { face: 'italic', size: 13, align: 'centre' });

  paper.down(paper.at() - below + 22);
  paper.write('BIÊN BẢN', { face: 'bold', size: 14, align: 'centre', after: 0 });
  const what = nomination.kind === 'market' ? 'chợ' : 'tuyến đường';
  paper.write(`Thẩm định ${what} thanh toán không dùng tiền mặt`, { face: 'bold', size: 14, align: 'centre', after: 0 });
  paper.write(`${withGenericWord(facts.street.kind, facts.street.name)}, ${nomination.wardName}`, {
    face: 'bold',
    size: 14,
    align: 'centre',
    after: 4,
  });
  const middle = pageSize.left + widthOfText / 2;
  paper.rule(middle - 45, middle + 45, paper.at());
  paper.down(14);
}
