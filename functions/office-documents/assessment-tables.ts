import type { SpotCheck } from '../../shared/assessments/assessment.ts';
import { type ScanResult, scanResult } from '../../shared/assessments/spot-check.ts';
import { criteriaFor } from '../../shared/criteria/checklist.ts';
import type { SampledMerchant } from '../../shared/nominations/nomination.ts';
import { answerLines, found, measuredText, neededText, numberText, outcomes, scans } from '../assessments/report/wording.ts';
import type { AssessmentFacts } from './document-facts.ts';
import { type Block, table } from './office-document.ts';
import { counted } from './words.ts';

/** Every criterion with what was measured on each visit, what is asked, the judgement of all together, and its points. */
export function criteriaTable({ programme, nomination, round: { visits, together, hide } }: AssessmentFacts): Block {
  const rows = criteriaFor(programme.checklist, nomination.kind).flatMap((criterion) => {
    const result = together.results.find(({ code }) => code === criterion.code);
    if (!result) return [];
    const measured = visits.map(({ score }) => {
      const own = score.results.find(({ code }) => code === criterion.code);
      return own ? measuredText(criterion, own) : '–';
    });
    const wording = visits.flatMap(({ sheet }) => answerLines(sheet.answers[criterion.code]).map(hide));
    const name = `${criterion.vi}${criterion.mandatory ? ' (bắt buộc)' : ''}`;
    const points =
      result.outcome === 'not-applicable'
        ? '–'
        : `${result.outcome === 'met' ? numberText(result.weight) : 0}/${numberText(result.weight)}`;
    return [
      [criterion.code, [name, ...wording], neededText(criterion), [...new Set(measured)].join('; '), outcomes[result.outcome], points],
    ];
  });
  return table(
    [
      { title: 'Mã', width: 13, align: 'centre' },
      { title: 'Tiêu chí', width: 73 },
      { title: 'Yêu cầu', width: 18, align: 'centre' },
      { title: 'Kết quả', width: 19, align: 'centre' },
      { title: 'Đánh giá', width: 20, align: 'centre' },
      { title: 'Điểm', width: 17, align: 'centre' },
    ],
    rows,
    ['', 'Tổng cộng', '', '', '', `${numberText(together.earned)}/${numberText(together.applicable)}`],
  );
}

type Shop = { shop: SampledMerchant; check: SpotCheck | undefined; scan: ScanResult | undefined; by: string };

/** Each drawn shop on each visit. */
const shopsOf = ({ round: { visits, sample } }: AssessmentFacts): Shop[] =>
  visits.flatMap(({ sheet, personName }) => {
    const checks = new Map(sheet.spotChecks.map((check) => [check.merchantId, check]));
    return (sample?.merchants ?? []).map((shop) => {
      const check = checks.get(shop.merchantId);
      return { shop, check, scan: check && scanResult(check, shop), by: personName };
    });
  });

/** What the spot checks gave, in figures. */
export function spotCounts(facts: AssessmentFacts): string[] {
  const shops = shopsOf(facts);
  if (shops.length === 0) return ['Không có cơ sở nào thuộc mẫu kiểm tra.'];
  const many = (holds: (each: Shop) => boolean) => shops.filter(holds).length;
  const open = many(({ check }) => check?.outcome === 'found');
  const shown = many(({ check }) => check?.outcome === 'found' && check.qrDisplayed);
  const right = many(({ scan }) => scan === 'same-account' || scan === 'other-account');
  const wrong = many(({ scan }) => scan === 'different-payee');
  const prices = many(({ check }) => check?.outcome === 'found' && check.pricesDisplayed);
  return [
    `Kiểm tra ${counted(shops.length)} lượt cơ sở: ${counted(open)} lượt đang mở cửa; ${counted(shown)} lượt có niêm yết mã QR; ${counted(right)} lượt quét được mã, đúng tài khoản của cơ sở; ${counted(prices)} lượt có niêm yết giá.`,
    wrong > 0
      ? `Phát hiện ${counted(wrong)} lượt mã QR trả tiền cho người khác; đề nghị xác minh và xử lý.`
      : 'Không phát hiện mã QR trả tiền cho người khác.',
  ];
}

/** The drawn shops one by one; with several assessors each of their visits. */
export function shopsTable(facts: AssessmentFacts): Block | undefined {
  const shops = shopsOf(facts);
  if (shops.length === 0) return undefined;
  const several = facts.round.visits.length > 1;
  const { hide } = facts.round;
  return table(
    [
      { title: 'TT', width: 11, align: 'centre' },
      { title: 'Cơ sở kinh doanh', width: 54 },
      { title: 'Tình trạng', width: 29, align: 'centre' },
      { title: 'Mã QR', width: 44 },
      { title: 'Niêm yết giá', width: 22, align: 'centre' },
    ],
    shops.map(({ shop, check, scan, by }, at) => {
      const seen = check?.outcome === 'found' ? check : undefined;
      const about = [
        hide(shop.name),
        `Số nhà, ô: ${hide(shop.place)}`,
        ...(several ? [`Người kiểm tra: ${by}`] : []),
        ...(check?.note ? [`Ghi chú: ${hide(check.note)}`] : []),
      ];
      const code = seen ? (scan ? scans[scan] : seen.qrDisplayed ? 'Có niêm yết, chưa quét' : 'Không niêm yết') : '–';
      return [
        String(at + 1),
        about,
        check ? found[check.outcome] : 'Chưa kiểm tra',
        code,
        seen ? (seen.pricesDisplayed ? 'Có' : 'Không') : '–',
      ];
    }),
  );
}

/** What the files of evidence show, and how many there are of each. */
export function evidenceList(facts: AssessmentFacts): { shows: string; by: string; files: number }[] {
  const { programme, nomination, round } = facts;
  const ofCriteria = round.visits.flatMap(({ sheet, personName }) =>
    criteriaFor(programme.checklist, nomination.kind).map(({ code, vi }) => ({
      shows: `Tiêu chí ${code}: ${vi}`,
      by: personName,
      files: sheet.answers[code]?.evidence.length ?? 0,
    })),
  );
  const ofShops = shopsOf(facts).map(({ shop, check, by }) => ({
    shows: `Kiểm tra cơ sở ${round.hide(shop.name)}, ${round.hide(shop.place)}`,
    by,
    files: check?.evidence.length ?? 0,
  }));
  return [...ofCriteria, ...ofShops].filter(({ files }) => files > 0);
}
