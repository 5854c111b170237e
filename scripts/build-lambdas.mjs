// Bundles every handler (`functions/lambda/*.ts`) into `.build/lambda/<handler>/index.mjs`, as Lambda starts it; what a handler loads only when it is
// asked for lies beside it in a file of its own.
// Usage: node scripts/build-lambdas.mjs
import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const out = '.build/lambda';
// The layer of those handlers that draw with pdf-lib: Lambda mounts it at /opt, which lies from a bundle as this folder does from `.build/lambda`.
const layer = '.build/opt';
const libraries = { 'pdf-lib': '@cantoo/pdf-lib', fontkit: 'fontkit' };
const fonts = ['400Regular/Tinos_400Regular', '400Regular_Italic/Tinos_400Regular_Italic', '700Bold/Tinos_700Bold'].map(
  (name) => `@expo-google-fonts/tinos/${name}.ttf`,
);

/** The handlers by name: `api`, `public` … */
export const handlers = () =>
  readdirSync('functions/lambda')
    .map((name) => name.replace('.ts', ''))
    .sort();

/** Builds every handler, and beside it what went into its bundle: `<handler>.json` with files and their bytes. */
export async function buildLambdas() {
  // Built beside and then put in place: whoever reads meanwhile finds the old handlers or the new ones, whole.
  const [folder, opt] = [`${out}-${process.pid}`, `${layer}-${process.pid}`];
  for (const handler of handlers()) {
    const inputs = await bundle({ index: `functions/lambda/${handler}.ts` }, `${folder}/${handler}`, [lean(), shared()]);
    writeFileSync(`${folder}/${handler}.json`, JSON.stringify(inputs));
  }
  for (const [file, library] of Object.entries(libraries)) await bundle({ [file]: library }, opt, [lean()]);
  for (const file of fonts) cpSync(`node_modules/${file}`, `${opt}/nodejs/node_modules/${file}`);
  put(opt, layer);
  put(folder, out);
}

function put(made, place) {
  if (existsSync(place)) renameSync(place, `${made}-before`);
  renameSync(made, place);
  rmSync(`${made}-before`, { recursive: true, force: true });
}

async function bundle(entryPoints, outdir, plugins) {
  const { metafile } = await build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    conditions: ['import', 'module'],
    mainFields: ['module', 'main'],
    // What is still written for CommonJS asks for Node's own modules in its way.
    banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
    plugins,
    metafile: true,
    logLevel: 'warning',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return Object.fromEntries(inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput]));
}

/**
 * Credentials come from the environment of a function and from nowhere else: the chain of other providers weighs more than the handler.
 * The rest of the list is asked for by libraries and never called here.
 */
function lean() {
  const credentials = `const read = () => ({ accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY, sessionToken: process.env.AWS_SESSION_TOKEN });
export const defaultProvider = () => async () => read();`;
  // Answers itself to whatever is asked of it while a library starts.
  const nothing = 'const any = new Proxy(() => any, { get: () => any }); module.exports = Object.create(any);';
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
  const unusedFile = /[/]standard-fonts[/](Courier|Helvetica|Symbol|Times|ZapfDingbats)[^/]*[.]json$/;
  return {
    name: 'lean',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: 'credentials', namespace: 'lean' }));
      onResolve({ filter: /./ }, ({ path }) => (unused.includes(path) ? { path, namespace: 'unused' } : undefined));
      onLoad({ filter: /./, namespace: 'lean' }, () => ({ contents: credentials }));
      onLoad({ filter: unusedFile }, () => ({ contents: 'module.exports = "";', loader: 'js' }));
      onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: nothing }));
    },
  };
}

/** Leaves the libraries of the layer where they are. */
function shared() {
  return {
    name: 'shared',
    setup({ onResolve }) {
      for (const [file, library] of Object.entries(libraries))
        onResolve({ filter: new RegExp(`^${library}$`) }, () => ({ path: `../../opt/${file}.mjs`, external: true }));
    },
  };
}

if (process.argv[1]?.endsWith('build-lambdas.mjs')) await buildLambdas();
