import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { s3 } from '../../../functions/aws/s3.ts';
import { s3Blobs } from '../../../functions/aws/s3-blobs.ts';
import type { Blobs } from '../../../functions/data/blobs.ts';
import { type Services, services } from './services.ts';

let around: Services;
let blobs: Blobs;
beforeAll(async () => {
  around = await services();
  const credentials = { accessKeyId: 'AKID-packs', secretAccessKey: 'secret' };
  blobs = s3Blobs(s3({ address: `${around.origin}/files`, region: 'ap-southeast-1', credentials, now: () => new Date() }));
});
afterAll(() => around.stop());

const megabyte = randomBytes(2 ** 20);
async function* megabytes(count: number, breaks = false) {
  for (let n = 0; n < count; n++) yield megabyte;
  if (breaks) throw new Error('the certificate could not be read');
}
const zip = 'application/zip';

test('a ZIP of twenty megabytes goes to S3 in parts and lies there whole; stored once more, the first one stays', async () => {
  expect(await blobs.putOnceFrom('ceremonies/large.zip', megabytes(20), zip)).toBe('stored');
  const stored = around.files.get('ceremonies/large.zip');
  expect([stored?.type, stored?.bytes.equals(Buffer.concat(Array.from({ length: 20 }, () => megabyte)))]).toEqual([zip, true]);
  expect(await blobs.putOnceFrom('ceremonies/large.zip', megabytes(17), zip)).toBe('exists');
  expect(around.files.get('ceremonies/large.zip')).toBe(stored);
  expect(around.unfinished.size).toBe(0);
});

test('a ZIP that breaks off on the way is not there, and nothing of it is left behind', async () => {
  await expect(blobs.putOnceFrom('ceremonies/torn.zip', megabytes(20, true), zip)).rejects.toThrow('the certificate could not be read');
  expect([around.files.has('ceremonies/torn.zip'), around.unfinished.size]).toEqual([false, 0]);
});

test('a small ZIP, and one of exactly a part, go in one piece', async () => {
  for (const count of [0, 1, 8]) {
    expect(await blobs.putOnceFrom(`ceremonies/${count}.zip`, megabytes(count), zip)).toBe('stored');
    expect((await blobs.stat(`ceremonies/${count}.zip`))?.size).toBe(count * 2 ** 20);
  }
});
