/**
 * The 241 characters that a certificate can print: printable ASCII, every letter of Vietnamese in NFC, and the punctuation that
 * people type. The fonts are cut down to these; whatever else a name contains is refused, never printed as a box.
 */
export const repertoire: ReadonlySet<string> = new Set([...ascii(), ...vietnameseLetters(), ...Array.from('–—‘’“”…•·°²№')]);

function ascii(): string[] {
  return Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
}

function vietnameseLetters(): string[] {
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const vowels = Array.from('aăâeêioôơuưy').flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
  return [...vowels, 'đ'].flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')]);
}
