/**
 * Tells whether a word is spelt like one Vietnamese syllable: initial, rhyme, tone in its place (both hòa and hoà), and case
 * (hà, Hà, HÀ; not hÀ). It is how the text itself tells in which encoding it was written.
 */
export function isSyllable(word: string): boolean {
  const lower = word.toLowerCase();
  if (word !== lower && word !== word.toUpperCase() && word.slice(1) !== lower.slice(1)) return false;
  return [3, 2, 1, 0].some((length) => {
    const initial = lower.slice(0, length);
    const rhyme = lower.slice(length);
    return initials.has(initial) && tonedRhymes.has(rhyme) && fits(initial, rhyme);
  });
}

/** c, g, ng stand before back vowels; k, gh, ngh before i, e, ê, y; "gì" and "giếng" are written with one i. */
function fits(initial: string, rhyme: string): boolean {
  const front = /^[ieêy]/.test(
    rhyme
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
      .normalize('NFC'),
  );
  if (initial === 'k' || initial === 'gh' || initial === 'ngh') return front;
  if (initial === 'c' || initial === 'ng') return !front;
  return initial !== 'g' || !front || /^[iìíỉĩị]/.test(rhyme);
}

const initials = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '));

const open = `a e ê i o ô ơ u ư y ia ua ưa uơ uê uy oa oe uya ai ay ây oi ôi ơi ui ưi ao au âu eo êu iu ưu iêu yêu oai oay uây
  uôi ươi ươu oao oeo uyu`;
const sonorant = `am ăm âm em êm im om ôm ơm um ưm iêm yêm uôm ươm oam oăm oem an ăn ân en ên in on ôn ơn un ưn yn iên yên uôn ươn
  oan oăn oen uân uyn uyên ang ăng âng eng êng ing ong ông ung ưng iêng yêng uông ương oang oăng oeng uâng oong anh ênh inh ynh
  oanh uênh uynh`;
// The rhymes in k are those of place names from the languages of the highlands (Đắk Lắk).
const stopped = `ap ăp âp ep êp ip op ôp ơp up ưp yp iêp ươp oap oăp oep uyp at ăt ât et êt it ot ôt ơt ut ưt yt iêt yêt uôt ươt oat oăt
  oet uât uêt uyt uyêt ac ăc âc ec oc ôc uc ưc iêc uôc ươc oac oăc ooc ach êch ich ych oach uêch uych ak ăk âk ek êk ik ok ôk uk ưk`;

const words = (list: string) => list.split(/\s+/);
const allTones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const stopTones = ['\u0301', '\u0323'];

const tonedRhymes = new Set([
  ...[...words(open), ...words(sonorant)].flatMap((rhyme) => withTones(rhyme, allTones)),
  ...words(stopped).flatMap((rhyme) => withTones(rhyme, stopTones)),
]);

function withTones(rhyme: string, tones: readonly string[]): string[] {
  return tonePlaces(rhyme).flatMap((at) => tones.map((tone) => (rhyme.slice(0, at + 1) + tone + rhyme.slice(at + 1)).normalize('NFC')));
}

/** On the vowel that has a mark of its own, else on the last before a consonant, else the first of two and the middle of three. */
function tonePlaces(rhyme: string): number[] {
  if (['oa', 'oe', 'uy'].includes(rhyme)) return [0, 1];
  const marked = Math.max(...[...'ăâêôơ'].map((vowel) => rhyme.indexOf(vowel)));
  if (marked >= 0) return [marked];
  const vowels = /^[aeiouyư]+/.exec(rhyme)?.[0].length ?? 1;
  return [vowels < rhyme.length ? vowels - 1 : vowels === 3 ? 1 : 0];
}
