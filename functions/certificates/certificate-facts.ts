import type { Authority } from '../../shared/authorities/authority.ts';
import { CertificateFacts } from '../../shared/certificates/certificate-text.ts';
import type { CertificateCode, Day } from '../../shared/ids.ts';
import type { NominationIn } from '../../shared/nominations/nomination.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { Street } from '../../shared/streets/street.ts';

/** What stands on a certificate, frozen as of the day of issue: the names of that day, and the figures as submitted. */
export function certificateFacts(of: {
  nomination: NominationIn<'recommended'>;
  programme: Programme;
  street: Street;
  ward: Authority;
  above: readonly Authority[];
  issued?: { number: string; code: CertificateCode };
  issuedOn: Day;
  decision?: { number: string; date: Day } | undefined;
  publicOrigin: string;
}): CertificateFacts {
  const { nomination, programme, street, ward, above } = of;
  const named = (level: Authority['level']) => above.find((unit) => unit.level === level)?.name;
  const [district, city] = [named('district'), named('city')];
  return CertificateFacts.parse({
    ...(street.kind === 'street'
      ? { kind: 'street', segment: { from: street.from, to: street.to, side: street.side } }
      : { kind: 'market', address: street.address }),
    name: street.name,
    wardName: ward.name,
    ...(district && { districtName: lowerFirst(district) }),
    cityName: lowerFirst(city ?? ward.name),
    authorityName: programme.certificate.authorityName,
    placeOfIssue: programme.certificate.placeOfIssue,
    issuedOn: of.issuedOn,
    ...of.issued,
    ...(of.decision && { decision: of.decision }),
    figures: { cashless: nomination.submission.figures.cashless, merchants: nomination.submission.figures.merchants },
    score: nomination.outcome.score,
    signatory: programme.certificate.signatory,
    publicOrigin: of.publicOrigin,
  });
}

/** "Quận Hồng Bàng" inside a line of text: "quận Hồng Bàng". */
const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
