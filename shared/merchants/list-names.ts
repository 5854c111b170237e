import type { FieldCode } from '../spreadsheet/fields.ts';
import type { Language } from '../texts/words.ts';
import type { Reason } from './duplicates.ts';

type Names<K extends string> = Record<Language, Record<K, string>>;

/** What a column of a list holds: the heads of our own lists, which our import reads back. */
export const fieldNames: Names<FieldCode> = {
  vi: {
    stt: 'STT',
    name: 'Tên cơ sở',
    owner: 'Chủ cơ sở',
    type: 'Loại hình',
    place: 'Số nhà',
    street: 'Tuyến đường',
    residentialGroup: 'Tổ dân phố',
    category: 'Ngành hàng',
    taxId: 'Mã số thuế',
    phone: 'Điện thoại',
    methods: 'Hình thức thanh toán',
    qr: 'Mã QR',
    bank: 'Ngân hàng',
    account: 'Số tài khoản',
    card: 'Máy POS',
    wallet: 'Ví điện tử',
    mobileMoney: 'Mobile Money',
    eInvoice: 'Hóa đơn điện tử',
    commitment: 'Cam kết',
    note: 'Ghi chú',
    outreach: 'Vận động',
    listed: 'Đồng ý công khai',
  },
  en: {
    stt: 'No.',
    name: 'Business name',
    owner: 'Owner',
    type: 'Business type',
    place: 'House number',
    street: 'Street',
    residentialGroup: 'Residential group',
    category: 'Category',
    taxId: 'Tax code',
    phone: 'Phone',
    methods: 'Payment methods',
    qr: 'QR',
    bank: 'Bank',
    account: 'Account number',
    card: 'POS',
    wallet: 'E-wallet',
    mobileMoney: 'Mobile money',
    eInvoice: 'E-invoice',
    commitment: 'Commitment',
    note: 'Note',
    outreach: 'Outreach',
    listed: 'Public consent',
  },
};

/** Why two entries may be one merchant. */
export const reasonNames: Names<Reason> = {
  vi: {
    'place-and-name': 'cùng số nhà và tên',
    'tax-id': 'cùng mã số thuế',
    phone: 'cùng điện thoại',
    account: 'cùng tài khoản',
    'similar-name': 'cùng số nhà, tên gần giống',
  },
  en: {
    'place-and-name': 'same place and name',
    'tax-id': 'same tax code',
    phone: 'same phone',
    account: 'same account',
    'similar-name': 'same place, similar name',
  },
};
