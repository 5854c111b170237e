import type { Language } from '../texts/words.ts';
import type { MerchantDetails, MethodGroup, outreachStates, PaymentMethod } from './merchant.ts';

type Names<K extends string> = Record<Language, Record<K, string>>;

/** How a buyer pays, in words. */
export const methodNames: Names<PaymentMethod['method']> = {
  vi: {
    QR_VIETQR_ACCOUNT: 'VietQR chuyển khoản',
    QR_VIETQR_MERCHANT: 'VietQR thanh toán',
    QR_VNPAY: 'VNPAY-QR',
    QR_WALLET_PROPRIETARY: 'QR riêng của ví',
    QR_CROSSBORDER: 'QR xuyên biên giới',
    BANK_TRANSFER: 'Chuyển khoản ngân hàng',
    EWALLET: 'Ví điện tử',
    MOBILE_MONEY: 'Tiền di động',
    CARD_POS: 'Thẻ (máy POS)',
    CARD_SOFTPOS: 'Thẻ (SoftPOS)',
    CARD_MPOS: 'Thẻ (mPOS)',
    ONLINE_GATEWAY: 'Cổng thanh toán trực tuyến',
    ECOMMERCE: 'Sàn thương mại điện tử',
    OTHER: 'Phương thức khác',
  },
  en: {
    QR_VIETQR_ACCOUNT: 'VietQR transfer',
    QR_VIETQR_MERCHANT: 'VietQR payment',
    QR_VNPAY: 'VNPAY-QR',
    QR_WALLET_PROPRIETARY: "Wallet's own QR",
    QR_CROSSBORDER: 'Cross-border QR',
    BANK_TRANSFER: 'Bank transfer',
    EWALLET: 'E-wallet',
    MOBILE_MONEY: 'Mobile money',
    CARD_POS: 'Card (POS terminal)',
    CARD_SOFTPOS: 'Card (SoftPOS)',
    CARD_MPOS: 'Card (mPOS)',
    ONLINE_GATEWAY: 'Online gateway',
    ECOMMERCE: 'E-commerce platform',
    OTHER: 'Another method',
  },
};

/** The four groups of which two make "two methods". */
export const groupNames: Names<MethodGroup> = {
  vi: { qr: 'Mã QR, chuyển khoản', card: 'Thẻ', wallet: 'Ví điện tử', mobileMoney: 'Tiền di động' },
  en: { qr: 'QR code, transfer', card: 'Card', wallet: 'E-wallet', mobileMoney: 'Mobile money' },
};

/** Where the door-to-door visits stand. */
export const outreachNames: Names<(typeof outreachStates)[number]> = {
  vi: { 'to-visit': 'Chưa đến', visited: 'Đã đến', equipped: 'Đã trang bị', refused: 'Từ chối', closed: 'Đóng cửa' },
  en: { 'to-visit': 'To visit', visited: 'Visited', equipped: 'Equipped', refused: 'Refused', closed: 'Found closed' },
};

/** Household business or enterprise. */
export const merchantTypeNames: Names<NonNullable<MerchantDetails['type']>> = {
  vi: { household: 'Hộ kinh doanh', enterprise: 'Doanh nghiệp' },
  en: { household: 'Household business', enterprise: 'Enterprise' },
};
