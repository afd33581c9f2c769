import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import { apis, findApi } from './apis.ts'
import { createMovieCloudClient, type Page as PageOf } from './client.ts'
import { cloudCodes } from './codes.ts'

/** Where and as whom a command calls. */
export interface Connection {
  url: string
  channel: string
  secret: string
  previousSecret?: string
}

export interface CommandResult {
  /** 0 done; 1 refused or not known; 2 the command itself is wrong and nothing was sent. */
  exitCode: 0 | 1 | 2
  stdout?: string
  stderr?: string
}

export const usage = `Usage: npm run cloud -- <api> '<json>' [--page N] [--size N] [--get]
  <api>   an API's name, with or without ykse.partner., such as seat.getSeats
  <json>  its parameters, such as '{"cinemaLinkId":"681","hallId":"14"}'; none means {}`

/** Specification 1.2. */
const Page = z.object({ pageNo: z.int().min(1), pageSize: z.int().min(1).max(100) })

interface Wanted {
  name: string
  json: string
  page: PageOf | undefined
  method: 'GET' | 'POST'
}

/** One signed call from the command line: the normalised answer, or the cloud's code and meaning. */
export async function runCommand(
  args: readonly string[],
  connection: Connection | undefined,
  clock: Clock,
): Promise<CommandResult> {
  const wanted = readArguments(args)
  if (typeof wanted === 'string') return wrong(`${wanted}\n${usage}`)
  const api = findApi(wanted.name)
  if (!api) return wrong(`There is no API ${wanted.name}.${suggest(wanted.name)}`)
  const params = readParameters(wanted.json)
  if (params === undefined) return wrong(`The parameters are not a JSON object: ${wanted.json}`)
  const checked = api.params.safeParse(params)
  if (!checked.success) return wrong(complain(api.name, checked.error))
  if (!connection) return wrong(noCloud)

  const client = createMovieCloudClient({ ...connection, method: wanted.method, clock })
  try {
    const outcome = await client.call(api, params, wanted.page)
    if (outcome.kind === 'done') {
      return { exitCode: 0, stdout: JSON.stringify(outcome.value, null, 2) }
    }
    if (outcome.code !== undefined)
      return failed(`${outcome.code} ${outcome.meaning || meaningOf(outcome.code)}`)
    const reason = outcome.kind === 'refused' ? outcome.meaning : outcome.reason
    return failed(`No answer that settles anything: ${reason}`)
  } finally {
    await client.close()
  }
}

const noCloud = `No Movie Cloud is configured: set MOVIECLOUD_URL, MOVIECLOUD_CHANNEL, MOVIECLOUD_SECRET and MOVIECLOUD_CARD_KEY.
npm run sandbox -- --port 28080 starts one and prints all four.`

const wrong = (stderr: string): CommandResult => ({ exitCode: 2, stderr })
const failed = (stderr: string): CommandResult => ({ exitCode: 1, stderr })
const meaningOf = (code: string) => cloudCodes.get(code)?.text.zh ?? ''

/** The arguments, or what is wrong with them. */
function readArguments(args: readonly string[]): Wanted | string {
  const options = { page: { type: 'string' }, size: { type: 'string' }, get: { type: 'boolean' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [name, json = '{}', extra] = positionals
    if (name === undefined) return 'Which API?'
    if (extra !== undefined) return `What is ${extra}? Put the JSON in single quotes.`
    const paged = values.page !== undefined || values.size !== undefined
    const page = paged ? { pageNo: Number(values.page ?? 1), pageSize: Number(values.size ?? 20) } : undefined
    if (page && !Page.safeParse(page).success) return '--page counts from 1, --size goes from 1 to 100.'
    return { name, json, page, method: values.get ? 'GET' : 'POST' }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function readParameters(json: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(json))
  } catch {
    return undefined
  }
}

function suggest(name: string): string {
  const wanted = name.toLowerCase().split('.').at(-1) ?? ''
  const near = apis
    .map(api => api.name.replace('ykse.partner.', ''))
    .filter(known => {
      const last = known.toLowerCase().split('.').at(-1) ?? ''
      return wanted.length > 2 && (last.includes(wanted) || wanted.includes(last))
    })
  return near.length > 0
    ? ` Did you mean ${near.join(' or ')}?`
    : ` There are ${apis.length}, such as seat.getSeats.`
}

function complain(name: string, error: z.ZodError): string {
  const lines = error.issues.map(issue => `  ${issue.path.join('.') || 'parameters'}: ${issue.message}`)
  return `${name} was not sent:\n${lines.join('\n')}`
}
