const CONTEXTS = 'places|people|catalogue|ordering|funding|kitchen|delivery|procurement|booking'
const DOORS = '^(src/(http|shopping|api|workflows|subscribers|jobs|scripts)|workers)/'

/** Who may import whom. Each rule has a planted violation in test/unit/borders.test.ts that it must catch. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain and engine know the kernel and their own tables’ types, and nothing that does I/O',
      severity: 'error',
      from: { path: `^src/(${CONTEXTS})/(domain|engine)/` },
      to: {
        pathNot: [`^src/($1)/(domain|engine)/`, '^src/kernel/', 'node_modules/(temporal-polyfill|zod)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'kernel-is-alone',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { pathNot: ['^src/kernel/', 'node_modules/(temporal-polyfill|zod|chinese-days)/'] },
    },
    {
      name: 'contexts-are-strangers',
      comment: 'a door asks one and tells the other',
      severity: 'error',
      from: { path: `^src/(${CONTEXTS})/` },
      to: { path: `^src/(${CONTEXTS})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'contexts-know-no-door',
      severity: 'error',
      from: { path: `^src/(${CONTEXTS})/` },
      to: { path: DOORS },
    },
    {
      name: 'platform-knows-no-context',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: [`^src/(${CONTEXTS})/`, DOORS] },
    },
    {
      name: 'medusa-stays-at-its-doors',
      severity: 'error',
      from: {
        pathNot: [
          '^src/(api|workflows|subscribers|jobs)/',
          '^medusa-config\\.ts$',
          '^src/scripts/(migrate-commerce|boot-medusa)\\.ts$',
          'node_modules',
        ],
      },
      to: { path: 'node_modules/@medusajs/' },
    },
    {
      name: 'io-stays-in-platform',
      severity: 'error',
      from: { path: ['^src/', '^workers/'], pathNot: ['^src/platform/', '^src/scripts/'] },
      to: { path: 'node_modules/(bullmq|ioredis|pg|stripe)/' },
    },
    {
      name: 'doors-only-call',
      comment: 'no table, no query builder and no rule in a door',
      severity: 'error',
      from: { path: ['^src/(http|shopping)/', '^workers/'] },
      to: { path: [`^src/(${CONTEXTS})/(schema(\\.ts|/)|domain/|engine/)`, 'node_modules/drizzle-orm/'] },
    },
    {
      name: 'workers-know-no-http',
      severity: 'error',
      from: { path: ['^workers/', '^src/shopping/'] },
      to: { path: ['^src/http/', 'node_modules/express/'] },
    },
    {
      name: 'storefront-imports-contracts-only',
      severity: 'error',
      from: { path: '^storefront/' },
      to: {
        path: '^(src|workers)/',
        pathNot: ['^src/http/[^/]+/contract\\.ts$', '^src/http/[^/]+/[^/]+/contract\\.ts$'],
      },
    },
    {
      name: 'storefront-imports-types-only',
      comment: 'schemas stay on the server; their types travel',
      severity: 'error',
      from: { path: '^storefront/' },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^src/(api|subscribers|jobs|workflows)/',
          '^src/scripts/',
          '^workers/main\\.ts$',
          '^src/http/main\\.ts$',
          '^storefront/',
        ],
      },
      to: {},
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { path: '^(src|workers|storefront)/' },
      // a file of a declared package that the bundler serves is no module to resolve
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        pathNot: ['^zxing-wasm/reader/zxing_reader\\.wasm\\?url$'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
