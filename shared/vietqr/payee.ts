import type { VietQrFinding } from './finding-texts.ts';
import { type Field, readTlv } from './tlv.ts';

/** Who is paid: the payment system, and for VietQR bank, account and service. */
export type Payee = { guid?: string; bankBin?: string; account?: string; service?: string; findings: VietQrFinding[] };

export const napasGuid = 'A000000727';
const vnpayGuid = 'A000000775';
const services: ReadonlySet<string> = new Set(['QRIBFTTA', 'QRIBFTTC', 'QRPUSH', 'QRCASH']);

/**
 * Reads the merchant account information of a code (tags 02 to 51). VietQR stands in tag 38; in any other template the payment
 * system is told and nothing more, because each lays out its own fields. With several of them VietQR speaks for the code, else the first.
 */
export function payee(fields: readonly Field[]): Payee {
  const accounts = fields.filter(({ tag }) => tag >= '02' && tag <= '51');
  if (accounts.length === 0) return { findings: [{ code: 'payee-missing' }] };
  // Tags 02 to 25 belong to card schemes and hold a number, not a template.
  const read = accounts.filter(({ tag }) => tag >= '26').map((field) => (field.tag === '38' ? vietQrPayee(field) : otherPayee(field)));
  const { findings: _, ...named } = read.find(({ bankBin }) => bankBin !== undefined) ?? read[0] ?? { findings: [] };
  return { ...named, findings: read.flatMap(({ findings }) => findings) };
}

function otherPayee({ tag, value }: Field): Payee {
  const { fields, findings } = readTlv(value, tag);
  const guid = fields.find((field) => field.tag === '00')?.value;
  if (guid === undefined) return { findings: [...findings, { code: 'guid-missing', tag }] };
  return { guid, findings: guid.length > 32 ? [...findings, { code: 'guid-length', tag }] : findings };
}

/** NAPAS VietQR 1.0 §5.2.3.2: 00 payment system, 01 beneficiary (00 bank, 01 account or card), 02 service. */
function vietQrPayee(template: Field): Payee {
  const { fields, findings } = readTlv(template.value, template.tag);
  const part = new Map(fields.map((field) => [field.tag, field.value]));
  const beneficiary = readTlv(part.get('01') ?? '', '38.01');
  const [bankBin, account] = ['00', '01'].map((tag) => beneficiary.fields.find((field) => field.tag === tag)?.value);
  const [guid, service] = [part.get('00'), part.get('02')];
  return {
    ...(guid !== undefined ? { guid } : {}),
    ...(bankBin !== undefined ? { bankBin } : {}),
    ...(account !== undefined ? { account } : {}),
    ...(service !== undefined ? { service } : {}),
    findings: [
      ...findings,
      ...guidFindings(guid),
      ...beneficiary.findings,
      ...beneficiaryFindings(bankBin, account),
      ...serviceFindings(service),
    ],
  };
}

function guidFindings(guid: string | undefined): VietQrFinding[] {
  if (guid === undefined) return [{ code: 'guid-missing', tag: '38' }];
  if (guid === napasGuid) return [];
  return guid === vnpayGuid ? [{ code: 'vnpay-guid', tag: '38.00' }] : [{ code: 'guid-foreign', tag: '38.00', detail: guid }];
}

function beneficiaryFindings(bankBin: string | undefined, account: string | undefined): VietQrFinding[] {
  const findings: VietQrFinding[] = [];
  if (bankBin === undefined) findings.push({ code: 'beneficiary-missing', tag: '38.01.00' });
  else if (!/^\d{6}$/.test(bankBin)) findings.push({ code: 'bank-bin', tag: '38.01.00', detail: bankBin });
  if (account === undefined) findings.push({ code: 'beneficiary-missing', tag: '38.01.01' });
  else if (account.length > 19) findings.push({ code: 'account-length', tag: '38.01.01' });
  else if (!/^[0-9A-Za-z]+$/.test(account)) findings.push({ code: 'account-characters', tag: '38.01.01' });
  return findings;
}

function serviceFindings(service: string | undefined): VietQrFinding[] {
  // Payments to a shop may leave it out, as an example of the specification does.
  if (service === undefined) return [{ code: 'service-missing', tag: '38.02' }];
  return services.has(service) ? [] : [{ code: 'service', tag: '38.02', detail: service }];
}
