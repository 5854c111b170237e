/** Writes Unicode the way the old fonts and a wrong reading did. Tables written apart from those of the decoder, so that one checks the other. */
const letters = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';
const tcvn3Letters = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦';
const vniLetters =
  'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î'.split(
    ' ',
  );

const swap = (text: string, table: Map<string, string>) => [...text.normalize('NFC')].map((char) => table.get(char) ?? char).join('');

const tcvn3 = new Map([...letters].map((letter, at) => [letter, tcvn3Letters.charAt(at)]));
const vni = new Map(
  vniLetters.flatMap((code, at) => {
    const letter = letters.charAt(at);
    return [
      [letter, code],
      [letter.toUpperCase(), code.toUpperCase()],
    ] as const;
  }),
);

/** Toned capitals have no code of their own in TCVN3. */
export const inTcvn3 = (text: string): string => swap(text, tcvn3);
export const inVni = (text: string): string => swap(text, vni);

export const inNfd = (text: string): string => text.normalize('NFD');

/** UTF-8 bytes shown as Windows-1252, as browsers and editors do it: undefined bytes become control characters. */
export const asMojibake = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
