// Bundles every door (`functions/*.lambda.ts`) into `.build/lambda/<door>/index.mjs`: one small file each, as Lambda starts it.
// Usage: node scripts/build-lambdas.mjs
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const out = '.build/lambda';

/** The doors by name: `api`, `public` … */
export const doors = () =>
  readdirSync('functions')
    .filter((name) => name.endsWith('.lambda.ts'))
    .map((name) => name.replace('.lambda.ts', ''))
    .sort();

/** Builds every door, and beside it what went into its bundle: `<door>.json` with files and their bytes. */
export async function buildLambdas() {
  // Built beside and then put in place: whoever reads meanwhile finds the old doors or the new ones, whole.
  const folder = `${out}-${process.pid}`;
  for (const door of doors()) {
    const inputs = await bundle(door, folder);
    writeFileSync(`${folder}/${door}.json`, JSON.stringify(inputs));
  }
  if (existsSync(out)) renameSync(out, `${folder}-before`);
  renameSync(folder, out);
  rmSync(`${folder}-before`, { recursive: true, force: true });
}

async function bundle(door, folder) {
  const { metafile } = await build({
    entryPoints: [`functions/${door}.lambda.ts`],
    outfile: `${folder}/${door}/index.mjs`,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    conditions: ['import', 'module'],
    mainFields: ['module', 'main'],
    // What is still written for CommonJS asks for Node's own modules in its way.
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    plugins: [lean()],
    metafile: true,
    logLevel: 'warning',
  });
  const [output] = Object.values(metafile.outputs);
  return Object.fromEntries(Object.entries(output.inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]));
}

/**
 * Credentials come from the environment of a function and from nowhere else: the chain of other providers weighs more than the door.
 * The rest of the list is asked for by libraries and never called here.
 */
function lean() {
  const credentials = `const read = () => ({ accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY, sessionToken: process.env.AWS_SESSION_TOKEN });
export const defaultProvider = () => async () => read();`;
  const unused = [
    '@standard-community/standard-json', // describes schemas for OpenAPI, which is written at the build
    '@standard-community/standard-openapi',
    'bowser', // names browsers
    'brotli/decompress.js', // fonts in WOFF2; ours are TrueType
    'brotli/dec/decode.js',
    'culori', // colours of other kinds, HTML and SVG in pdf-lib
    'html-entities',
    'node-html-better-parser',
  ];
  // The fourteen fonts that every reader has; ours are embedded.
  const unusedFile = /[/]pdf-lib[/].*standard-fonts[/][^/]*[.]json$/;
  return {
    name: 'lean',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: 'credentials', namespace: 'lean' }));
      onResolve({ filter: /./ }, ({ path }) => (unused.includes(path) ? { path, namespace: 'unused' } : undefined));
      onLoad({ filter: /./, namespace: 'lean' }, () => ({ contents: credentials }));
      onLoad({ filter: unusedFile }, () => ({ contents: 'module.exports = "";', loader: 'js' }));
      onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}

if (process.argv[1]?.endsWith('build-lambdas.mjs')) await buildLambdas();
