import type { Role } from '../../shared/people/person.ts';
import type { NominationShown } from '../nominations/queries.ts';

/** The papers that the server writes: about one dossier, or about those of a programme. */
export type PaperName = 'submission' | 'assessment' | 'recommendation' | 'draftDecision' | 'decision' | 'results';
export type PaperLink = { name: PaperName; path: string };
type Dossier = Pick<NominationShown, 'state'> & Partial<Pick<Extract<NominationShown, { recommendation: unknown }>, 'recommendation'>>;

const office: readonly Role[] = ['officer', 'leader'];

/** What can be had about a dossier in its state, by somebody in this role; the server decides it again. */
export function papersOf(nomination: NominationShown, role: Role): PaperLink[] {
  const { id, programmeId } = nomination;
  const own = (name: 'submission' | 'assessment'): PaperLink => ({ name, path: `nominations/${id}/documents/${name}` });
  const among = (name: 'recommendation' | 'decision', as: PaperName = name): PaperLink => ({
    name: as,
    path: `programmes/${programmeId}/documents/${name}?nominations=${id}`,
  });
  if (role === 'ward') return nomination.state === 'withdrawn' ? [] : [own('submission')];
  const decided = 'certificateCode' in nomination ? [among('decision')] : [];
  if (role === 'city') return decided;
  if (!office.includes(role)) return [];
  return [
    ...('submission' in nomination && nomination.state !== 'returned' ? [own('submission')] : []),
    ...('outcome' in nomination ? [own('assessment')] : []),
    ...('recommendation' in nomination ? [among('recommendation')] : []),
    ...(isAsked(nomination) ? [among('decision', 'draftDecision')] : decided),
  ];
}

/** What can be had about a whole programme. */
export function papersOfProgramme(id: string, rows: readonly NominationShown[], role: Role): PaperLink[] {
  const paper = (name: 'recommendation' | 'decision' | 'results', as: PaperName = name): PaperLink => ({
    name: as,
    path: `programmes/${id}/documents/${name}`,
  });
  const decided = rows.some((row) => 'certificateCode' in row);
  const results = rows.some((row) => 'submission' in row) ? [paper('results')] : [];
  if (role === 'city') return [...(decided ? [paper('decision')] : []), ...results];
  if (!office.includes(role)) return [];
  return [
    ...(rows.some((row) => 'recommendation' in row) ? [paper('recommendation')] : []),
    ...(decided ? [paper('decision')] : rows.some(isAsked) ? [paper('decision', 'draftDecision')] : []),
    ...results,
  ];
}

const isAsked = ({ state, recommendation }: Dossier): boolean => state === 'recommended' && recommendation?.inFavour === true;
