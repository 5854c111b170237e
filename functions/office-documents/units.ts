import { type Authority, bareName } from '../../shared/authorities/authority.ts';
import type { AuthorityId, Day } from '../../shared/ids.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { OfficeDocument } from './office-document.ts';
import { capital, upper, within } from './words.ts';

/** The units that a paper names, as their records had it: a unit that was merged or renamed is another record. */
export type Units = ReadonlyMap<AuthorityId, Authority>;

/** "Ủy ban nhân dân phường Minh Khai". */
export const committeeOf = (unitName: string): string => `Ủy ban nhân dân ${within(unitName)}`;

/** The People's Committee that issues, as the programme prints it. */
export const issuer = ({ certificate }: Programme): string => capital(certificate.authorityName);

/** "ỦY BAN NHÂN DÂN" above the name of the place; another authority on one line. */
export const letters = (authorityName: string): string[] => upper(authorityName).split(/(?<=^ỦY BAN NHÂN DÂN) /u);

/** Inside a sentence: "Ủy ban nhân dân phường" for "Ủy ban nhân dân phường Minh Khai". */
export const shortCommittee = (unitName: string): string =>
  `Ủy ban nhân dân ${within(unitName.slice(0, unitName.length - bareName(unitName).length)).trim()}`.trim();

/** The office that advises a unit: its name, its letters in numbers of papers, and how its head and deputy sign. */
export type Office = { name: string; of: string; symbol: string; head: string; deputy: string; committee: string };

/**
 * Districts have a Phòng Kinh tế (rural ones Kinh tế và Hạ tầng: Decree 37/2014/NĐ-CP); since 1 July 2025 wards have a Phòng Kinh tế,
 * Hạ tầng và Đô thị and communes a Phòng Kinh tế (Decree 150/2025/NĐ-CP); a city has a department.
 */
export function officeOf(unit: Pick<Authority, 'level' | 'name'>): Office {
  const common = { of: within(unit.name), committee: committeeOf(unit.name) };
  if (unit.level === 'city') return { ...common, name: 'Sở Công Thương', symbol: 'SCT', head: 'GIÁM ĐỐC', deputy: 'PHÓ GIÁM ĐỐC' };
  const room = { ...common, head: 'TRƯỞNG PHÒNG', deputy: 'PHÓ TRƯỞNG PHÒNG' };
  if (unit.level === 'ward' && /^Phường/iu.test(unit.name)) return { ...room, name: 'Phòng Kinh tế, Hạ tầng và Đô thị', symbol: 'KTHTĐT' };
  if (unit.level === 'district' && /^Huyện/iu.test(unit.name)) return { ...room, name: 'Phòng Kinh tế và Hạ tầng', symbol: 'KTHT' };
  return { ...room, name: 'Phòng Kinh tế', symbol: 'KT' };
}

/** "UBND QUẬN HỒNG BÀNG" above "PHÒNG KINH TẾ": an office names the committee that it belongs to, shortened as the decree allows. */
export const officeHead = (office: Office): Pick<OfficeDocument['letterhead'], 'superior' | 'authority'> => ({
  superior: `UBND ${upper(office.of)}`,
  authority: [upper(office.name)],
});

/** The law on local government that holds on a day. */
export function localGovernmentLaw(day: Day): string[] {
  if (day >= '2025-06-16') return ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;'];
  if (day >= '2025-03-01') return ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;'];
  return [
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;',
  ];
}

/** Capacity and name of the head of a committee or office, or of the deputy in the head's place, where the person's title says so. */
export function signer(
  of: 'committee' | Office,
  person: { name: string; title?: string | undefined } | undefined,
): OfficeDocument['signature'] {
  const [head, deputy, first] =
    of === 'committee' ? ['CHỦ TỊCH', 'PHÓ CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN']] : [of.head, of.deputy, [] as string[]];
  const title = upper(person?.title ?? '').replace(/\s+/gu, ' ');
  const named = (capacity: string[]) => ({ capacity, ...(person && { name: person.name }) });
  if (title.startsWith(deputy)) return named([...first, `KT. ${head}`, deputy]);
  if (title.startsWith(head)) return named([...first, head]);
  return { capacity: [...first, head] };
}

/** The signature of the programme's signatory, as on its certificates. */
export const issuerSigns = ({ certificate: { signatory } }: Programme): OfficeDocument['signature'] => ({
  capacity:
    signatory.capacity === 'chairman' ? ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] : ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  name: signatory.name,
});

/** Whether a programme is called after the document it carries out, for example "Kế hoạch 274/KH-UBND". */
export const isDocument = ({ name }: Programme): boolean =>
  /^(kế hoạch|chương trình|đề án|chỉ thị|nghị quyết|quyết định|công văn)(?![\p{L}\p{M}])/iu.test(name);

/** What is carried out, inside a sentence: a document by its name, anything else as a round of certification. */
export const carriedOut = (programme: Programme): string => (isDocument(programme) ? programme.name : `đợt “${programme.name}”`);

/** "căn cứ" lines of a programme. */
export const basesOf = ({ legalBasis }: Programme): string[] => legalBasis.map((each) => `Căn cứ ${each.replace(/[\s;.]+$/u, '')};`);
