import * as z from 'zod/mini';

/** A number between two bounds, kept to nine decimals (a tenth of a millimetre on the map): the database has no room for 5e-324. */
export const decimal = (least: number, most: number) =>
  z.number().check(
    z.overwrite((typed) => Math.round(typed * 1e9) / 1e9),
    z.minimum(least),
    z.maximum(most),
  );
