import { amountFindings } from './amount.ts';
import { bankByBin } from './banks.ts';
import { crc16 } from './crc.ts';
import { isWarning, type VietQrFinding } from './finding-texts.ts';
import { payee } from './payee.ts';
import { type Field, readTlv } from './tlv.ts';

/** A payment code as it is printed: every field as text, and absent where the code has none. */
type VietQr = {
  initMethod?: '11' | '12';
  /** The payment system: A000000727 is NAPAS (VietQR). */
  guid?: string;
  bankBin?: string;
  account?: string;
  service?: string;
  mcc?: string;
  currency: string;
  amount?: string;
  tip?: string;
  tipFixed?: string;
  tipPercent?: string;
  country: string;
  merchantName?: string;
  city?: string;
  postalCode?: string;
  /** Field 62 by tag: '01' bill, '03' store, '05' reference, '07' terminal, '08' purpose. */
  additional?: Record<string, string>;
  crc: string;
};

export type VietQrReading = { ok: true; value: VietQr; warnings: VietQrFinding[] } | { ok: false; errors: VietQrFinding[] };

/**
 * Reads the text of a payment QR code strictly. Accepts VietQR and any other EMVCo merchant code in dong in Vietnam; whatever text it
 * gets, it answers with a value or with every error that it found, and never throws.
 * Sources: EMVCo Merchant-Presented Mode, NAPAS VietQR 1.0 (09/2021).
 */
export function parseVietQr(payload: string): VietQrReading {
  if (payload === '') return { ok: false, errors: [{ code: 'empty' }] };
  const { fields, findings: broken } = readTlv(payload);
  if (broken.some(({ code }) => code === 'tlv-header' || code === 'tlv-length')) return { ok: false, errors: broken };

  const root = new Map(fields.map(({ tag, value }) => [tag, value]));
  const extra = readTlv(root.get('62') ?? '', '62');
  const paid = payee(fields);
  const findings = [
    ...broken,
    ...frame(fields, root, payload),
    ...paid.findings,
    ...amountFindings(root),
    ...extra.findings,
    ...texts(fields, extra.fields),
    ...knownBank(paid.bankBin),
  ];

  const wrong = findings.filter((finding) => !isWarning(finding));
  if (wrong.length > 0) return { ok: false, errors: wrong };
  const { findings: _, ...to } = paid;
  return {
    ok: true,
    value: { ...to, ...textsOf(root), ...(root.has('62') ? { additional: byTag(extra.fields) } : {}) },
    warnings: findings,
  };
}

function textsOf(root: ReadonlyMap<string, string>): Omit<VietQr, 'guid' | 'bankBin' | 'account' | 'service' | 'additional'> {
  const read = (tag: string) => root.get(tag) ?? '';
  const optional = <Name extends keyof VietQr>(name: Name, tag: string) =>
    (root.has(tag) ? { [name]: read(tag) } : {}) as Partial<Pick<VietQr, Name>>;
  return {
    ...optional('initMethod', '01'),
    ...optional('mcc', '52'),
    currency: read('53'),
    ...optional('amount', '54'),
    ...optional('tip', '55'),
    ...optional('tipFixed', '56'),
    ...optional('tipPercent', '57'),
    country: read('58'),
    ...optional('merchantName', '59'),
    ...optional('city', '60'),
    ...optional('postalCode', '61'),
    crc: read('63'),
  };
}

const byTag = (fields: readonly Field[]) => Object.fromEntries(fields.map(({ tag, value }) => [tag, value]));

/** First and last field, kind of code, category, checksum, currency and country. */
function frame(fields: readonly Field[], root: ReadonlyMap<string, string>, payload: string): VietQrFinding[] {
  const crc = root.get('63');
  const findings: VietQrFinding[] = [];
  if (fields[0]?.tag !== '00') findings.push({ code: 'payload-format-not-first' });
  if (root.get('00') !== '01') findings.push({ code: 'payload-format', tag: '00' });
  if (root.has('01') && !/^1[12]$/.test(root.get('01') ?? '')) findings.push({ code: 'init-method', tag: '01' });
  if (root.has('52') && !/^\d{4}$/.test(root.get('52') ?? '')) findings.push({ code: 'mcc', tag: '52' });

  if (crc === undefined) findings.push({ code: 'crc-missing', tag: '63' });
  else if (fields.at(-1)?.tag !== '63') findings.push({ code: 'crc-not-last', tag: '63' });
  else if (!/^[0-9A-Fa-f]{4}$/.test(crc)) findings.push({ code: 'crc-format', tag: '63' });
  else {
    const expected = crc16(payload.slice(0, -4));
    if (crc.toUpperCase() !== expected) findings.push({ code: 'crc-mismatch', tag: '63', detail: `${crc} ≠ ${expected}` });
    else if (crc !== expected) findings.push({ code: 'crc-lower-case', tag: '63' });
  }
  return [...findings, ...fixed(root, '53', '704', 'currency'), ...fixed(root, '58', 'VN', 'country')];
}

function fixed(root: ReadonlyMap<string, string>, tag: string, only: string, code: 'currency' | 'country'): VietQrFinding[] {
  const value = root.get(tag);
  if (value === undefined) return [{ code: `${code}-missing`, tag }];
  return value === only ? [] : [{ code, tag, detail: value }];
}

const most: Readonly<Record<string, number>> = {
  '59': 25,
  '60': 15,
  '61': 10,
  ...Object.fromEntries(['01', '02', '03', '04', '05', '06', '07'].map((tag) => [`62.${tag}`, 25])),
  '62.09': 3,
};

function texts(fields: readonly Field[], additional: readonly Field[]): VietQrFinding[] {
  return [...fields, ...additional].flatMap(({ path, value }): VietQrFinding[] => {
    const length = [...value].length;
    if (path === '62.08' && length > 25) return [{ code: 'purpose-length', tag: path }];
    const limit = most[path] ?? 99;
    return [
      ...(length > limit ? [{ code: 'text-length' as const, tag: path, detail: String(limit) }] : []),
      ...(/^(59|60|61)$/.test(path) && !/^[ -~]*$/.test(value) ? [{ code: 'text-characters' as const, tag: path }] : []),
    ];
  });
}

const knownBank = (bin: string | undefined): VietQrFinding[] =>
  bin === undefined || !/^\d{6}$/.test(bin) || bankByBin(bin) ? [] : [{ code: 'bank-unknown', tag: '38.01.00', detail: bin }];
