import { fold } from '../text/fold.ts';
import { type Bank, banks } from './bank-table.ts';

/** The bank that a six-digit code of VietQR belongs to; undefined for a code that is not in the State Bank's list. */
export const bankByBin = (bin: string): Bank | undefined => byBin.get(bin);

/** The registered name of a bank on a day (YYYY-MM-DD): names change, certificates and lists of earlier days keep theirs. */
export function bankName(bin: string, day: string): string | undefined {
  const bank = byBin.get(bin);
  if (!bank) return undefined;
  const [first, ...later] = bank.names;
  return later.findLast(({ validFrom }) => validFrom <= day)?.name ?? first.name;
}

/** What a screen shows for a bank: the name people use, else the registered one. */
export const bankLabel = (bank: Bank): string => bank.aliases[0] ?? bank.names[0].name;

/**
 * Finds a bank from what people write: "VCB", "NH TMCP Ngoại thương", "Vietcombank - CN Hải Phòng", "MB (Quân đội)", with or without
 * marks. Undefined when nothing fits or parts of the text name different banks: a wrong bank is worse than none.
 */
export function bankByName(text: string): Bank | undefined {
  const folded = fold(text).slice(0, 120);
  const whole = lookup(folded);
  if (whole) return whole;
  const found = new Set(
    folded
      .split(/[-(),/:;|]/)
      .map(lookup)
      .filter((bank) => bank !== undefined),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function lookup(folded: string): Bank | undefined {
  const full = words(folded);
  const plain = full.replace(/ (cn|chi nhanh|pgd|phong giao dich|branch)( .*)?$/, '');
  const withoutTown = bare(plain).replace(/ (tp )?(hai phong|hp|ha noi|hn|ho chi minh|hcm)$/, '');
  const bank = [full, plain, bare(plain), withoutTown].map((form) => byKey.get(compact(form))).find((each) => each !== undefined);
  // "Sài Gòn" alone is a place and the beginning of four banks.
  const isPlace = compact(bare(plain)) === 'saigon' && !/^(ngan hang|nh|tmcp)/.test(plain);
  return isPlace ? undefined : bank;
}

/** Without the words that any bank may carry. */
const bare = (plain: string) =>
  plain
    .replace(
      /^(?:(?:ngan hang|nhtmcp|nhtm|nh|thuong mai|co phan|tmcp|tm|cp|trach nhiem huu han|tnhh|mot thanh vien|mtv|nha nuoc)(?: |$))+/,
      '',
    )
    .replace(/ (viet nam|vn)$/, '');

const words = (folded: string) =>
  folded
    .replace(/&/g, ' va ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const compact = (plain: string) => plain.replace(/ /g, '');

const byBin = new Map(banks.map((bank) => [bank.bin, bank]));

const byKey = new Map(
  banks.flatMap((bank) =>
    [bank.bin, ...bank.names.map(({ name }) => name), ...bank.aliases].flatMap((name) => {
      const plain = words(fold(name));
      return [plain, bare(plain)].map((form) => [compact(form), bank] as const);
    }),
  ),
);
