// Bundles one entry into `.build/<name>.mjs` for plain Node: no loader at run time, so the server starts fast and stays small.
// Usage: node scripts/build.mjs infra/local/main.ts [more entries]
import { basename } from 'node:path';
import { build } from 'esbuild';

/** How entries are bundled, for esbuild. */
export const bundling = (entries) => ({
  entryPoints: entries.map((entry) => ({ in: entry, out: basename(entry).replace(/[.]tsx?$/, '') })),
  outdir: '.build',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  jsx: 'automatic',
  plugins: [withoutPages()],
  logLevel: 'warning',
});

// The list of pages leads to every page of the app; what Node builds from it wants the list, not the pages.
function withoutPages() {
  return {
    name: 'without-pages',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ kind, importer, path }) =>
        kind === 'dynamic-import' && /[/]web[/]/.test(importer) ? { path, namespace: 'page' } : undefined,
      );
      onLoad({ filter: /./, namespace: 'page' }, () => ({ contents: 'export default undefined' }));
    },
  };
}

if (process.argv[1]?.endsWith('build.mjs')) await build(bundling(process.argv.slice(2)));
