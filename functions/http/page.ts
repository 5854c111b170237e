import * as z from 'zod/mini';
import type { $ZodType } from 'zod/v4/core';

/** Query of a list: the size of a page and where it begins. */
export const pageQuery = {
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200), z.describe('Records on a page')), 50),
  cursor: z.optional(z.string().check(z.maxLength(1000), z.describe('Where the page begins: `next` of the page before'))),
};

/** A page of a list, with the cursor of the next one. */
export const pageOf = <S extends $ZodType>(item: S) => z.object({ items: z.array(item), next: z.optional(z.string()) });
