import { count } from '../../shared/certificates/certificate-text.ts';
import type { NominationIn } from '../../shared/nominations/nomination.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { scoreText } from '../../shared/texts/words.ts';
import type { NamedStreet } from './named-street.ts';
import type { DocumentCell, DocumentColumn } from './office-document.ts';
import type { Office } from './units.ts';
import { capital, shareOf } from './words.ts';

export type Advised = NominationIn<'recommended' | 'certified' | 'declined' | 'revoked'>;
export type Granted = NominationIn<'certified' | 'revoked'>;

/** Streets and markets of a programme that a paper is about, in the order of its board: ward by ward. */
export type Listed<N extends Advised = Advised> = {
  programme: Programme;
  office: Office;
  /** The unit above the one that issues, if there is one. */
  above?: string | undefined;
  streets: readonly { nomination: N; place: NamedStreet }[];
};

/** "24/25 (96,0%)": shops that take cashless payment, of all. */
export const coverage = ({ submission: { figures } }: Pick<Advised, 'submission'>): string =>
  `${count(figures.cashless)}/${count(figures.merchants)} (${shareOf(figures.cashless, figures.merchants)})`;

/** The columns by which every list says which street it means; they take 98 of the 160 millimetres. */
export const placeColumns: readonly DocumentColumn[] = [
  { title: 'TT', width: 11, align: 'centre' },
  { title: 'Tuyến đường, chợ', width: 33 },
  { title: 'Phạm vi, địa chỉ', width: 29 },
  { title: 'Phường, xã', width: 25 },
];
export const placeCells = (place: NamedStreet, at: number): DocumentCell[] => [
  String(at + 1),
  place.name,
  capital(place.where ?? ''),
  place.wardName,
];

export const coverageColumn: DocumentColumn = { title: 'Cơ sở chấp nhận/ tổng số (tỷ lệ)', width: 30, align: 'centre' };
export const scoreCell = ({ outcome }: Pick<Advised, 'outcome'>): string => scoreText(outcome.score, 'vi');
