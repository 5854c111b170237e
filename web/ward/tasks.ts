import type { FieldComment } from '../../shared/nominations/nomination.ts';
import type { Figures } from '../../shared/streets/street.ts';

export type TaskState = 'todo' | 'doing' | 'done';
export type TaskName = 'remarks' | 'segment' | 'merchants' | 'outreach' | 'duplicates' | 'contact' | 'report' | 'submit';
export type Task = { name: TaskName; state: TaskState; to: string; count?: number; of?: number };

/** What a ward still has to do for one dossier that it holds, each with the place where it is done. */
export function tasksOf(of: {
  nomination: { id: string; streetId: string; state: string; contact?: unknown; returned?: { comments: readonly FieldComment[] } };
  street: { figures: Figures; from?: string | undefined; to?: string | undefined };
  minMerchants: number;
  missing: readonly string[];
}): Task[] {
  const { nomination, street, minMerchants, missing } = of;
  const { figures } = street;
  const [dossier, onStreet] = [`/ho-so/${nomination.id}`, `/duong/${nomination.streetId}`];
  const lacks = (item: string) => missing.includes(item);
  const begun = (part: number, all: boolean): TaskState => (all ? 'done' : part > 0 ? 'doing' : 'todo');
  const met = figures.merchants - figures.outreach['to-visit'];
  const remarks = nomination.returned?.comments.length ?? 0;
  return [
    ...(nomination.state === 'returned'
      ? [{ name: 'remarks', state: 'doing', to: `${dossier}#nhan-xet`, count: remarks } satisfies Task]
      : []),
    { name: 'segment', state: lacks('segment-ends') ? begun(street.from || street.to ? 1 : 0, false) : 'done', to: `${onStreet}/sua` },
    {
      name: 'merchants',
      state: begun(figures.merchants, !lacks('min-merchants')),
      to: `${onStreet}/co-so`,
      count: figures.merchants,
      of: minMerchants,
    },
    {
      name: 'outreach',
      state: begun(met, figures.merchants > 0 && met === figures.merchants),
      to: `${onStreet}/di-tung-nha`,
      count: met,
      of: figures.merchants,
    },
    { name: 'duplicates', state: lacks('undecided-duplicates') ? 'todo' : 'done', to: `${onStreet}/can-kiem` },
    { name: 'contact', state: lacks('contact') ? 'todo' : 'done', to: `${dossier}#lien-he` },
    { name: 'report', state: lacks('ward-report') ? 'todo' : 'done', to: `${dossier}#tep` },
    { name: 'submit', state: missing.length === 0 ? 'doing' : 'todo', to: `${dossier}/nop` },
  ];
}

/** Where each missing item of a dossier is put right. */
export const pageOfMissing = (item: string, nomination: { id: string; streetId: string }): string => {
  const [dossier, onStreet] = [`/ho-so/${nomination.id}`, `/duong/${nomination.streetId}`];
  const places: Record<string, string> = {
    'segment-ends': `${onStreet}/sua`,
    'min-merchants': `${onStreet}/co-so`,
    'undecided-duplicates': `${onStreet}/can-kiem`,
    contact: `${dossier}#lien-he`,
    'ward-report': `${dossier}#tep`,
  };
  return places[item] ?? dossier;
};

/** Where the field that a remark is pinned to is put right. */
export const pageOfField = (field: string, nomination: { id: string; streetId: string }): string => {
  const [area] = field.split(/[.[]/);
  if (area === 'street') return `/duong/${nomination.streetId}/sua`;
  if (area === 'merchants' || area === 'merchant') return `/duong/${nomination.streetId}/co-so`;
  return `/ho-so/${nomination.id}#${area === 'contact' ? 'lien-he' : 'tep'}`;
};
