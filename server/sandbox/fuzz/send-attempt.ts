import type { Attempt } from './attempt.ts'
import { judge } from './judge.ts'
import { openWire, type Wire } from './wire.ts'

/** Counts what came, and takes what should not have come. */
export interface Report {
  count(outcome: string): void
  wrong(what: string): void
}

/** A sender that keeps one connection for the attempts that may share it. */
export function createSender(port: number) {
  let shared: Wire | undefined

  async function wireFor({ connection }: Attempt): Promise<Wire> {
    if (connection !== 'shared') return openWire(port)
    if (!shared?.isOpen()) shared = await openWire(port)
    return shared
  }

  return {
    async send(attempt: Attempt, report: Report): Promise<void> {
      const { connection } = attempt
      const wire = await wireFor(attempt)
      wire.write(attempt.bytes)
      if (connection === 'reset') {
        report.count('hung up')
        return wire.reset()
      }
      if (connection === 'half-closed') wire.halfClose()
      const goesOn = await readAnswers(wire, attempt, report)
      if (connection !== 'shared' || !goesOn) wire.close()
    },
    close: (): void => shared?.close(),
  }
}

/** Reads as many answers as have to come. @returns whether the connection can be used on */
async function readAnswers(wire: Wire, attempt: Attempt, report: Report): Promise<boolean> {
  for (let nth = 0; nth < attempt.answers; nth++) {
    const reply = await wire.reply(attempt.toHead)
    if (wire.timedOut()) report.wrong('kept waiting')
    if (!reply) {
      if (!attempt.mayBeSilent) report.wrong('no answer')
      report.count('no answer')
      return false
    }
    const { outcome, wrong } = judge(attempt, reply)
    report.count(outcome)
    if (wrong !== undefined) report.wrong(wrong)
    if (reply.headers.get('connection') === 'close') return false
  }
  return true
}
