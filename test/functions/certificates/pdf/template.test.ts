import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { makeTemplate } from '../../../../scripts/certificate-template/make.ts';

test('the template is what its makers make today: otherwise run `npm run generate -- certificate-template`', async () => {
  expect((await makeTemplate()) === readFileSync('functions/certificates/pdf/template.gen.json', 'utf8')).toBe(true);
});

test('what prints certificates carries the template and no library for fonts or PDF, in 250 KB', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['functions/certificates/pdf/render.ts', 'functions/certificates/pdf/print-certificates.ts'],
    outdir: '.',
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
  });
  const packages = Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);

  expect([...new Set(packages)].sort()).toEqual(['uqr', 'zod']);
  for (const { text } of outputFiles) expect(deflateSync(text).length).toBeLessThan(250_000);
});
