/** Who may import whom: the table in docs/architecture.md. `test/architecture.test.ts` checks that the run is not empty. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: 'see the table "from, may import" in docs/architecture.md',
  from: { path: from.path, pathNot: from.pathNot },
  to: { pathNot: allowed, dependencyTypesNot: ['core'] },
});
const npm = (...names) => names.map((name) => `node_modules/${name}(/|$)`);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    // What ends in ?url is an address that Vite fills in.
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '[?]url$' } },
    only('shared-knows-zod-only', { path: '^shared/' }, ['^shared/', ...npm('zod')]),
    { name: 'shared-has-no-io', severity: 'error', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
    only('http-and-data', { path: '^functions/(http|data)/' }, [
      '^functions/(http|data)/',
      '^shared/',
      ...npm('zod', 'hono', 'hono-openapi', 'jose', '@aws-sdk', 'canonicalize'),
    ]),
    only('stores', { path: '^functions/([^/]+)/[a-z-]*store[.]ts$' }, [
      '^functions/data/',
      '^functions/$1/frozen-list[.]ts$',
      '^shared/',
      ...npm('zod'),
    ]),
    only('routes', { path: '^functions/([^/]+)/[a-z-]*routes[.]ts$', pathNot: '^functions/(http|api)/' }, [
      '^functions/$1/',
      '^functions/[a-z]+/store[.]ts$',
      '^functions/data/(audit|guard)[.]ts$',
      '^functions/http/',
      '^functions/deps[.]ts$',
      '^shared/',
      ...npm('zod', 'hono', 'hono-openapi', 'content-disposition'),
    ]),
    only('adapters-to-aws', { path: '^functions/aws/' }, [
      '^functions/(aws|http|data|files)/',
      '^functions/(deps|api/staff)[.]ts$',
      '^functions/people/accounts[.]ts$',
      '^functions/notices/mail[.]ts$',
      '^functions/certificates/signature/',
      '^functions/public/list-signer[.]ts$',
      '^shared/',
      ...npm('zod', 'hono', 'jose', '@aws-sdk', '@types/aws-lambda', 'aws-lambda'),
    ]),
    {
      name: 'only-handlers-and-commands-know-aws',
      severity: 'error',
      from: { pathNot: ['^functions/aws/', '^functions/lambda/', '^infra/aws/'] },
      to: { path: '^(functions/aws|infra/aws)/' },
    },
    { name: 'nothing-leads-to-a-handler', severity: 'error', from: {}, to: { path: '^functions/lambda/' } },
    only('stacks-and-commands', { path: '^infra/aws/' }, [
      '^infra/aws/',
      '^infra/local/self-signed[.]ts$',
      '^functions/',
      '^shared/',
      ...npm('@aws-sdk', 'aws-cdk-lib', 'constructs'),
    ]),
    { name: 'local-does-not-reach-aws', severity: 'error', from: { path: '^infra/local/' }, to: { path: '^infra/aws/' } },
    { name: 'nothing-calls-upwards', severity: 'error', from: { path: '^(functions|shared)/' }, to: { path: '^(infra|web)/' } },
    {
      name: 'verbs-know-no-http',
      severity: 'error',
      from: {
        path: '^functions/[^/]+/[^/]+[.]ts$',
        pathNot: ['^functions/(http|data|public|reference|aws|api|lambda)/', 'routes[.]ts$'],
      },
      to: { path: '^functions/http/|node_modules/hono' },
    },
    {
      name: 'web-knows-shared-and-types-of-the-api',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(functions|infra|test)/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'web-takes-types-of-the-api-only', severity: 'error', from: { path: '^web/' }, to: { path: '^infra/' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
