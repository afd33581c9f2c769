/*
 * The arrows of the house (docs/architecture.md). Tests may reach further than the code they test: they build
 * whole houses. Everything else follows these rules.
 */
const test =
  '\\.test\\.tsx?$|/test-support/|^server/ordering/simulation/|^server/kills/|^e2e/|^bench/|^\\.ci/'
const code = path => ({ path, pathNot: test })

/** The server's domains, lowest first: each may use those before it. */
const domains = [
  'catalog',
  'seating',
  'concessions',
  'cards',
  'pricing',
  'ordering',
  'pickup',
  'live',
  'reconciliation',
  'staff',
]
const anyDomain = domains.join('|')
const upward = domains.flatMap((domain, i) => {
  const above = domains.slice(i + 1)
  if (above.length === 0) return []
  return [
    {
      name: `${domain}-knows-no-domain-above`,
      severity: 'error',
      from: code(`^server/${domain}/`),
      to: { path: `^server/(${above.join('|')})/` },
    },
  ]
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot:
          '\\.d\\.ts$|\\.test\\.tsx?$|^e2e/|(^|/)main\\.tsx?$|(^|/)cli\\.ts$|playwright\\.config\\.ts$',
      },
      to: {},
    },
    {
      name: 'unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?' },
    },
    {
      name: 'contract-knows-only-zod',
      severity: 'error',
      from: code('^server/contract/'),
      to: { pathNot: '^server/contract/|^node_modules/zod/' },
    },
    {
      name: 'browser-reaches-the-server-through-the-contract',
      severity: 'error',
      from: code('^src/'),
      to: { path: '^server/', pathNot: '^server/contract/' },
    },
    {
      name: 'server-never-imports-the-browser',
      severity: 'error',
      from: code('^server/'),
      to: { path: '^src/' },
    },
    {
      name: 'browser-has-no-node',
      severity: 'error',
      from: code('^src/'),
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'kernel-knows-no-domain',
      severity: 'error',
      from: code('^server/kernel/'),
      to: { path: '^server/', pathNot: '^server/(kernel|contract)/' },
    },
    {
      name: 'settings-know-no-domain',
      severity: 'error',
      from: code('^server/config/'),
      to: { path: '^server/', pathNot: '^server/(config|kernel|contract)/' },
    },
    {
      name: 'moviecloud-stands-alone',
      severity: 'error',
      from: { path: '^server/moviecloud/', pathNot: `${test}|/cli\\.ts$` },
      to: { path: '^server/', pathNot: '^server/(moviecloud|kernel|contract)/' },
    },
    {
      name: 'domains-speak-to-the-cloud-through-the-gateway',
      severity: 'error',
      from: code(`^server/(${anyDomain}|payment|journal)/`),
      to: { path: '^server/moviecloud/', pathNot: '^server/moviecloud/(gateway-types|codes)\\.ts$' },
    },
    {
      name: 'sandbox-is-another-party',
      severity: 'error',
      from: code('^server/sandbox/'),
      to: { path: '^server/', pathNot: '^server/(sandbox|kernel|contract)/' },
    },
    {
      name: 'only-the-composition-root-knows-the-sandbox',
      severity: 'error',
      from: { path: '^server/', pathNot: `${test}|^server/sandbox/|^server/app\\.ts$` },
      to: { path: '^server/sandbox/' },
    },
    {
      name: 'conformance-knows-the-protocol-alone',
      severity: 'error',
      from: code('^server/conformance/'),
      to: {
        path: '^server/',
        pathNot: '^server/(conformance|kernel|contract)/|^server/moviecloud/(sign|card-cipher|codes)\\.ts$',
      },
    },
    {
      name: 'conformance-is-a-command-of-its-own',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: `${test}|^server/conformance/` },
      to: { path: '^server/conformance/' },
    },
    {
      name: 'journal-and-payment-stand-below-ordering',
      severity: 'error',
      from: code('^server/(journal|payment)/'),
      to: { path: `^server/(${anyDomain}|http)/` },
    },
    {
      name: 'http-is-the-outermost',
      severity: 'error',
      from: code(`^server/(${anyDomain}|payment|journal|kernel|config)/`),
      to: { path: '^server/http/' },
    },
    ...upward,
    {
      name: 'the-simulation-and-the-kills-are-no-part-of-the-house',
      severity: 'error',
      from: code('^(src|server)/'),
      to: { path: '^server/(kills|ordering/(simulation|test-support))/' },
    },
    {
      name: 'konva-lives-in-the-canvas',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/features/seating/canvas/' },
      to: { path: '^node_modules/(konva|react-konva)/' },
    },
    {
      name: 'peers-of-the-seat-map-stay-in-its-bench',
      severity: 'error',
      from: { pathNot: '^bench/seatmap/|^node_modules/' },
      to: { path: '^node_modules/(@alisaitteke/seatmap-canvas|seatchart|react-seat-picker)/' },
    },
    {
      name: 'canvas-knows-no-query-and-no-store',
      severity: 'error',
      from: code('^src/features/seating/canvas/'),
      to: { path: '^node_modules/(@tanstack|zustand|react-router)/|^src/api/' },
    },
    {
      name: 'ui-knows-no-router-no-query-no-feature',
      severity: 'error',
      from: code('^src/ui/'),
      to: { path: '^node_modules/(@tanstack|zustand|react-router)/|^src/(api|features|doors)/' },
    },
    {
      name: 'features-know-no-door',
      severity: 'error',
      from: code('^src/(features|api|i18n|lib)/'),
      to: { path: '^src/doors/' },
    },
    {
      name: 'a-door-knows-no-other-door',
      severity: 'error',
      from: { path: '^src/doors/([^/]+)/', pathNot: test },
      to: { path: '^src/doors/', pathNot: '^src/doors/$1/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
}
