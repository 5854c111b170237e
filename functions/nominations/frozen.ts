import type { Frozen, Nomination } from '../../shared/nominations/nomination.ts';
import type { Street } from '../../shared/streets/street.ts';
import { canonical, sha256 } from '../data/audit.ts';

/** The street and the files of a dossier as they stand, small enough to stay in its record. Contacts are personal and stay out. */
export function frozenOf({ files }: Pick<Nomination, 'files'>, street: Street): Frozen {
  const words =
    street.kind === 'street'
      ? { name: street.name, from: street.from, to: street.to, side: street.side }
      : { name: street.name, address: street.address };
  const line = street.line && sha256(canonical(street.line));
  const held = Object.entries({ ...words, line }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { street: Object.fromEntries(held), files: files.map((file) => file.sha256) };
}
