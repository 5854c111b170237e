/** A picture of its own for each visit: one grey pixel and a remark. */
export const photo = (remark: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'),
    Buffer.from(remark),
  ]);
