import { fold } from '../text/fold.ts';
import { remember } from './remember.ts';

type WalletsFound = { providers: readonly string[]; rest: string };

/** The wallets that a text names, by their codes in the national vocabulary of payment methods, and the words that are left. */
export const walletsIn: (text: string) => WalletsFound = remember((text) => {
  let rest = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const providers: string[] = [];
  for (const [provider, words] of wallets) {
    if (!words.test(rest)) continue;
    providers.push(provider);
    rest = rest.replace(words, ' ');
  }
  return { providers, rest: rest.replace(/\b(vi( dien tu)?|app|qr)\b/g, '').trim() };
});

/** The operator of mobile money that a text names. */
export function operatorIn(text: string): string | undefined {
  const key = fold(text);
  return operators.find(([, words]) => words.test(key))?.[0];
}

const wallets: readonly (readonly [string, RegExp])[] = [
  ['MOMO', /\bmo ?mo( pay)?\b/],
  ['ZALOPAY', /\bzalo ?pay\b/],
  ['VIETTEL_MONEY', /\bviettel ?(money|pay)\b/],
  ['VNPT_MONEY', /\bvnpt ?(money|pay)\b/],
  ['SHOPEEPAY', /\b(shopee ?pay|air ?pay)\b/],
  ['VNPAY_WALLET', /\bvn ?pay\b/],
  ['PAYOO', /\bpayoo\b/],
  ['MOBIFONE_PAY', /\bmobi ?fone ?(pay|money)\b/],
  ['FOXPAY', /\bfox ?pay\b/],
  ['ONEPAY', /\bone ?pay\b/],
  ['SMARTPAY', /\bsmart ?pay\b/],
  ['MOCA', /\b(moca|grab ?pay)\b/],
  ['VTC_PAY', /\bvtc ?pay\b/],
  ['NGAN_LUONG', /\bngan luong\b/],
];

const operators: readonly (readonly [string, RegExp])[] = [
  ['VIETTEL_MONEY', /\bviettel/],
  ['VNPT_MONEY', /\b(vnpt|vinaphone|vina)\b/],
  ['MOBIFONE_MONEY', /\bmobi ?fone|\bmobi\b/],
];
