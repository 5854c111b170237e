/**
 * TCVN3 (ABC fonts, TCVN 5712:1993 VN3): one character for each letter, seen as Latin-1. Capitals exist only without a tone;
 * the others were typed in a capital font (.VnTimeH), which text alone does not show.
 */
export const tcvn3: ReadonlyMap<string, string> = pairs(
  'µà¸á¶ả·ã¹ạ¨ă»ằ¾ắ¼ẳ½ẵÆặ©âÇầÊấÈẩÉẫËậ®đÌèÐéÎẻÏẽÑẹªêÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞịßòãóáỏâõäọ«ôåồèốæổçỗéộ¬ơêờíớëởìỡîợïùóúñủòũôụ\u00ADưõừøứöử÷ữùựúỳýýûỷüỹþỵ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư',
);

/** VNI-Windows, letters that are one character. */
export const vniLetters: ReadonlyMap<string, string> = pairs('ñđôơöưæỉóĩòịîỵííììÑĐÔƠÖƯÆỈÓĨÒỊÎỴÍÍÌÌ');

/** VNI-Windows, characters that follow a vowel and put a mark, or a mark and a tone, on it. */
export const vniMarks: ReadonlyMap<string, string> = new Map([
  ...followers('aeouyôö', { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' }),
  ...followers('aeo', { â: '\u0302', à: '\u0302\u0300', á: '\u0302\u0301', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' }),
  ...followers('a', { ê: '\u0306', è: '\u0306\u0300', é: '\u0306\u0301', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' }),
]);

/** Windows-1252 of the bytes 80 to 9F; a byte that it leaves undefined keeps its number as control character. */
export const cp1252Bytes: ReadonlyMap<string, number> = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'].map((char, at) => [char, 0x80 + at]),
);

function pairs(list: string): Map<string, string> {
  const chars = [...list];
  return new Map(chars.flatMap((char, at) => (at % 2 === 0 ? [[char, chars[at + 1] ?? ''] as const] : [])));
}

/** Capital vowels take capital or small marks: both Á and Aù were typed. */
function followers(vowels: string, marks: Record<string, string>): [string, string][] {
  const letter = (vowel: string) => vniLetters.get(vowel) ?? vowel;
  return [...vowels, ...vowels.toUpperCase()].flatMap((vowel) =>
    Object.entries(marks).flatMap(([mark, added]): [string, string][] => {
      const composed = (letter(vowel) + added).normalize('NFC');
      return [
        [vowel + mark, composed],
        [vowel + mark.toUpperCase(), composed],
      ];
    }),
  );
}
