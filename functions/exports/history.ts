import { auditActionName } from '../../shared/audit/actions.ts';
import { fieldText, valueText } from '../../shared/audit/wording.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Language } from '../../shared/texts/words.ts';
import type { Deps } from '../deps.ts';
import { history, type Step } from '../history/history.ts';
import { permissionOf, type Subject } from '../history/subject.ts';
import { type ExportColumn, type ExportTable, everyPage, exportTableOf, yesNo } from './export-table.ts';

/** What a history can be taken of, and the permission that each asks for. */
export const historyPermissions = permissionOf;
export type HistorySubject = Subject;

/** As many steps as one read names the people of. */
const steps = 99;

/** The whole history of a record, with whether each part of its chain of hashes is as it was written. */
export async function recordHistory(deps: Deps, actor: Actor, subject: Subject, language: Language): Promise<Result<ExportTable, Failure>> {
  const pages = await everyPage(async (cursor) => {
    const page = await history(deps, actor, subject, steps, cursor);
    if (!page.ok) return page;
    const { items, intact, ...rest } = page.value;
    return ok({ ...rest, items: items.map((step) => ({ ...step, intact })) });
  });
  return pages.ok ? ok(exportTableOf(`nhat-ky-${subject.type}`, columns, language, pages.value)) : pages;
}

const columns: readonly ExportColumn<Step & { intact: boolean }>[] = [
  { vi: 'Bước', en: 'Step', of: ({ version }) => version },
  { vi: 'Lúc', en: 'At', of: ({ at }) => ({ at }) },
  { vi: 'Người thực hiện', en: 'By', width: 26, of: ({ byName }) => byName },
  { vi: 'Việc', en: 'Action', width: 24, of: ({ action }, language) => auditActionName(action, language) },
  { vi: 'Lý do', en: 'Reason', width: 30, of: ({ note }) => note },
  {
    vi: 'Thay đổi',
    en: 'Changes',
    width: 70,
    of: ({ changes }, language) =>
      changes
        .map(
          ({ field, was, now }) => `${fieldText(field, language)}: ${valueText(field, was, language)} → ${valueText(field, now, language)}`,
        )
        .join('\n'),
  },
  {
    vi: 'Đã xóa dữ liệu cá nhân',
    en: 'Personal values erased',
    of: ({ erased }, language) => erased.map((field) => fieldText(field, language)).join(', '),
  },
  { vi: 'Nguyên vẹn', en: 'Intact', of: ({ intact }, language) => yesNo(intact, language) },
];
