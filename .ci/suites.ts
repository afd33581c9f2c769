import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { describeBrowser, obtainBrowser } from '../e2e/support/browser.ts'
import { obtainPostgres } from '../server/test-support/postgres.ts'
import { type Count, exitCode } from './steps.ts'

/** What vitest's json reporter writes, as far as we count. */
const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  success: z.boolean(),
})
/** What Playwright's json reporter writes, as far as we count. */
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
})

/** All tests beside the code; the database that some of them need is found or fetched first. */
export function unitTests(): Promise<Count> {
  return withReport(async file => {
    process.stdout.write(`${obtainPostgres(sentence => process.stdout.write(`${sentence}\n`))}\n`)
    const code = await exitCode('node_modules/.bin/vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
    const report = VitestReport.parse(read(file))
    return honest(code, {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    })
  })
}

/** All journeys in a real browser, which is found or fetched first. */
export function browserTests(): Promise<Count> {
  return withReport(async file => {
    const browser = await obtainBrowser(sentence => process.stdout.write(`${sentence}\n`))
    process.stdout.write(`${describeBrowser(browser)}\n`)
    const env = { ...process.env, PLAYWRIGHT_CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
    const code = await exitCode(
      'node_modules/.bin/playwright',
      ['test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
      env,
    )
    const { stats, errors } = PlaywrightReport.parse(read(file))
    return honest(code, {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    })
  })
}

/** A suite that ended badly has a failure, and a suite without tests is one. */
function honest(code: number, count: Count): Count {
  const good = code === 0 && count.passed > 0
  return good || count.failed > 0 ? count : { ...count, failed: 1 }
}

async function withReport(run: (file: string) => Promise<Count>): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-report-'))
  try {
    return await run(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
