/**
 * Who may import whom: a list of what is allowed (scripts/import-rules.cjs); whatever is not in it is refused.
 * test/docs/import-rules.test.ts injects a violation of every room and sees each one caught.
 */
const { rooms } = require('./scripts/import-rules.cjs');

const npm = (name) => `node_modules/${name}(/|$)`;
/** Packages come through the lock, Node's own modules by their names, everything else by its path. */
const targets = ({ files = [], packages = [], node = [] }) => [
  ...(files.length + packages.length > 0 ? [{ path: [...files, ...packages.map(npm)], dependencyTypesNot: ['core'] }] : []),
  ...(node.length > 0 ? [{ path: node.map((name) => `^(node:)?${name}$`), dependencyTypes: ['core'] }] : []),
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    // What ends in ?url is an address that Vite fills in.
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '[?]url$' } },
  ],
  allowed: [
    ...rooms.flatMap(({ path, pathNot = [], may, types = [] }) => [
      ...targets(may).map((to) => ({ from: { path, pathNot }, to })),
      ...(types.length > 0 ? [{ from: { path, pathNot }, to: { path: types, dependencyTypes: ['type-only'] } }] : []),
    ]),
    { from: {}, to: { path: '[?]url$' } },
  ],
  allowedSeverity: 'error',
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
