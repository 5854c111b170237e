import type { AuthorityId, PersonId } from '../ids.ts';
import type { Nomination } from '../nominations/nomination.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Scope } from './policy.ts';

type Below = { above: readonly AuthorityId[] };

/** Scope of a unit, and of lists of what is in it: those over it, and in its own programmes the unit itself. */
export const unitScope = ({ id, above }: Below & { id: AuthorityId }): Scope => ({
  wardId: id,
  above,
  advisingAuthorityId: id,
  issuingAuthorityId: id,
});

/** Scope of a record that an authority keeps: a person, a set of criteria. */
export const keptScope = ({ authorityId, above }: Below & { authorityId: AuthorityId }): Scope => ({ wardId: authorityId, above });

/** Scope of a record of a ward's registry: a street, a merchant, an import. */
export const wardScope = ({ wardId, above }: Below & { wardId: AuthorityId }): Scope => ({ wardId, above });

/** Scope of a programme: its two authorities, and who is above them. */
export const programmeScope = ({
  advisingAuthorityId,
  issuingAuthorityId,
  above,
}: Pick<Programme, 'advisingAuthorityId' | 'issuingAuthorityId' | 'above'>): Scope => ({ advisingAuthorityId, issuingAuthorityId, above });

type Party = Pick<Nomination, 'wardId' | 'above' | 'advisingAuthorityId' | 'issuingAuthorityId'> & {
  assignment?: { assessors: readonly PersonId[] };
};

/** Scope of a nomination and of everything under it: its ward, the programme's authorities, and whoever is assigned to assess it. */
export const nominationScope = (nomination: Party): Scope => ({
  ...wardScope(nomination),
  advisingAuthorityId: nomination.advisingAuthorityId,
  issuingAuthorityId: nomination.issuingAuthorityId,
  assessors: nomination.assignment?.assessors ?? [],
});
