import { type Authority, existsOn } from '../authorities/authority.ts';
import { dayInVietnam } from '../deadline.ts';
import type { Failure } from '../failures/failure.ts';
import type { NominationId } from '../ids.ts';
import type { Programme } from '../programmes/programme.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Street } from '../streets/street.ts';
import { whyNotPutForward } from './begin.ts';
import type { Asked, Command, ValueIn } from './transition.ts';

type Facts = {
  street: Pick<Street, 'id' | 'wardId' | 'above' | 'name' | 'kind'>;
  programme: Pick<Programme, 'id' | 'state' | 'wardIds' | 'advisingAuthorityId' | 'issuingAuthorityId'>;
  ward: Pick<Authority, 'id' | 'name' | 'validFrom' | 'validUntil'>;
};

/** A ward begins a dossier for one of its streets: the row that leads from nothing to a draft. */
export const draft = { action: 'draft', from: [], permission: 'nomination.draft', whyNot, decide } as const;

function whyNot(asked: Asked, { street, programme, ward }: Facts): Failure | undefined {
  const refusal = whyNotPutForward(asked, { street, programme });
  if (refusal) return refusal;
  const day = dayInVietnam(new Date(asked.at));
  if (!existsOn(ward, day)) return { code: 'ward-not-valid', ward: ward.name, day };
  return programme.wardIds.includes(ward.id) ? undefined : { code: 'ward-not-in-programme', ward: ward.name };
}

function decide(command: Command<{ id: NominationId }>, facts: Facts): Result<ValueIn<'draft'>, Failure> {
  const refusal = whyNot(command, facts);
  if (refusal) return fail(refusal);
  const { street, programme, ward } = facts;
  return ok({
    id: command.id,
    state: 'draft',
    programmeId: programme.id,
    streetId: street.id,
    wardId: ward.id,
    wardName: ward.name,
    streetName: street.name,
    kind: street.kind,
    above: street.above,
    advisingAuthorityId: programme.advisingAuthorityId,
    issuingAuthorityId: programme.issuingAuthorityId,
    files: [],
    round: 0,
    extended: {},
    createdAt: command.at,
    updatedAt: command.at,
  });
}
