/** Why a password is refused; each has a sentence on the page. */
export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'contains-login' | 'too-simple';

const shortest = 10;
const longest = 200;

/** What attackers try first here, after digits and signs around the word were taken off. */
const common = new Set(
  'abc abcabc abcxyz admin administrator anhyeuem asdfghjkl baomat chinhquyen congan conghoa cuaso dangnhap demo emyeuanh giadinh haiphong hanoi hello hochiminh hongbang iloveyou khongbiet khongco letmein login master matkhau matkhaumoi monkey nguyen password passwort phoso qazwsx qazwsxedc qwerty qwertyuiop root saigon secret superman test tinhyeu trustno user vietnam vietnamvodich welcome xinchao zxcvbnm'.split(
    ' ',
  ),
);

/** What speaks against this password for this login, or undefined when it is good: length counts, and it must not be guessable. */
export function passwordFault(password: string, login: string): PasswordFault | undefined {
  const composed = password.normalize('NFC');
  const length = Array.from(composed).length;
  if (length < shortest) return 'too-short';
  if (length > longest) return 'too-long';

  const folded = composed.toLowerCase().replace(/đ/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
  if (common.has(wordIn(folded))) return 'too-common';
  const plain = folded.replace(/[^a-z0-9]/g, '');
  if (new Set(composed).size < 5 || isRun(plain)) return 'too-simple';
  const name = login.split('@')[0]?.replace(/[^a-z0-9]/g, '') ?? '';
  return name.length >= 4 && plain.includes(name) && plain.length - name.length < 6 ? 'contains-login' : undefined;
}

/** The word behind digits and signs around it and in place of letters: P@ssw0rd2023! is password. */
function wordIn(folded: string): string {
  const letters: Record<string, string> = { '@': 'a', $: 's', '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's' };
  const core = folded.replace(/^[^a-z]+|[^a-z]+$/g, '');
  return core.replace(/[^a-z]/g, (sign) => letters[sign] ?? '');
}

/** 1234567890, abcdefghij and the like, and the same piece again and again. */
function isRun(text: string): boolean {
  const steps = new Set(
    Array.from(text)
      .slice(1)
      .map((char, index) => char.charCodeAt(0) - text.charCodeAt(index)),
  );
  return (
    text.length >= 5 &&
    (/^(.{1,5})\1+$/.test(text) || steps.size === 1 || '01234567890123456789'.includes(text) || '09876543210'.includes(text))
  );
}
