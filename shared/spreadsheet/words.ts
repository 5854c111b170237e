import type { MerchantDetails } from '../merchants/merchant.ts';
import { fold } from '../text/fold.ts';
import { remember } from './remember.ts';

/** Household business or enterprise, as wards write it: HKD, hộ cá thể, DN, Cty TNHH, HTX … */
export const readType: (text: string) => MerchantDetails['type'] = remember((text) => {
  const key = fold(text);
  if (/\b(dn|dntn|cty|tnhh|ctcp|htx|doanh nghiep|cong ty|hop tac xa|chi nhanh|enterprise|company|corp\w*|ltd)\b/.test(key))
    return 'enterprise';
  return /\b(hkd|hkdct|hkdcn|ho|ca the|ca nhan|household|individual|sole)\b/.test(key) ? 'household' : undefined;
});

/** The state of the door-to-door visits; `nothing` when the text speaks of something else that is no doubt ("Đang hoạt động"). */
export function readOutreach(text: string): MerchantDetails['outreach'] | 'nothing' | undefined {
  const key = fold(text);
  return outreachWords.find(([, words]) => words.test(key))?.[0];
}

const outreachWords: readonly (readonly [MerchantDetails['outreach'] | 'nothing', RegExp])[] = [
  ['closed', /\b(dong cua|nghi (ban|kinh doanh|han)|ngung|tam nghi|giai the|closed)\b/],
  ['refused', /\b(tu choi|khong dong y|khong hop tac|refused)\b/],
  ['to-visit', /^(chua|to visit|to-visit|can van dong|khong)\b/],
  ['equipped', /\b(da (lap|trang bi|cap|co|cai|dung|dang ky)|lap xong|trang bi|equipped)\b/],
  ['visited', /\b(da (van dong|tham|den|tiep can|tuyen truyen|gap|khao sat)|visited|dong y|hoan thanh|xong)\b|^(da|co|x|v|✓|✔|1)$/],
  ['nothing', /\b(hoat dong|binh thuong|kinh doanh|moi mo)\b/],
];
