import { crc16 } from '../../../shared/vietqr/crc.ts';
import { writeTlv } from '../../../shared/vietqr/tlv.ts';

/** Data objects in order; a nested list is a template. */
export type Objects = readonly (readonly [tag: string, value: string | Objects])[];

const write = (objects: Objects): string =>
  objects.map(([tag, value]) => writeTlv(tag, typeof value === 'string' ? value : write(value))).join('');

/** A payment code of these objects with a right checksum, so that only what the test is about is wrong. */
export const aCodeOf = (objects: Objects): string => sealed(write(objects));

/** Puts the checksum behind text that is written by hand. */
export const sealed = (body: string): string => `${body}6304${crc16(`${body}6304`)}`;

export const beneficiary: Objects = [
  ['00', '970436'],
  ['01', '0123456789'],
];
export const vietQr: Objects = [
  ['00', 'A000000727'],
  ['01', beneficiary],
  ['02', 'QRIBFTTA'],
];

/** The static code of a shop at Vietcombank; `objects` replaces or adds fields, undefined removes one. */
export function aCode(objects: Record<string, string | Objects | undefined> = {}): string {
  const fields: Record<string, string | Objects | undefined> = {
    '00': '01',
    '01': '11',
    '38': vietQr,
    '53': '704',
    '58': 'VN',
    ...objects,
  };
  return aCodeOf(
    Object.entries(fields)
      .flatMap(([tag, value]) => (value === undefined ? [] : [[tag, value] as const]))
      .sort(([a], [b]) => Number(a) - Number(b)),
  );
}
