import { fold } from '../text/fold.ts';
import type { FieldCode } from './fields.ts';
import { walletsIn } from './wallets.ts';

/** A field that a head may mean. Above `sure` the head says it alone; below, a group head above it or the rest of the table decides. */
export type HeadMatch = { field: FieldCode; weight: number };

export const sure = 6;

/** The letters and digits of a head, folded: "Số TK – Ngân hàng" → "so tk ngan hang". */
export const headKey = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The fields that a head may mean, the likeliest first; none for heads of other things (e-mail, cash, signature, "Chưa ký"). */
export function matchHead(head: string): HeadMatch[] {
  if (/^(#|№|n°)$/.test(head.trim())) return [{ field: 'stt', weight: 9 }];
  // What stands in brackets explains the head: "Ví điện tử (MoMo, ZaloPay)", "Tên cơ sở (theo biển hiệu)".
  const plain = headKey(head.replace(/\([^)]*\)/g, ' '));
  const key = plain === '' ? headKey(head) : plain;
  if (key === '' || key.length > 90 || others.test(key)) return [];

  const best = new Map<FieldCode, number>();
  for (const [field, weight, words] of rules) {
    if (words.test(key) && weight > (best.get(field) ?? 0)) best.set(field, weight);
  }
  // A column per wallet has the wallet's name for a head.
  const named = walletsIn(key);
  if (named.providers.length > 0 && named.rest === '') best.set('wallet', 9);
  return [...best].map(([field, weight]) => ({ field, weight })).sort((a, b) => b.weight - a.weight);
}

/** Heads of other things, whatever stands above them: cash under "Hình thức thanh toán" is no cashless method. */
export const isOtherThing = (head: string): boolean => others.test(headKey(head)) && headKey(head) !== 'zalo';

/** Sub-heads of a pair of tick columns: a tick under "Không" or "Chưa ký" is no. */
export const saysNo = (head: string): boolean => /^(khong|chua|ko|no)\b(?!.*tien mat)/.test(headKey(head));

/** Sub-heads that only say "tick here": the head above them is the field. */
export const saysYes = (head: string): boolean => /^(co|da co|yes|x|dat|danh dau( x)?)$/.test(headKey(head));

// Columns of real lists that the registry does not keep, or that look like a field and are another thing.
const others = new RegExp(
  [
    '^(khong|chua|ko)\\b(?!.*tien mat)',
    '^(tien mat|cash|zalo|(so )?e ?mail|website|facebook|fanpage|(ngay|nam) sinh|(ngay|noi) cap|doanh thu|dien tich|kinh do|vi do|toa do)\\b(?! ?pay)',
    '^(chu ky|ky ten|ky nhan|((so|ma) )?(giay phep|gpkd|gcn ?dkkd|dkkd)|(ho )?(va )?(ten )?chu (tai khoan|tk)|ten (tai khoan|tk)|account (holder|name))\\b',
    '\\b(nhu cau|de nghi|can ho tro|niem yet gia|hinh anh|anh chup|lao dong)\\b',
    '^(phuong|phuong xa|xa|xa phuong|quan|quan huyen|ward|district|thanh pho|tinh)$',
  ].join('|'),
);

const rules: readonly (readonly [FieldCode, number, RegExp])[] = [
  ['stt', 9, /^(stt|tt|s t t|so tt|so thu tu|thu tu|no|num|order|index)$/],
  ['stt', 4, /^(id|so|ma so)$/],

  [
    'name',
    8,
    /^ten( (goi|hieu|co so|cs|cskd|ho|hkd|cua|don vi|dn|doanh nghiep|diem|bien|bang|shop|quan|quay|gian|sap|kiot|thuong|nha hang|tiem|cong ty|cty|to chuc|hang quan|kinh doanh|kd)\b.*)$/,
  ],
  ['name', 5, /^ten$|^ho ten (ho kinh doanh|hkd)\b/],
  ['name', 7, /^(co so|cskd|cs kd|ho (kinh doanh|kd)|hkd|don vi (kinh doanh|kd)|diem (kinh doanh|ban))\b(?!.*\b(dn|doanh nghiep)$)/],
  ['name', 6, /^(co so|ho (kinh doanh|kd)|hkd|doanh nghiep|cua hang|cua hieu|bien hieu|bang hieu|thuong hieu)\b/],
  ['name', 4, /^don vi$/],
  [
    'name',
    8,
    /\b(business|shop|store|merchant|trade|trading|outlet|establishment|company|stall) name\b|\bname of\b|^(merchant|shop|store|business|establishment|outlet)$/,
  ],
  ['name', 6, /^name$/],

  [
    'owner',
    9,
    /\bchu (ho|co so|cs|cskd|cua hang|quan|kinh doanh|kd|hang|sap|quay|shop|hkd|dn|doanh nghiep|tiem|nha|the|kiot)\b|\b(owner|proprietor)\b/,
  ],
  ['owner', 8, /\bdai dien\b|\brepresentative\b/],
  ['owner', 6, /^(ho (va )?ten\b.*|chu|full name|tieu thuong|(ho )?(va )?ten tieu thuong)$/],
  ['owner', 5, /\b(nguoi (quan ly|phu trach|lien he)|manager|contact person)\b/],

  [
    'type',
    8,
    /^(loai hinh|loai hinh (co so|dn|doanh nghiep|to chuc|hkd dn|dn hkd)|loai (co so|ho)|phan loai|(ho kinh doanh|ho kd|hkd) (dn|doanh nghiep)|dn hkd|(business|legal|entity) (type|form)|legal status)$/,
  ],
  ['type', 7, /^(loai hinh|hinh thuc) (kinh doanh|kd)$/],
  ['type', 5, /^(loai|type|kind)$/],

  ['place', 9, /\b(so nha|house (no|number))\b|^sn$/],
  ['place', 8, /\b(kiot|ki ot|kios|kiosk|so quay|quay so|so sap|so o|gian hang so|so gian|lo so|so lo|stall|booth)\b/],
  ['place', 8, /^dia chi\b(?!.*\b(chu|thuong tru|noi o|nha rieng)\b)|^(dc|d c)\b/],
  ['place', 7, /\b(address|addr)\b|^(dia diem|vi tri|noi) ?(kinh doanh|kd|ban hang)?$|^location$/],
  ['place', 5, /^(so|quay|lo|sap|o|gian hang|gian)$/],
  ['place', 3, /\bdia chi\b/],

  ['street', 8, /\b(tuyen duong|tuyen pho|duong pho|ten (duong|pho|tuyen|cho))\b/],
  ['street', 7, /^((thuoc )?(tuyen|duong|pho|cho)( (pho|cho|duong))?|street|street name|road|market)$/],

  ['residentialGroup', 9, /\b(tdp|to dan pho|to dp|to dan cu|khu dan cu|kdc|khu pho|cum dan cu)\b/],
  ['residentialGroup', 6, /^(to|to so|thon|khu|cum|residential group|group|neighbou?rhood|to khu|khu to)$/],

  ['category', 8, /\b(nganh hang|nganh nghe|mat hang|linh vuc|nhom hang|nganh kinh doanh|hang hoa|san pham|loai hang)\b/],
  [
    'category',
    7,
    /^(nganh|nghe|nghe nghiep|(business )?(category|line|sector)|line of business|industry|sector|goods|products?|noi dung kinh doanh|dich vu)$/,
  ],
  ['category', 5, /^(loai hinh|hinh thuc) (kinh doanh|kd)$/],

  [
    'taxId',
    10,
    /\b(mst|ma so thue|ma thue|so dinh danh|dinh danh ca nhan|ma so (ho|hkd|dn|doanh nghiep|kinh doanh)|msdn|mshkd|tax)\b|^tin$/,
  ],
  ['taxId', 8, /\b(cccd|cmnd|cmt|can cuoc|personal (id|number|no)|id (card|number|no)|citizen id)\b/],

  ['phone', 10, /\b(sdt|so dt|dien thoai|dtdd|(?<!tien |vi )di dong|hotline|so lien (he|lac)|phone|telephone|tel|so may)\b/],
  ['phone', 7, /^(dt|dt lien he|mobile|mobile (no|number)|lien he|contact|contact (no|number)|cell)$/],

  ['methods', 7, /\b(hinh|phuong|cach) thuc\b.*\bthanh toan\b|\bpayment (methods?|means|types?)\b/],
  ['methods', 6, /^(chap nhan )?thanh toan( (so|dien tu|truc tuyen|khong (dung )?tien mat|ktm))?$|^cashless( payments?)?$/],
  ['methods', 6, /\b(tt)?kdtm\b|\bttktm\b/],
  ['methods', 4, /\bkhong (dung )?tien mat\b/],

  ['qr', 9, /\b(qr|vietqr|qrcode|quet ma)\b/],
  ['qr', 8, /\b(chuyen khoan|ck|(bank )?transfers?|internet banking|mobile banking|i ?banking|banking)\b/],

  ['bank', 10, /\bngan hang (mo|thu huong|nhan|giao dich)\b/],
  ['bank', 9, /^ten (ngan hang|nh)\b|^bank( name)?$/],
  ['bank', 7, /\bngan hang\b|\bbank\b|^(tai )?nh$/],

  ['account', 10, /\b(so tai khoan|so tk|stk|account (no|number)|acc no)\b/],
  ['account', 8, /\b(tai khoan|tk|accounts?)\b/],

  ['card', 9, /\b(pos|mpos|softpos|quet the|ca the|may the|cards?)\b/],
  ['card', 8, /\b(qua|bang|nhan) the\b/],
  ['card', 8, /^(thanh toan |qua )?the( (ngan hang|tin dung|atm|visa|noi dia|thanh toan)\b.*)?$|\bthe (ngan hang|tin dung|atm)\b/],

  ['wallet', 9, /\b(vi dien tu|vi dt|vdt|e ?wallets?|wallets?)\b/],
  ['wallet', 7, /^vi( (?!tri|do)\w+)*$/],

  ['mobileMoney', 11, /\b(mobile ?money|tien di dong|vi di dong)\b/],
  ['mobileMoney', 7, /^mm$/],

  ['eInvoice', 11, /\b(hoa don dien tu|hddt|hd dt|e ?invoices?|electronic invoices?)\b/],
  ['eInvoice', 4, /^hd$/],
  ['eInvoice', 7, /\b(hoa don|may tinh tien|invoices?)\b/],

  // "CK" is a transfer, unless another column is.
  ['commitment', 5, /^ck$/],
  ['commitment', 11, /\b(cam ket|commitments?|pledge|committed)\b/],

  ['note', 10, /^(ghi chu|chu thich|luu y|notes?|remarks?|comments?)\b/],
  ['note', 3, /^khac$/],

  ['outreach', 7, /\b(van dong|tiep can|outreach|visits?)\b/],
  ['outreach', 6, /^(tinh trang|trang thai|status|ket qua|tien do)\b/],

  ['listed', 8, /\b(cong khai|cong bo|consent|listed|public)\b/],
];
