import { type Handover, inOrder } from '../../shared/ceremony/ceremony.ts';
import { type Certificate, handedOut } from '../../shared/certificates/certificate.ts';
import { type CertificateFacts, certificateLines } from '../../shared/certificates/certificate-text.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { AuthorityId, CertificateCode, NominationId } from '../../shared/ids.ts';
import type { Nomination, NominationIn } from '../../shared/nominations/nomination.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { findAuthorities } from '../authorities/store.ts';
import { certificateFacts } from '../certificates/certificate-facts.ts';
import type { Table } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { wholeBoardOf } from '../programmes/store.ts';
import { certificatesByCode, streetsById } from './store.ts';

type Final = { handover: Extract<Handover, { state: 'final' }>; facts: CertificateFacts; certificate: ValidCertificate };
type Draft = { handover: Extract<Handover, { state: 'draft' }>; facts: CertificateFacts };
type ValidCertificate = Extract<Certificate, { state: 'valid' }>;
/** A hand-over with what its certificate says, and the certificate itself once there is one. */
export type Prepared = Final | Draft;

/**
 * Everything that is handed over at a programme's ceremony, in the given order: valid certificates, and as drafts what the Economics
 * office recommends. Whether a certificate is valid is read from the certificate; one that was superseded is followed to its successor.
 */
export async function handoversOf(deps: Deps, programme: Programme, order: readonly NominationId[]): Promise<Prepared[]> {
  const board = await wholeBoardOf(deps.table, programme.id);
  const certified = board.filter((each) => each.state === 'certified');
  const advised = board.filter((each) => each.state === 'recommended').filter((each) => each.recommendation.inFavour);
  const all: Prepared[] = [...(await finals(deps.table, certified)), ...(await drafts(deps, programme, advised))];
  const byId = new Map(all.map((each) => [each.handover.nominationId, each]));
  return inOrder(
    all.map(({ handover }) => handover),
    order,
  ).flatMap(({ nominationId }) => byId.get(nominationId) ?? []);
}

async function finals(table: Table, certified: readonly NominationIn<'certified'>[]): Promise<Final[]> {
  const found = new Map<CertificateCode, Certificate>();
  for (let open = certified.map((each) => each.certificateCode); open.length > 0; ) {
    const read = await certificatesByCode(table, open);
    for (const each of read) found.set(each.code, each);
    // The list of nominations may be a moment old, a certificate read by its code is not.
    open = read.flatMap((each) => (each.state === 'superseded' && !found.has(each.supersededBy) ? [each.supersededBy] : []));
  }
  const valid = (code: CertificateCode): ValidCertificate | undefined => {
    const certificate = found.get(code);
    if (certificate?.state === 'superseded') return valid(certificate.supersededBy);
    return certificate?.state === 'valid' ? certificate : undefined;
  };
  return certified.flatMap((nomination) => {
    const certificate = valid(nomination.certificateCode);
    if (!certificate) return [];
    const { code, number, year, count, facts } = certificate;
    const handover = {
      state: 'final' as const,
      ...wordingOf(nomination, facts),
      code,
      number,
      year,
      count,
      file: stateOfFile(certificate),
    };
    return [{ handover, facts, certificate }];
  });
}

/** Whatever is handed out is there, also where ours could not be made and one was signed elsewhere. */
const stateOfFile = (certificate: Certificate) => (handedOut(certificate) ? ('ready' as const) : certificate.file.state);

/** Drafts bear the day of the ceremony: the day of issue is not known before leadership decides, and today would make a new file each day. */
async function drafts(deps: Deps, programme: Programme, advised: readonly NominationIn<'recommended'>[]): Promise<Draft[]> {
  if (advised.length === 0) return [];
  const units = [...new Set(advised.flatMap((each) => [each.wardId, ...each.above]))];
  const [streets, authorities] = await Promise.all([
    streetsById(
      deps.table,
      advised.map((each) => each.streetId),
    ),
    namedUnits(deps.table, units),
  ]);
  const streetOf = new Map(streets.map((street) => [street.id, street]));
  return advised.flatMap((nomination) => {
    const [street, ward] = [streetOf.get(nomination.streetId), authorities.get(nomination.wardId)];
    if (!street || !ward) throw new Error(`nomination ${nomination.id} names records that are gone`);
    const facts = certificateFacts({
      nomination,
      programme,
      street,
      ward,
      above: nomination.above.flatMap((id) => authorities.get(id) ?? []),
      issuedOn: dayInVietnam(new Date(programme.ceremonyAt)),
      publicOrigin: deps.publicOrigin,
    });
    return [{ handover: { state: 'draft' as const, ...wordingOf(nomination, facts) }, facts }];
  });
}

async function namedUnits(table: Table, ids: readonly AuthorityId[]) {
  const all = [];
  for (let at = 0; at < ids.length; at += 100) all.push(...(await findAuthorities(table, ids.slice(at, at + 100))));
  return new Map(all.map((unit) => [unit.id, unit]));
}

/** What is said of a hand-over in lists and on the screen: the words of the certificate. */
function wordingOf(nomination: Nomination, facts: CertificateFacts) {
  const { name, segment, place } = certificateLines(facts);
  const { kind, wardName, figures, score } = facts;
  return {
    nominationId: nomination.id,
    kind,
    name,
    ...(segment && { segment }),
    wardId: nomination.wardId,
    wardName,
    place,
    figures,
    ...(score !== undefined && { score }),
  };
}
