import { writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { systemClock } from '../kernel/clock.ts'
import { rules } from './chapters.ts'
import { readOptions, usage, type Wanted } from './options.ts'
import { reportOf } from './report.ts'
import { intentOf, textOf } from './report-text.ts'
import { apiNames } from './rules/tables.ts'
import { CannotRun, run } from './run.ts'

/** Checks a Movie Cloud against the specification and prints what it found. */
async function main(): Promise<number> {
  const wanted = understood(process.argv.slice(2))
  if (typeof wanted === 'number') return wanted
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  try {
    const found = await run(wanted, {
      rules,
      clock: systemClock,
      random: Math.random,
      pause: delay,
      stop: stop.signal,
      begun({ cinemaLinkId }) {
        if (wanted.mode === 'full') process.stdout.write(`${intentOf(cinemaLinkId, wanted.channel)}\n`)
      },
    })
    const report = reportOf(found, wanted, { apiNames, ruleCount: rules.length })
    process.stdout.write(`${textOf(report)}\n`)
    if (wanted.json !== undefined) writeFileSync(wanted.json, `${JSON.stringify(report, null, 2)}\n`)
    if (stop.signal.aborted) process.stdout.write('It was stopped before all rules were tried.\n')
    if (report.broken > 0) return 1
    return report.unclear > 0 || stop.signal.aborted ? 2 : 0
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    process.stderr.write(`It could not run: ${error.message}.\n`)
    return 2
  }
}

function understood(args: readonly string[]): Wanted | number {
  try {
    const wanted = readOptions(args)
    if (wanted !== 'help') return wanted
    process.stdout.write(usage)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 2
  }
}

// A reader that has seen enough (`| head`) hangs up: that is no failure.
process.stdout.on('error', () => process.exit())

process.exitCode = await main()
