import { encode } from 'uqr';
import type { Merchant, PaymentMethod } from '../../shared/merchants/merchant.ts';
import { buildVietQr } from '../../shared/vietqr/build.ts';
import { parseVietQr } from '../../shared/vietqr/parse.ts';

/** A sign for one account of a merchant. */
export type Sign = { key: string; merchantName: string; place: string; bankBin: string; account: string; payload: string };

/** Ways to pay that can stand on a sign: a bank and an account. */
export const canHaveSign = ({ bankBin, account }: Pick<PaymentMethod, 'bankBin' | 'account'>): boolean =>
  bankBin !== undefined && account !== undefined;

/** The signs of a merchant, one for each account, from the methods with their accounts in full. */
export function signsOf(merchant: Pick<Merchant, 'id' | 'name' | 'place'>, methods: readonly PaymentMethod[], city: string): Sign[] {
  const accounts = new Map(methods.flatMap((each) => (canHaveSign(each) ? [[`${each.bankBin} ${each.account}`, each] as const] : [])));
  return [...accounts].flatMap(([key, { bankBin = '', account = '', method }]) => {
    const service = method === 'QR_VIETQR_MERCHANT' ? 'QRPUSH' : 'QRIBFTTA';
    const built = buildVietQr({ bankBin, account, service, merchantName: merchant.name, city });
    const { name: merchantName, place } = merchant;
    return built.ok ? [{ key: `${merchant.id} ${key}`, merchantName, place, bankBin, account, payload: built.value }] : [];
  });
}

/** Whether a text read from a sign pays to the account that the sign is for. */
export function paysTo({ bankBin, account }: Sign, read: string | undefined): boolean {
  const reading = read === undefined ? undefined : parseVietQr(read);
  return reading?.ok === true && reading.value.bankBin === bankBin && reading.value.account === account;
}

/** The code as rows of dark and light, without a margin. */
export const matrixOf = (payload: string): boolean[][] => encode(payload, { ecc: 'M', border: 0 }).data;

/** The dark stretches of the code: row, first column, length. */
export const stretchesOf = (matrix: readonly (readonly boolean[])[]): [row: number, from: number, length: number][] =>
  matrix.flatMap((row, y) =>
    row.flatMap((dark, from): [number, number, number][] => {
      if (!dark || row[from - 1]) return [];
      const end = row.indexOf(false, from);
      return [[y, from, (end < 0 ? row.length : end) - from]];
    }),
  );

/** The code as a picture of pixels with its quiet zone of four modules, as a camera would see it. */
export function pixelsOf(payload: string, scale = 4): ImageData {
  const matrix = matrixOf(payload);
  const side = (matrix.length + 8) * scale;
  const image = new ImageData(side, side);
  image.data.fill(255);
  for (const [row, from, length] of stretchesOf(matrix)) {
    for (let y = (row + 4) * scale; y < (row + 5) * scale; y++) {
      for (let x = (from + 4) * scale; x < (from + 4 + length) * scale; x++) image.data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return image;
}
