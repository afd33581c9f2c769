/*
 * `npm test`: every check there is, in order, with their output as it comes. A step that fails does not hide the
 * others. The last line counts all of it: each test of a suite, and each step that is one check.
 */
import { type Count, command, step } from './steps.ts'

// Loaded when their step comes: what cannot be loaded is a failure of that step and hides no other.
const suites = () => import('./suites.ts')
const bundle = () => import('./bundle.ts')

const node = process.execPath
const bin = (name: string) => `node_modules/.bin/${name}`

const counts: Count[] = []
counts.push(await step('Format and lint', () => command(bin('biome'), ['check', '.'])))
for (const part of ['server', 'src', 'e2e']) {
  counts.push(await step(`Types of ${part}`, () => command(bin('tsc'), ['-p', part])))
}
counts.push(
  await step('Structure: arrows and circles', () =>
    command(bin('depcruise'), ['--config', '.ci/structure.cjs', 'src', 'server', 'e2e', 'bench']),
  ),
)
counts.push(
  await step('Every branch of the order engine’s core is tried', () =>
    command(bin('vitest'), [
      'run',
      'server/ordering/core',
      '--reporter=dot',
      '--coverage.enabled',
      '--coverage.provider=v8',
      '--coverage.include=server/ordering/core/*.ts',
      '--coverage.exclude=**/*.test.ts',
      '--coverage.reporter=text',
      '--coverage.reportsDirectory=node_modules/.cache/foyer-coverage',
      '--coverage.thresholds.branches=100',
    ]),
  ),
)
counts.push(await step('Unit, contract and database tests', async () => (await suites()).unitTests()))

const built = await step('Build', () => command(node, ['.ci/build.mjs']))
counts.push(built)
if (built.failed === 0) {
  counts.push(
    await step('The bundle holds no secret, no signature, no address of the cloud', async () =>
      (await bundle()).checkBundle(),
    ),
  )
  counts.push(await step('Browser tests', async () => (await suites()).browserTests()))
} else {
  process.stdout.write('Without a build there is nothing to test in a browser.\n')
}

counts.push(
  await step('Real servers are killed amid sales, and three ledgers agree', () =>
    command(bin('tsx'), ['server/kills/cli.ts', '--kills', '300']),
  ),
)

const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0)
const skipped = total('skipped')
process.stdout.write(
  `\n${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
)
process.exitCode = total('failed') > 0 ? 1 : 0
