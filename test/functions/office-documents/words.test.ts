import { expect, test } from 'vitest';
import {
  carriedOut,
  isDocument,
  letters,
  localGovernmentLaw,
  officeHead,
  officeOf,
  shortCommittee,
  signer,
} from '../../../functions/office-documents/units.ts';
import { counted, countedKinds, dayOf, kindsWord, latest, shareOf } from '../../../functions/office-documents/words.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';

test('counts are written as clerks write them, and a share is whole only when all of them are there', () => {
  expect([0, 1, 9, 10, 1250].map(counted)).toEqual(['0', '01', '09', '10', '1.250']);
  expect([shareOf(24, 25), shareOf(9_999, 10_000), shareOf(5, 5), shareOf(0, 0), shareOf(0, 3)]).toEqual([
    '96,0%',
    '99,9%',
    '100,0%',
    '–',
    '0,0%',
  ]);
  expect(countedKinds(['market', 'street', 'street'])).toBe('02 tuyến đường, 01 chợ');
  expect([kindsWord(['market', 'street']), kindsWord(['market'])]).toEqual(['tuyến đường, chợ', 'chợ']);
  // Late in the evening in UTC it is the next day in Vietnam.
  expect(dayOf('2023-11-04T17:00:00.000Z')).toBe('2023-11-05');
  expect(latest(['2023-10-20T02:00:00.000Z', '2023-11-01T02:00:00.000Z', '2023-10-31T02:00:00.000Z'])).toBe('2023-11-01T02:00:00.000Z');
});

test('the office that advises is called as its unit has it: district, rural district, ward and commune since July 2025, city', () => {
  const named = (level: 'city' | 'district' | 'ward', name: string) => {
    const { name: office, symbol } = officeOf({ level, name });
    return `${office} ${symbol}`;
  };
  expect(named('district', 'Quận Hồng Bàng')).toBe('Phòng Kinh tế KT');
  expect(named('district', 'Huyện Thủy Nguyên')).toBe('Phòng Kinh tế và Hạ tầng KTHT');
  expect(named('ward', 'Phường Hồng Bàng')).toBe('Phòng Kinh tế, Hạ tầng và Đô thị KTHTĐT');
  expect(named('ward', 'Xã An Hưng')).toBe('Phòng Kinh tế KT');
  expect(named('city', 'Thành phố Hải Phòng')).toBe('Sở Công Thương SCT');
  expect(officeHead(officeOf({ level: 'district', name: 'Quận Hồng Bàng' }))).toEqual({
    superior: 'UBND QUẬN HỒNG BÀNG',
    authority: ['PHÒNG KINH TẾ'],
  });
  expect(letters('Ủy ban nhân dân phường Hồng Bàng')).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG HỒNG BÀNG']);
  expect(letters('Sở Công Thương')).toEqual(['SỞ CÔNG THƯƠNG']);
  expect([shortCommittee('Phường Minh Khai'), shortCommittee('Đặc khu Cát Hải')]).toEqual([
    'Ủy ban nhân dân phường',
    'Ủy ban nhân dân đặc khu',
  ]);
});

test('who signs for whom follows from the title; without one the head signs and the name stays open', () => {
  const office = officeOf({ level: 'district', name: 'Quận Hồng Bàng' });
  expect(signer('committee', { name: 'A', title: 'Phó Chủ tịch UBND phường' })).toEqual({
    capacity: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'A',
  });
  expect(signer('committee', { name: 'A', title: 'chủ  tịch' })).toEqual({ capacity: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'A' });
  expect(signer(office, { name: 'A', title: 'Trưởng phòng Kinh tế' })).toEqual({ capacity: ['TRƯỞNG PHÒNG'], name: 'A' });
  expect(signer(office, { name: 'A', title: 'Chuyên viên' })).toEqual({ capacity: ['TRƯỞNG PHÒNG'] });
  expect(signer(office, undefined)).toEqual({ capacity: ['TRƯỞNG PHÒNG'] });
});

test('a decision rests on the law on local government of its day', () => {
  expect(localGovernmentLaw('2023-11-05').join()).toContain('19 tháng 6 năm 2015');
  expect(localGovernmentLaw('2025-03-01').join()).toContain('19 tháng 02 năm 2025');
  expect(localGovernmentLaw('2025-07-01').join()).toContain('16 tháng 6 năm 2025');
});

test('a programme that is called after its document is named so, any other is a round', () => {
  const named = (name: string) => ({ name }) as Programme;
  expect([isDocument(named('Kế hoạch số 274/KH-UBND')), isDocument(named('Kế hoạchmới')), isDocument(named('Đợt 1'))]).toEqual([
    true,
    false,
    false,
  ]);
  expect(carriedOut(named('Tuyến phố 2023'))).toBe('đợt “Tuyến phố 2023”');
});
