import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectEncoding, repairText } from '../../../shared/text/legacy-encoding.ts';
import { isSyllable } from '../../../shared/text/syllable.ts';
import fixtures from './fixtures.json' with { type: 'json' };
import { asMojibake, inNfd, inTcvn3, inVni } from './legacy-encoders.ts';

test.each(fixtures.legacyEncodings)('$enc: $unicode', ({ raw, unicode }) => expect(repairText(raw).text).toBe(unicode));

// Words of shop lists, with every letter of the alphabet in them.
const words =
  `ủy ban nhân dân phường quận thành phố cộng hòa xã hội chủ nghĩa Việt Nam độc lập tự do hạnh phúc danh sách cơ sở kinh doanh tuyến đường
  tên chủ hộ số nhà tổ ngành hàng hình thức thanh toán chuyển khoản ví điện tử hóa đơn cam kết ghi chú vàng bạc đồng hồ mắt kính máy tính quầy thuốc
  siêu thị tạp hóa lẩu bún chả phở gà bánh đa cua cà phê trà sữa nước mía giặt là sửa xe giày dép thời trang điện thoại nghỉ thứ mới mở Đinh Tiên
  Hoàng Nguyễn Trãi Lê Lợi Điện Biên Phủ Quỳnh Thủy Thuỷ Nguyệt Khuê Hằng Đặng Ngô Vũ Bùi Đỗ Hồ Phạm Trần Dương Lương Đoàn Mai Yến Hương Loan Nghĩa
  Khánh Tuấn Dũng Hùng Sơn Trường Thảo Lan Hà Bình Đạt Nhung tiền mặt chợ sắt an biên cầu đất lạch tray máy tơ gia viên đằng giang quyết thắng tự giác
  giếng gì giữ khuya khuỷu nguyên huyền ngoằn khoét xoong toong hoét quạt quýt quốc quẻ mỡ mỹ kỹ kỹ sỹ lý vỹ kẽm thuở hươu rượu ngẫu nghiêng uể oải ỉu xìu
  ếch ẩm ướt ổn định ỷ lại ăn uống ầm ĩ ơn ở ợ`
    .normalize('NFC')
    .split(/\s+/);
const lowerOrInitial = words.filter((word) => inTcvn3(word) !== word || /^[\0-\x7F]*$/.test(word));
const phrase = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((some) => some.join(' '));

test('every word of a shop list is spelt like Vietnamese', () => expect(words.filter((word) => !isSyllable(word))).toEqual([]));

describe('correct text stays itself', () => {
  test('Vietnamese, in small letters, in capitals and with numbers', () => {
    fc.assert(
      fc.property(phrase, fc.boolean(), (text, loud) => {
        const written = loud ? `${text.toUpperCase()}: 12/3 (A)` : text;
        expect(repairText(written)).toEqual({ text: written, was: 'unicode' });
      }),
    );
  });

  test('one short word at a time', () => {
    const damaged = [...words, ...words.map((word) => word.toUpperCase())].filter((word) => repairText(word).text !== word);
    expect(damaged).toEqual([]);
  });

  test.each([
    'Nestlé',
    'café',
    'Crème brûlée',
    'São Paulo',
    'Müller',
    'Señor',
    'Häagen-Dazs',
    'Citroën',
    'Noël',
    'naïve',
    'Coca-Cola®',
    '© 2023',
    '35 °C',
    '×',
    '××',
    '2×3',
    '½ kg',
    '§ 5',
    '«Lan»',
    'Vạn·Lan',
    'TK 1903 – VND',
    '한국',
    '日本',
    '👍',
    'L’Oréal',
    'Bánh Häagen',
    'Øresund',
    'Kraków',
    '',
  ])('%s', (text) => expect(repairText(text)).toEqual({ text, was: 'unicode' }));

  test('ASCII is never touched, whatever the sheet is in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), fc.constantFrom('tcvn3', 'vni', 'mojibake'), (text, hint) => {
        expect(repairText(text, hint)).toEqual({ text, was: 'unicode' });
      }),
    );
  });

  test('any text at all is read into composed Unicode', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), phrase.map(inVni), phrase.map(inTcvn3), phrase.map(asMojibake)), (text) => {
        const repaired = repairText(text);
        if (repaired.was === 'unicode') expect(repaired.text).toBe(text);
        expect(repaired.text.normalize('NFC')).toBe(repaired.text);
      }),
    );
  });
});

describe('a whole column comes back word by word', () => {
  test.each([
    ['tcvn3', inTcvn3, lowerOrInitial],
    ['vni', inVni, words],
    ['mojibake', asMojibake, words],
    ['nfd', inNfd, words],
  ] as const)('%s', (encoding, encode, list) => {
    const column = list.map(encode);
    const found = detectEncoding(column);
    expect(found).toBe(encoding);
    expect(column.map((cell) => repairText(cell, found).text)).toEqual(list);
  });

  test('a column of correct Vietnamese is Unicode, also when all its words fit Latin-1', () => {
    expect(detectEncoding(words)).toBe('unicode');
    expect(detectEncoding(['Bé', 'Hà', 'Lan', 'cà phê', 'Nestlé'])).toBe('unicode');
    expect(detectEncoding([])).toBe('unicode');
  });
});

describe('a phrase tells its encoding by itself', () => {
  const decisive = fc.constantFrom(
    'Điện Biên Phủ',
    'Nguyễn Thị Hương',
    'Phường Minh Khai',
    'Đường Đinh Tiên Hoàng',
    'Bánh mì Hải Phòng',
    'thanh toán không tiền mặt',
  );
  test.each([
    ['tcvn3', inTcvn3],
    ['vni', inVni],
    ['mojibake', asMojibake],
  ] as const)('%s', (was, encode) => {
    fc.assert(
      fc.property(decisive, (text) => {
        expect(repairText(encode(text))).toEqual({ text, was });
      }),
    );
  });
});

describe('what cannot be known', () => {
  test('"Bé" is also TCVN3 for "Bộ": it stays, unless its column was TCVN3', () => {
    expect(repairText('Bé').text).toBe('Bé');
    expect(repairText('Bé', 'tcvn3')).toEqual({ text: 'Bộ', was: 'tcvn3' });
    expect(repairText('Hoà', 'vni')).toEqual({ text: 'Hồ', was: 'vni' });
  });

  test('a correct cell in an old column stays, and so does a foreign name', () => {
    expect(repairText('Điện Biên Phủ', 'tcvn3').text).toBe('Điện Biên Phủ');
    expect(repairText('Nestlé', 'tcvn3').text).toBe('Nestlé');
  });

  test('capitals of a capital font come back small, except in words whose plain letters are capitals', () => {
    expect(repairText('®iÖn biªn phñ').text).toBe('điện biên phủ');
    expect(repairText('§IÖN BI£N PHñ').text).toBe('ĐIỆN BIÊN PHỦ');
    expect(repairText('PH¦¥êNG HOµNG V¡N THô').text).toBe('PHƯỜNG HOÀNG VĂN THỤ');
  });
});

describe('bytes that were lost on the way', () => {
  test.each([
    ['Äinh TiÃªn HoÃ\u00A0ng', 'Đinh Tiên Hoàng'],
    ['PhÆ°á»ng HoÃ ng VÄƒn Thá»¥', 'Phường Hoàng Văn Thụ'],
    ['GiÃ¡o há»c Ä\u0090inh', 'Giáo học Đinh'],
    ['lÃ  gÃ¬', 'là gì'],
    ['MÃ¡y tnh', 'Máy tnh'],
    ['KÃnh máº¯t', 'Kính mắt'],
    ['CafÃ© â€“ BÃ¡nh', 'Café – Bánh'],
  ])('%s', (raw, text) => expect(repairText(raw)).toEqual({ text, was: 'mojibake' }));
});
