import type { Failure } from '../failures/failure.ts';
import type { AuthorityId, PersonId } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Actor, HeldRole, Role } from './person.ts';

/**
 * How the holder of a role stands to the record:
 * - `ward`: the role is held in the record's ward
 * - `over`: the role is held in the record's unit or one above it
 * - `advising`, `issuing`: held in the authority that advises or issues in the programme
 * - `assigned`: the person is assigned to the nomination
 * - `any`: holding the role anywhere is enough
 */
export type ScopeRelation = 'ward' | 'over' | 'advising' | 'issuing' | 'assigned' | 'any';
export type Grant = { role: Role; relation: ScopeRelation };

/** Where a record stands, as far as permission asks; `scope.ts` names that of each noun. */
export type Scope = {
  /** The ward that the record belongs to, or the unit, where the record is of another unit. */
  wardId?: AuthorityId;
  /** Units above that one, nearest first. */
  above?: readonly AuthorityId[];
  advisingAuthorityId?: AuthorityId;
  issuingAuthorityId?: AuthorityId;
  assessors?: readonly PersonId[];
};

const ward: Grant = { role: 'ward', relation: 'ward' };
const advisingOfficer: Grant = { role: 'officer', relation: 'advising' };
const issuingLeader: Grant = { role: 'leader', relation: 'issuing' };
const assigned: Grant = { role: 'assessor', relation: 'assigned' };
const cityAbove: Grant = { role: 'city', relation: 'over' };
const adminOver: Grant = { role: 'admin', relation: 'over' };
const registryReaders: readonly Grant[] = [
  ward,
  { role: 'officer', relation: 'over' },
  { role: 'leader', relation: 'over' },
  cityAbove,
  adminOver,
];
const dossierReaders: readonly Grant[] = [ward, advisingOfficer, issuingLeader, assigned, cityAbove, adminOver];
const everyone: readonly Grant[] = [
  { role: 'ward', relation: 'any' },
  { role: 'officer', relation: 'any' },
  { role: 'assessor', relation: 'any' },
  { role: 'leader', relation: 'any' },
  { role: 'city', relation: 'any' },
  { role: 'admin', relation: 'any' },
];

/** Who may do what to whose record. Tests are generated from it; a route without a line does not compile. */
export const policy = {
  'me.read': everyone,
  'notice.read': everyone,
  'authority.read': everyone,
  'authority.write': [adminOver],
  'authority.history': [adminOver],
  'person.list': [adminOver, { role: 'officer', relation: 'over' }],
  'person.read': [adminOver],
  'person.write': [adminOver],
  'person.history': [adminOver],
  'programme.read': everyone,
  'programme.list': everyone,
  'programme.write': [{ role: 'officer', relation: 'advising' }],
  'programme.board': [advisingOfficer, issuingLeader, cityAbove, { role: 'admin', relation: 'over' }],
  'programme.overview': [{ role: 'officer', relation: 'over' }, { role: 'leader', relation: 'over' }, cityAbove, adminOver],
  'programme.history': [advisingOfficer, issuingLeader, adminOver],
  'ceremony.read': [issuingLeader],
  'ceremony.order': [issuingLeader],
  'ceremony.makeFile': [issuingLeader],
  'personalData.find': [adminOver],
  'personalData.export': [adminOver],
  'personalData.erase': [adminOver],
  'criteria.read': everyone,
  'criteria.write': [adminOver],
  'criteria.history': [adminOver],
  'street.list': registryReaders,
  'street.read': registryReaders,
  'street.write': [ward],
  'street.history': [ward, { role: 'officer', relation: 'over' }, adminOver],
  'merchant.read': registryReaders,
  'merchant.search': [{ role: 'officer', relation: 'over' }, adminOver],
  'merchant.write': [ward],
  'merchant.reveal': [ward, { role: 'officer', relation: 'over' }],
  'merchant.history': [ward, { role: 'officer', relation: 'over' }, adminOver],
  'import.preview': [ward],
  'import.write': [ward],
  'file.upload': [
    { role: 'ward', relation: 'any' },
    { role: 'officer', relation: 'any' },
    { role: 'assessor', relation: 'any' },
    { role: 'leader', relation: 'any' },
  ],
  'nomination.list': [ward, cityAbove, adminOver],
  'nomination.draft': [ward],
  'nomination.edit': [ward],
  'nomination.read': dossierReaders,
  'nomination.comment': [ward, advisingOfficer, issuingLeader],
  'nomination.submit': [ward],
  'nomination.withdraw': [ward],
  'nomination.return': [advisingOfficer],
  'nomination.extend': [advisingOfficer],
  'nomination.assign': [advisingOfficer],
  'nomination.recommend': [advisingOfficer],
  'nomination.awaiting': [issuingLeader, { role: 'admin', relation: 'issuing' }],
  'nomination.sendBack': [issuingLeader],
  'nomination.approve': [issuingLeader],
  'nomination.decline': [issuingLeader],
  'nomination.askToCorrect': [advisingOfficer],
  'nomination.confirmCorrection': [issuingLeader],
  'nomination.askToRevoke': [issuingLeader],
  'nomination.confirmRevocation': [issuingLeader, { role: 'admin', relation: 'issuing' }],
  'nomination.dropRequest': [issuingLeader],
  'nomination.history': [ward, advisingOfficer, issuingLeader, adminOver],
  'assessment.list': [{ role: 'assessor', relation: 'any' }],
  'assessment.write': [assigned],
  'assessment.read': [assigned, advisingOfficer, issuingLeader],
  'assessment.acknowledge': [advisingOfficer],
  'document.submission': [ward, advisingOfficer, issuingLeader],
  'document.assessment': [advisingOfficer, issuingLeader],
  'document.recommendation': [advisingOfficer, issuingLeader],
  'document.decision': [advisingOfficer, issuingLeader, cityAbove],
  'document.results': [advisingOfficer, issuingLeader, cityAbove],
  'certificate.list': [advisingOfficer, issuingLeader, cityAbove, adminOver],
  'certificate.read': [ward, advisingOfficer, issuingLeader, cityAbove, adminOver],
  'certificate.retry': [advisingOfficer, issuingLeader],
  'certificate.substitute': [issuingLeader],
  'certificate.history': [advisingOfficer, issuingLeader, adminOver],
} as const satisfies Record<string, readonly Grant[]>;

export type ActionName = keyof typeof policy;

/** Whether the actor may do this to a record that stands there. */
export function may(actor: Actor, action: ActionName, scope: Scope): Result<Actor, Failure> {
  const grants: readonly Grant[] = policy[action];
  return grants.some((grant) => actor.roles.some((held) => held.role === grant.role && holds(held, grant.relation, scope, actor.id)))
    ? ok(actor)
    : fail({ code: 'not-permitted', action });
}

function holds(held: HeldRole, relation: ScopeRelation, scope: Scope, personId: PersonId): boolean {
  switch (relation) {
    case 'ward':
      return held.authorityId === scope.wardId;
    case 'over':
      return held.authorityId === scope.wardId || (scope.above ?? []).includes(held.authorityId);
    case 'advising':
      return held.authorityId === scope.advisingAuthorityId;
    case 'issuing':
      return held.authorityId === scope.issuingAuthorityId;
    case 'assigned':
      return (scope.assessors ?? []).includes(personId);
    case 'any':
      return true;
  }
}
