/**
 * Who may import whom, room by room. A room is a set of files (`path` without `pathNot`); `may` names what it may import: files, packages,
 * and Node's own modules; `types` names files of which only types may be imported. docs/architecture.md shows `name` and `says`.
 */
const special = 'aws|api|data|http|lambda|pdf|public|reference';
const noun = `^functions/(?!(?:${special})/)([^/]+)/`;
const stores = '^functions/[^/]+/[a-z-]*store[.]ts$';
const routes = '[a-z-]*routes[.]ts$';

/** What one noun lends to the verbs of others beside its store: what loads, counts or words, never what decides or saves. */
const lent = [
  '^functions/assessments/(postpone|report/wording)[.]ts$',
  '^functions/ceremony/show[.]ts$',
  '^functions/certificates/(certificate-facts|pdf/print-certificates)[.]ts$',
  '^functions/exports/(csv|export-table)[.]ts$',
  '^functions/files/content-type[.]ts$',
  '^functions/history/(history|subject)[.]ts$',
  '^functions/merchants/(load-merchant|search|show)[.]ts$',
  '^functions/nominations/(completeness|load-nomination|street-lock)[.]ts$',
  '^functions/programmes/(board|overview)[.]ts$',
];

/** The rooms of the app that every page may use. */
const common = ['components', 'device', 'language', 'server', 'session', 'styles'];
const web = (...folders) => `^web/(${folders.join('|')})/`;
const react = ['react', '@types/react', 'react-dom', '@tanstack/react-query', 'wouter', 'uuid'];
/** Folders of the people who work with the app: start pages over the nouns. */
const roles = ['admin', 'city', 'leadership', 'office', 'ward'];
const nouns = `^web/(?!(?:${[...common, ...roles, 'shell'].join('|')})/)[^/]+/`;

const rooms = [
  { name: 'shared', says: 'shared, zod; nothing of Node', path: '^shared/', may: { files: ['^shared/'], packages: ['zod'] } },
  {
    name: 'functions/data',
    says: 'data, shared, the DynamoDB clients, canonicalize, zod',
    path: '^functions/data/',
    may: {
      files: ['^functions/data/', '^shared/'],
      packages: ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb', '@aws-sdk/util-dynamodb', 'canonicalize', 'zod'],
      node: ['crypto'],
    },
  },
  {
    name: 'functions/http',
    says: 'http, data, shared, hono, jose, zod',
    path: '^functions/http/',
    may: { files: ['^functions/(http|data)/', '^shared/'], packages: ['hono', 'hono-openapi', 'jose', 'zod'], node: ['crypto'] },
  },
  {
    name: 'functions/pdf',
    says: 'pdf, shared, the libraries for PDF and fonts, the disk',
    path: '^functions/pdf/',
    may: {
      files: ['^functions/pdf/', '^shared/'],
      packages: ['@cantoo/pdf-lib', 'fontkit', 'uqr'],
      node: ['crypto', 'fs/promises', 'module', 'zlib'],
    },
  },
  {
    name: 'functions/deps.ts',
    says: 'the ports that it names',
    path: '^functions/deps[.]ts$',
    may: {
      files: [
        '^functions/data/',
        '^functions/certificates/signature/signer[.]ts$',
        '^functions/people/accounts[.]ts$',
        '^functions/public/list-signer[.]ts$',
        '^shared/',
      ],
    },
  },
  {
    name: 'functions/*/store',
    says: 'data, shared, its own frozen list',
    path: '^functions/([^/]+)/[a-z-]*store[.]ts$',
    may: { files: ['^functions/data/', '^functions/$1/frozen-list[.]ts$', '^shared/'], packages: ['zod'] },
  },
  {
    name: 'functions/*/routes',
    says: 'its own noun, stores, http, data, deps, shared, hono, zod',
    path: `${noun}${routes}`,
    may: {
      files: ['^functions/$1/', stores, '^functions/(http|data)/', '^functions/deps[.]ts$', '^shared/'],
      packages: ['content-disposition', 'hono', 'zod'],
    },
  },
  {
    name: 'functions/*/verb',
    says: 'its own noun, stores, what other nouns lend (never their verbs), data, pdf, deps, shared; no hono, no disk, no network',
    path: noun,
    pathNot: [stores, `${noun}${routes}`],
    may: {
      files: ['^functions/$1/', stores, ...lent, '^functions/(data|pdf)/', '^functions/deps[.]ts$', '^shared/'],
      packages: ['@cantoo/pdf-lib', 'content-disposition', 'csv-parse', 'fflate', 'uuid', 'zod'],
      node: ['crypto', 'timers/promises', 'util', 'zlib'],
    },
  },
  {
    name: 'functions/office-documents/word',
    says: 'as a verb, and docx',
    path: '^functions/office-documents/word/',
    may: { packages: ['docx'] },
  },
  {
    name: 'functions/merchants/read-workbook',
    says: 'as a verb, and read-excel-file',
    path: '^functions/merchants/read-[a-z-]+[.]ts$',
    may: { packages: ['read-excel-file'] },
  },
  {
    name: 'functions/public',
    says: 'public, stores, http, data, deps, shared, signatures, hono, jose',
    path: '^functions/public/',
    may: {
      files: [
        '^functions/(public|http|data)/',
        stores,
        '^functions/certificates/(signature/verify|signing-key-routes)[.]ts$',
        '^functions/deps[.]ts$',
        '^shared/',
      ],
      packages: ['content-disposition', 'hono', 'jose', 'zod'],
      node: ['zlib'],
    },
  },
  {
    name: 'functions/reference',
    says: 'reference, public, http, shared, hono',
    path: '^functions/reference/',
    may: { files: ['^functions/(reference|public|http)/', '^shared/'], packages: ['hono'] },
  },
  {
    name: 'functions/api',
    says: 'routes, what stands before them, http, data, deps, shared, hono',
    path: '^functions/api/',
    may: {
      files: [
        '^functions/(api|http|data)/',
        `^functions/[^/]+/${routes}`,
        stores,
        '^functions/public/(part|streets)[.]ts$',
        '^functions/(nominations/changes|merchants/preview)[.]ts$',
        '^functions/deps[.]ts$',
        '^shared/',
      ],
      packages: ['hono', 'hono-openapi', 'zod'],
    },
  },
  {
    name: 'functions/aws',
    says: 'the ports that it fills, api/staff, http, data, deps, shared, AWS clients, hono',
    path: '^functions/aws/',
    may: {
      files: [
        '^functions/(aws|http|data|files)/',
        '^functions/api/staff[.]ts$',
        '^functions/deps[.]ts$',
        '^functions/people/accounts[.]ts$',
        '^functions/notices/mail[.]ts$',
        '^functions/certificates/signature/',
        '^functions/public/list-signer[.]ts$',
        '^shared/',
      ],
      packages: ['@aws-sdk', '@types/aws-lambda', 'hono', 'jose', 'zod'],
      node: ['crypto', 'timers/promises', 'zlib'],
    },
  },
  {
    name: 'functions/lambda',
    says: 'anything in functions but another handler, AWS clients',
    path: '^functions/lambda/',
    may: { files: ['^functions/(?!lambda/)', '^shared/'], packages: ['@aws-sdk', '@types/aws-lambda', 'hono', 'zod'] },
  },
  {
    name: 'infra/local',
    says: 'infra/local, functions but what is of AWS, shared, Node',
    path: '^infra/local/',
    may: {
      files: ['^infra/local/', '^functions/(?!aws/|lambda/)', '^shared/'],
      packages: [
        '@aws-sdk/(client|lib)-dynamodb',
        '@hono/node-server',
        'hono',
        'jose',
        '@types/oidc-provider',
        'oidc-provider',
        'uuid',
        'zod',
      ],
      node: ['.+'],
    },
  },
  {
    name: 'infra/aws',
    says: 'infra/aws, functions but handlers (by path only), shared, AWS, CDK, Node',
    path: '^infra/aws/',
    may: {
      files: ['^infra/aws/', '^infra/local/self-signed[.]ts$', '^functions/(?!lambda/)', '^shared/'],
      packages: ['@aws-sdk', 'aws-cdk-lib', 'constructs', 'cdk-nag'],
      node: ['.+'],
    },
  },
  {
    name: 'scripts',
    says: 'scripts, functions, shared, build tools, Node',
    path: '^scripts/',
    may: {
      files: ['^scripts/', '^functions/(?!aws/|lambda/)', '^shared/'],
      packages: ['esbuild', 'fflate', 'fontkit', 'subset-font', 'vite'],
      node: ['.+'],
    },
  },
  {
    name: 'test',
    says: 'anything but other tests',
    path: '^test/',
    may: {
      files: ['^(shared|functions|infra|web|scripts|docs)/', '^test/(?!.*[.]test[.]tsx?$)', '^[^/]+[.](json|cjs|ts)$'],
      packages: ['.+'],
      node: ['.+'],
    },
  },
  {
    name: 'web, all of it',
    says: 'shared; of functions types only',
    path: '^web/',
    may: { files: ['^shared/'], packages: ['zod'] },
    types: ['^functions/'],
  },
  {
    name: 'web, every page',
    says: `${common.join(', ')}; its own folder; react and what goes with it`,
    path: '^web/([^/]+)/',
    may: { files: ['^web/$1/', web(...common)], packages: react },
  },
  {
    name: 'web, a noun',
    says: "other nouns; of a role's folder its texts and queries only",
    path: '^web/',
    pathNot: [web(...common, ...roles, 'shell'), '^web/[^/]+$'],
    may: {
      files: [
        nouns,
        `${web(...roles)}([a-z]+-texts|queries|back-to|tasks)[.]ts$`,
        '^web/shell/(shell-texts|preferences|use-[a-z-]+)[.]tsx?$',
      ],
      packages: ['fontkit', '@cantoo/pdf-lib', 'uqr', 'zxing-wasm', 'write-excel-file', '@expo-google-fonts/tinos'],
    },
  },
  { name: 'web, a role', says: 'any noun, never another role', path: `^web/(${roles.join('|')})/`, may: { files: [nouns] } },
  { name: 'web/shell', says: 'any page', path: '^web/shell/', may: { files: ['^web/'] } },
  { name: 'web/components', says: 'leaflet beside', path: '^web/components/', may: { packages: ['leaflet', '@types/leaflet'] } },
  { name: 'web/server', says: "hono's typed client beside", path: '^web/(server|assessments)/', may: { packages: ['hono'] } },
  { name: 'web/session', says: 'oidc-client-ts beside', path: '^web/session/', may: { packages: ['oidc-client-ts'] } },
  {
    name: 'web/device',
    says: 'idb, and the types of what field work keeps',
    path: '^web/device/',
    may: { files: ['^web/assessments/(device-types|discard)[.]ts$'], packages: ['idb'] },
  },
  {
    name: 'web, where it begins',
    says: 'anything in web, and what builds it',
    path: '^web/[^/]+$',
    may: {
      files: ['^web/'],
      packages: [...react, 'vite', 'vite-plugin-pwa', 'workbox-precaching', 'workbox-routing'],
      node: ['.+'],
    },
  },
];
module.exports = { rooms };
