import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, nameKey, tidy } from '../../../shared/text/fold.ts';
import fixtures from './fixtures.json' with { type: 'json' };

describe('search', () => {
  test('"pho huong" finds Phở Hương', () => {
    expect(fold('Phở Hương 12')).toContain(fold('pho huong'));
    expect(fold('PHỞ  HƯƠNG')).toBe('pho huong');
  });

  test('đ is found as d, in capitals and as the Icelandic letter that some keyboards give', () => {
    expect(['Đinh Tiên Hoàng', 'ĐINH TIÊN HOÀNG', 'Ðinh Tiên Hoàng'].map(fold)).toEqual(Array(3).fill('dinh tien hoang'));
  });

  test('a sign typed with decomposed letters is the sign typed with composed ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(fold(name.normalize('NFD'))).toBe(fold(name.normalize('NFC')));
        expect(fold(fold(name))).toBe(fold(name));
      }),
    );
    expect(fold('Bún chả Hương'.normalize('NFD'))).toBe('bun cha huong');
  });

  test('what a spreadsheet leaves around a name is not part of it', () => {
    expect(fold('\u00A0Bánh\u200B mì\u00AD\u00A0 \u202AHải Phòng\uFEFF')).toBe('banh mi hai phong');
    expect(tidy(' Tạp\u00A0hóa \t Lan\u200C\n')).toBe('Tạp hóa Lan');
  });

  test('typographic quotes and dashes are found with those of the keyboard', () => {
    expect(fold('M’Drắk – “Cà phê”')).toBe('m\'drak - "ca phe"');
  });

  test('full-width digits are digits', () => expect(fold('Ｋｉｏｔ Ａ０１')).toBe('kiot a01'));

  test('a smiling family on a sign keeps its members together', () => expect(tidy('Quán 👨‍👩‍👧')).toBe('Quán 👨‍👩‍👧'));

  test('other scripts keep their vowels', () => expect(fold('สวัสดี 한국')).toBe('สวัสดี 한국'));
});

describe('sameness of names', () => {
  test.each(fixtures.spellingVariants)('$a and $b', ({ a, b, sameKey }) => expect(nameKey(a) === nameKey(b)).toBe(sameKey));

  test('Quý is Quí and Mỹ is Mĩ, but Thúy is not Thúi and Mai is not May', () => {
    expect(nameKey('Ngọc Quý')).toBe(nameKey('Ngọc Quí'));
    expect(nameKey('MỸ HẠNH')).toBe(nameKey('Mĩ Hạnh'));
    expect(nameKey('Thúy')).not.toBe(nameKey('Thúi'));
    expect(nameKey('Máy tính May')).not.toBe(nameKey('Mái tính Mai'));
  });

  test('punctuation on a sign does not make another shop', () => {
    expect(nameKey('Cà-phê "Hương".')).toBe(nameKey('Cà phê Hương'));
    expect(nameKey('Cà phê Hương')).not.toBe(nameKey('Cà phê Hương 2'));
  });
});
