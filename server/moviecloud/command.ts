import type { Clock } from '../kernel/clock.ts'
import type { CloudOutcome } from './answer.ts'
import { createMovieCloudClient } from './client.ts'
import { cloudCodes } from './codes.ts'
import { readArguments } from './command-arguments.ts'

/** Where and as whom a command calls. */
export interface Connection {
  url: string
  channel: string
  secret: string
  previousSecret?: string
  cardKey: string
  /** Nobody has configured it: a sandbox may be listening there, or nobody. */
  assumed?: boolean
}

export interface CommandResult {
  /** 0 done; 1 refused or not known; 2 the command itself is wrong and nothing was sent. */
  exitCode: 0 | 1 | 2
  stdout?: string
  stderr?: string
}

/** One signed call from the command line: the normalised answer, or the cloud's code and meaning. */
export async function runCommand(
  args: readonly string[],
  connection: Connection,
  clock: Clock,
): Promise<CommandResult> {
  const wanted = readArguments(args, connection.cardKey)
  if (typeof wanted === 'string') return { exitCode: 2, stderr: wanted }
  const client = createMovieCloudClient({ ...connection, method: wanted.method, clock })
  try {
    const outcome = await client.call(wanted.api, wanted.params, wanted.page)
    if (outcome.kind === 'done') return { exitCode: 0, stdout: JSON.stringify(outcome.value, null, 2) }
    if (outcome.kind === 'not-sent' && connection.assumed) return { exitCode: 2, stderr: noCloud }
    return { exitCode: 1, stderr: printable(explain(outcome)) }
  } finally {
    await client.close()
  }
}

const noCloud = `No Movie Cloud is configured: set MOVIECLOUD_URL, MOVIECLOUD_CHANNEL, MOVIECLOUD_SECRET and MOVIECLOUD_CARD_KEY.
Or start a sandbox, which is called when nothing is configured: npm run sandbox`

function explain(outcome: Exclude<CloudOutcome<unknown>, { kind: 'done' }>): string {
  if (outcome.code !== undefined) {
    return `${outcome.code} ${outcome.meaning || (cloudCodes.get(outcome.code)?.meaning ?? '')}`.trim()
  }
  if (outcome.kind === 'refused') return outcome.meaning
  return outcome.kind === 'not-sent'
    ? `Nothing was sent: ${outcome.reason}`
    : `Nobody knows what became of it: ${outcome.reason}`
}

/** The cloud's words without what a terminal would take for a command. */
const printable = (text: string) => text.replace(/\p{Cc}/gu, ' ')
