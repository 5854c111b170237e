import { fold } from '../text/fold.ts';
import { remember } from './remember.ts';
import type { WorksheetCell } from './worksheet.ts';

/** What a tick cell says: `number` is a yes written as a count or an amount, `not-yet` a no that names a plan, `unclear` no tick at all. */
export type Mark = 'yes' | 'no' | 'empty' | 'number' | 'not-yet' | 'unclear';

/** Reads a tick: x, v, ✓, Có, 1, TRUE, a date of signing … against Không, -, 0, chưa, FALSE. */
export function readMark(cell: WorksheetCell | undefined): Mark {
  if (cell === null || cell === undefined || cell === '') return 'empty';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return cell === 1 ? 'yes' : cell > 0 ? 'number' : cell === 0 ? 'no' : 'unclear';
  return readWords(cell);
}

const readWords = remember((cell: string): Mark => {
  if (ticks.test(cell)) return 'yes';
  if (crosses.test(cell)) return 'no';
  const key = fold(cell).replace(/[\s.:;!]+$/, '');
  if (yes.test(key)) return 'yes';
  if (no.test(key)) return 'no';
  if (notYet.test(key)) return 'not-yet';
  if (/^\d{1,2}[/.-]\d{1,2}[/.-](\d{2}|\d{4})$/.test(key)) return 'yes';
  if (/^[\d.,\s]+(d|vnd|dong|%|cai|may|ma|chiec|tr|trieu)?$/.test(key))
    return /[1-9]/.test(key) ? (/^1([.,]0+)?$/.test(key) ? 'yes' : 'number') : 'no';
  return 'unclear';
});

/** Whether a mark counts as accepted. */
export const isYes = (mark: Mark): boolean => mark === 'yes' || mark === 'number';

// Also what tick fonts leave behind when their font is lost: Wingdings ü and þ, as such or in the private area.
const ticks = /^(([✓✔√☑✅☒■●×✕•+*]\uFE0F?|[üþ\uF0FC\uF0FE]){1,3}|\[[xXvV]\]|\([xXvV]\))$/u;
const crosses = /^([☐□❌✗✘◯○]\uFE0F?|[-–—_.…/\\]+|\[\s*\]|\(\s*\))$/u;

const yes = new RegExp(
  [
    '^(x+|v+|y|yes|true|t|ok|oke|dung|dat|roi|co|da|ky|dong y|signed|accepted|available)$',
    // "Có (2 máy)", "đã ký 05/11", "x2", "đang sử dụng"; but "đã ngừng", "có kế hoạch" are no.
    '^(co|da)\\b(?! ?(ke hoach|nhu cau|tu choi|ngung|nghi|huy|hong|thoi))',
    '^(x|yes) ?[,(:/\\d-]',
    '^dang (co|dung|su dung|ap dung|hoat dong|chap nhan|nhan)\\b',
  ].join('|'),
);
const no =
  /^(0+|k|kg|n|f|false|sai|n\/?a|none|null|nil|tu choi|het|het han)$|^(khong|ko|k co|chua|no|not)\b|^(da|co) ?(tu choi|ngung|nghi|huy|hong|thoi)\b/;
const notYet = /^(dang|se|du kien|sap|cho|co (ke hoach|nhu cau)|planned|pending|in progress)\b/;
