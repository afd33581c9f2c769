import { LocalDate } from '#contract/time.ts'
import type { Reconciled } from './ledgers.ts'
import { reportText } from './report-text.ts'
import { viewFinding } from './words.ts'

export interface CommandResult {
  /** 0 the ledgers agree; 1 they differ; 2 one could not be read, or the command itself is wrong. */
  exitCode: 0 | 1 | 2
  stdout?: string
  stderr?: string
}

const usage = `npm run reconcile -- --day 2026-11-23 [--json]
Compares journal, payment provider's bill and cloud of one calendar day (Beijing), with the settings of the server.
It changes nothing. Exits 1 when they differ, and 2 when one of them could not be read.`

/** @param compare reads and compares; called only when the command is right */
export async function runReconcileCommand(
  args: readonly string[],
  compare: (day: LocalDate) => Promise<Reconciled>,
): Promise<CommandResult> {
  const wanted = readArguments(args)
  if (wanted === undefined) return { exitCode: 2, stderr: usage }
  const result = await compare(wanted.day)
  const exitCode = { agrees: 0, differs: 1, unreadable: 2 } as const
  const stdout = wanted.json
    ? JSON.stringify({ ...result, findings: result.findings.map(viewFinding) }, null, 2)
    : reportText(result)
  return { exitCode: exitCode[result.verdict], stdout }
}

function readArguments(args: readonly string[]): { day: LocalDate; json: boolean } | undefined {
  const json = args.includes('--json')
  const rest = args.filter(arg => arg !== '--json')
  const [flag, text] = rest[0]?.startsWith('--day=') ? ['--day', rest[0].slice(6), ...rest.slice(1)] : rest
  const day = LocalDate.safeParse(text)
  const surplus = rest.length > (rest[0]?.startsWith('--day=') ? 1 : 2)
  return flag === '--day' && day.success && !surplus ? { day: day.data, json } : undefined
}
