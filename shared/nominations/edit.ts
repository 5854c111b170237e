import type { AttachedFile, Contact, NominationState } from './nomination.ts';
import { type Command, isIn, transition } from './transition.ts';

/** The ward changes contact and files of a dossier that it still holds. */
export const edit = transition({
  action: 'edit',
  from: ['draft', 'returned'],
  permission: 'nomination.edit',
  next: ({ at, contact, files }: Command<{ contact?: Contact | undefined; files: AttachedFile[] }>, { contact: _, ...rest }) => ({
    ...rest,
    ...(contact && { contact }),
    files,
    updatedAt: at,
  }),
});

/** Whether the ward holds the dossier: it may change contact and files then. */
export const isOpenToWard = (nomination: { state: NominationState }): boolean => isIn(nomination, edit.from);
