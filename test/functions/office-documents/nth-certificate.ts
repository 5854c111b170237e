import { repertoire } from '../../../functions/pdf/repertoire.ts';
import { CertificateFacts } from '../../../shared/certificates/certificate-text.ts';
import { markets, places, signatories, streets, wards } from './names.ts';

// Every letter of Vietnamese with every tone, and every sign that people type, in names of their own.
const everyLetter = Array.from({ length: 8 }, (_, part) =>
  [...repertoire]
    .filter((sign) => sign > ' ')
    .filter((_sign, i) => i % 8 === part)
    .join(''),
);
const names = [...streets, ...everyLetter.map((letters) => `Phố ${letters}`)];

/** The nth of a town's certificates: names go round in cycles of different length, so that each meets many others. Every 17th is a draft. */
export function nthCertificate(n: number): CertificateFacts {
  const pick = <T>(list: readonly T[], step = 1): T => list[(n * step) % list.length] as T;
  const [wardName, districtName] = pick(wards, 7);
  const capacity = n % 4 === 1 ? 'vice-chairman' : 'chairman';
  const authority = districtName
    ? `Ủy ban nhân dân ${districtName}`
    : `Ủy ban nhân dân ${wardName.charAt(0).toLowerCase()}${wardName.slice(1)}`;
  const day = `20${String(23 + (n % 4))}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
  const kind = n % 6 === 5 ? 'market' : 'street';
  const merchants = 1 + ((n * 37) % 3000);
  const written = {
    ...(kind === 'street'
      ? {
          kind,
          name: pick(names),
          segment: {
            ...(n % 3 > 0 && { from: pick(places, 2) }),
            ...(n % 5 > 0 && { to: pick(places, 4) }),
            ...(n % 4 > 0 && { side: (['both', 'even', 'odd'] as const)[n % 3] }),
          },
        }
      : { kind, name: pick(markets, 2), ...(n % 2 > 0 && { address: `${n} ${pick(streets, 3)}` }) }),
    wardName,
    ...(districtName && { districtName }),
    cityName: 'thành phố Hải Phòng',
    authorityName: n % 9 === 4 ? `${authority}, thành phố Hải Phòng trực thuộc trung ương` : authority,
    placeOfIssue: districtName?.replace(/^\S+ /, '') ?? wardName,
    issuedOn: day,
    ...(n % 17 !== 16 && { number: `${n + 1}/GCN-UBND`, code: code(n) }),
    ...(n % 3 !== 2 && { decision: { number: `${1000 + n}/QĐ-UBND`, date: day } }),
    figures: { merchants, cashless: merchants - (n % Math.min(merchants, 5)) },
    ...(n % 2 === 0 && { score: 80 + (n % 200) / 10 }),
    signatory: { capacity, name: pick(signatories, 5) },
    publicOrigin: n % 8 === 3 ? 'https://xac-thuc-tuyen-duong-khong-dung-tien-mat.haiphong.gov.vn' : 'https://xacthuc.hongbang.gov.vn',
    ...(n % 11 === 10 && { supersedes: `${n}/GCN-UBND` }),
  };
  // Some keyboards type letters and tones apart.
  return CertificateFacts.parse(n % 7 === 6 ? decomposed(written) : written);
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = (n: number): string => Array.from({ length: 12 }, (_, i) => alphabet[(n * (i + 7) * 13 + i * i) % 32]).join('');

const decomposed = (facts: object): unknown =>
  JSON.parse(JSON.stringify(facts), (_key, each: unknown) => (typeof each === 'string' ? each.normalize('NFD') : each));
