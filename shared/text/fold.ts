/**
 * Makes typed text comparable by eye: NFC, no invisible characters (zero-width, soft hyphen, controls, half an emoji), single spaces, trimmed.
 * Decode old encodings before: in TCVN3 the soft hyphen carries the letter ư.
 */
export function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(invisible, '').normalize('NFC').replace(/ {2,}/g, ' ').trim();
}

/**
 * The form in which text is searched: without marks and case (đ→d), quotes and dashes in ASCII, single spaces.
 * "pho huong" is found in `fold('Phở Hương')`; decomposed and composed input give the same.
 */
export function fold(text: string): string {
  return foldMarks(text).replace(/đ/g, 'd');
}

/** As `fold`, but đ stays a letter of its own: houses 12D and 12Đ are two. */
export function foldMarks(text: string): string {
  return tidy(text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(marks, ''))
    .replace(/[ðɖ]/g, 'đ')
    .replace(/[‘’‚‛′`´ʼ]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-');
}

/**
 * The form in which two names are the same: `fold` without punctuation, and with i for y at the end of a syllable after a
 * consonant, because both spellings are in use (Lý and Lí, Mỹ and Mĩ, Quý and Quí; not Thúy and Thúi).
 */
export function nameKey(text: string): string {
  return fold(text)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/([bcdfghj-np-tvwxz]|qu)y(?![a-z])/g, '$1i');
}

// A joiner inside an emoji is part of the picture and stays.
const invisible = /(?!\u200D\p{Extended_Pictographic})[\p{Cc}\p{Cf}\p{Cs}]/gu;

// Only the Latin marks: in other scripts a combining mark is a vowel.
const marks = /[\u0300-\u036F]/g;
