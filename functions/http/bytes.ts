import type { Context } from 'hono';

/** The body of a request as bytes, read no further than `most`: undefined when it is larger, whatever it says of its length. */
export async function bodyBytes(c: Context, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > most) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const reader = c.req.raw.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  return new Uint8Array(Buffer.concat(parts));
}
