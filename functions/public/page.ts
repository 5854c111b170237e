import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { count, percent, vietnameseDate } from '../../shared/certificate-text.ts';
import type { Language } from '../../shared/texts/words.ts';
import type { Verification } from './verify.ts';

const words = {
  valid: { vi: 'Giấy chứng nhận hợp lệ', en: 'Valid certificate', sign: '✓' },
  superseded: { vi: 'Đã được thay bằng giấy mới', en: 'Superseded by a newer certificate', sign: '↻' },
  revoked: { vi: 'Giấy chứng nhận đã bị thu hồi', en: 'Revoked certificate', sign: '✕' },
  unknown: { vi: 'Không có giấy chứng nhận mang mã này', en: 'No certificate bears this code', sign: '?' },
  unreadable: { vi: 'Mã không đúng dạng', en: 'This is not a certificate code', sign: '?' },
  'cannot-check': { vi: 'Chưa kiểm tra được lúc này', en: 'Cannot check now', sign: '…' },
} as const;
const ways = {
  unknown: {
    vi: 'Hãy so lại 12 ký tự in dưới mã QR. Nếu vẫn không đúng, hãy báo phường nơi có tuyến đường.',
    en: 'Compare the 12 characters printed beside the QR code. If they match, please tell the ward.',
  },
  unreadable: {
    vi: 'Mã gồm 12 chữ và số, in cạnh mã QR trên giấy chứng nhận.',
    en: 'The code has 12 letters and digits, printed beside the QR code on the certificate.',
  },
  'cannot-check': {
    vi: 'Hệ thống đang bận; điều này không có nghĩa là giấy không hợp lệ. Hãy thử lại sau ít phút.',
    en: 'The system is busy; this does not mean that the certificate is false. Try again in a few minutes.',
  },
} as const;

type Answer = Verification | { status: 'unreadable' | 'cannot-check'; code: string };

/** The page behind the QR code: the answer large, then what was certified, without script. */
export function verificationPage(answer: Answer, language: Language, domain: string): HtmlEscapedString | Promise<HtmlEscapedString> {
  const { sign, ...title } = words[answer.status];
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const facts =
    'number' in answer
      ? [
          [t('Số', 'Number'), answer.number],
          [answer.kind === 'market' ? t('Chợ', 'Market') : t('Tuyến đường', 'Street'), answer.name],
          [t('Địa bàn', 'Place'), [answer.wardName, answer.districtName, answer.cityName].filter(Boolean).join(', ')],
          [t('Nơi cấp', 'Issued by'), answer.authorityName],
          [t('Ngày cấp', 'Issued on'), language === 'vi' ? vietnameseDate(answer.issuedOn) : answer.issuedOn],
          [
            t('Cơ sở nhận thanh toán không dùng tiền mặt', 'Merchants taking cashless payments'),
            `${count(answer.figures.cashless)}/${count(answer.figures.merchants)} (${percent(answer.figures)})`,
          ],
        ]
      : [];
  const dated = answer.status === 'revoked' ? t(`Thu hồi ${vietnameseDate(answer.revokedOn)}.`, `Revoked on ${answer.revokedOn}.`) : '';
  const way = answer.status in ways ? ways[answer.status as keyof typeof ways][language] : '';
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title[language]} – Phố Số</title><link rel="stylesheet" href="/public.css"></head>
<body><main class="${answer.status}"><p class="sign" aria-hidden="true">${sign}</p><h1>${title[language]}</h1>
${way ? html`<p>${way}</p>` : ''}${dated ? html`<p>${dated}</p>` : ''}
${answer.status === 'superseded' ? html`<p><a href="/C/${answer.supersededBy}">${t('Xem giấy chứng nhận đang có hiệu lực', 'See the certificate in force')}</a></p>` : ''}
${facts.length > 0 ? html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>` : ''}
<p class="code">${t('Mã', 'Code')}: <strong>${answer.code}</strong></p>
<p class="domain">${t('Trang chính thức', 'Official site')}: ${domain}</p></main></body></html>`;
}

/** Style of the public pages: served by us, no font to wait for. */
export const publicCss = `:root{color-scheme:light dark;--ink:#1c2430;--paper:#f6f7f9;--line:#c9d0da}@media (prefers-color-scheme:dark){:root{--ink:#e8ecf2;--paper:#111827;--line:#3b4658}a{color:#8cc4ff}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}main{max-width:34rem;margin:0 auto;padding:24px 16px}
.sign{font-size:3rem;line-height:1;margin:0}h1{font-size:1.75rem;line-height:1.25;margin:8px 0 16px}.valid .sign,.valid h1{color:#1b7a43}.revoked .sign,.revoked h1{color:#b3122b}
.superseded .sign,.superseded h1{color:#8a5200}@media (prefers-color-scheme:dark){.valid .sign,.valid h1{color:#6fd39a}.revoked .sign,.revoked h1{color:#ff8f9f}.superseded .sign,.superseded h1{color:#ffc46b}}
dl{margin:0;border-top:1px solid var(--line)}dl div{padding:8px 0;border-bottom:1px solid var(--line)}dt{font-size:.875rem}dd{margin:0;font-weight:600;overflow-wrap:anywhere}.code{font-size:1.125rem}`;
