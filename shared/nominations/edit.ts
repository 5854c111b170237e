import type { AttachedFile, Contact } from '../nomination.ts';
import { type Command, transition } from './transition.ts';

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
