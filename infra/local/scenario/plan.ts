import type { ImportPreview } from '../../../functions/merchants/preview.ts';
import { isRefused } from '../../../shared/spreadsheet/reading.ts';

type Read = ImportPreview['reading'][number];

/** What a careful ward decides after the preview: duplicates of strength "same" stay out, every "maybe" is answered "not a duplicate". */
export function planOf({ duplicates }: Read): { rows: 'good-rows'; leaveOut: number[]; distinct: number[] } {
  const leaveOut = new Set(duplicates.filter((each) => each.strength === 'same').map((each) => each.row));
  const distinct = new Set(duplicates.filter((each) => !leaveOut.has(each.row)).map((each) => each.row));
  return { rows: 'good-rows', leaveOut: [...leaveOut], distinct: [...distinct] };
}

/** The segment that a list covers: from its first shop to its last. */
export function segmentOf({ rows }: Read): { from: string; to: string } | undefined {
  const good = rows.flatMap((row) => (isRefused(row) ? [] : [row]));
  const [first, last] = [good[0], good.at(-1)];
  return first && last && { from: houseNumberOf(first.details.place), to: houseNumberOf(last.details.place) };
}

/** A house number as people say it: "số 12A"; other places stay as they are. */
const houseNumberOf = (place: string): string => (/^\d/.test(place) ? `số ${place}` : place);
