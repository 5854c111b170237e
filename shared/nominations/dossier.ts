import type { AttachedFile, Contact } from './nomination.ts';

/** What a ward still owes before it may submit, as codes; an empty list means complete. Runs on the page and on the server. */
export function missingFrom(dossier: {
  merchants: number;
  minMerchants: number;
  contact?: Contact | undefined;
  located: boolean;
  files: readonly AttachedFile[];
  undecidedDuplicates: number;
}): string[] {
  return [
    dossier.located || 'segment-ends',
    dossier.merchants >= dossier.minMerchants || 'min-merchants',
    dossier.contact !== undefined || 'contact',
    dossier.files.some((file) => file.purpose === 'ward-report') || 'ward-report',
    dossier.undecidedDuplicates === 0 || 'undecided-duplicates',
  ].filter((item) => item !== true);
}
