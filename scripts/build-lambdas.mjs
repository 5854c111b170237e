// Bundles every door (`functions/*.lambda.ts`) into `.build/lambda/<door>/index.mjs`: one small file each, as Lambda starts it.
// Usage: node scripts/build-lambdas.mjs; prints nothing. As a module: `buildLambdas()` gives what went into each bundle.
import { readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const out = '.build/lambda';

/** The doors by name: `api`, `public` … */
export const doors = () =>
  readdirSync('functions')
    .filter((name) => name.endsWith('.lambda.ts'))
    .map((name) => name.replace('.lambda.ts', ''))
    .sort();

/** Builds every door; gives for each the files that went into its bundle, with their bytes in it. */
export async function buildLambdas(folder = out) {
  rmSync(folder, { recursive: true, force: true });
  return Object.fromEntries(await Promise.all(doors().map(async (door) => [door, await bundle(door, folder)])));
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
