import { type CertificateFacts, withGenericWord } from '../../shared/certificates/certificate-text.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { StreetDetails } from '../../shared/streets/street.ts';
import type { Units } from './units.ts';
import { within } from './words.ts';

/** A street or market as papers name it. */
export type NamedStreet = {
  kind: Nomination['kind'];
  /** "Đường Điện Biên Phủ", "Chợ Sắt". */
  name: string;
  /** "đoạn từ số 1 đến số 99, cả hai bên"; a market's address. Missing while the ward has not written it. */
  where?: string;
  /** "Phường Minh Khai". */
  wardName: string;
  /** "phường Minh Khai, quận Hồng Bàng, thành phố Hải Phòng". */
  area: string;
};

const sides = { both: 'cả hai bên', even: 'bên số chẵn', odd: 'bên số lẻ' };

/** Where a street was put forward: names of ward, district and city as their records had them. */
export function namedStreetOf(
  nomination: Pick<Nomination, 'wardName' | 'above' | 'kind'>,
  street: StreetDetails,
  units: Units,
): NamedStreet {
  const names = [nomination.wardName, ...nomination.above.flatMap((id) => units.get(id)?.name ?? [])];
  const where = street.kind === 'market' ? street.address : segment(street);
  return {
    kind: street.kind,
    name: withGenericWord(street.kind, street.name),
    ...(where && { where }),
    wardName: nomination.wardName,
    area: names.map(within).join(', '),
  };
}

/** What a certificate froze, whatever became of the street and its units since. */
export function certifiedStreet(facts: CertificateFacts): NamedStreet {
  const where = facts.kind === 'market' ? facts.address : segment(facts.segment);
  return {
    kind: facts.kind,
    name: withGenericWord(facts.kind, facts.name),
    ...(where && { where }),
    wardName: facts.wardName,
    area: [facts.wardName, facts.districtName, facts.cityName].flatMap((each) => (each ? within(each) : [])).join(', '),
  };
}

function segment({
  from,
  to,
  side,
}: {
  from?: string | undefined;
  to?: string | undefined;
  side?: keyof typeof sides | undefined;
}): string {
  const ends = [from && `từ ${from}`, to && `đến ${to}`].filter(Boolean).join(' ');
  return [ends && `đoạn ${ends}`, side && sides[side]].filter(Boolean).join(', ');
}

/** "Đường Điện Biên Phủ, đoạn từ số 1 đến số 99, phường Minh Khai": one line for a sentence. */
export const inOneLine = ({ name, where, wardName }: NamedStreet): string => [name, where, within(wardName)].filter(Boolean).join(', ');
