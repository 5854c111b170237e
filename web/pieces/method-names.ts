import type { PaymentMethod } from '../../shared/merchant.ts';
import { bothLanguages } from '../language/language.tsx';

/** Names of the payment methods. */
export const methodNames: { vi: Record<PaymentMethod['method'], string>; en: Record<PaymentMethod['method'], string> } = bothLanguages({
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
});
