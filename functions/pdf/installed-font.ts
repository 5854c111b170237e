import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Reads a font file, named as in its npm package, where npm installed it. */
export const readInstalledFont = (file: string): Promise<Uint8Array> => readFile(createRequire(import.meta.url).resolve(file));
