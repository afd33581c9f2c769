import { parseArgs } from 'node:util'
import { z } from 'zod'
import { apis, findApi } from './apis.ts'
import { encryptCardPassword } from './card-cipher.ts'
import type { Page } from './client.ts'
import type { Declaration } from './declare.ts'

export const usage = `Usage: npm run cloud -- <api> '<json>' [--page N] [--size N] [--get]
  <api>   an API's name, with or without ykse.partner., such as seat.getSeats
  <json>  its parameters, such as '{"cinemaLinkId":"681","hallId":"14"}'; none means {}
          (a card password of six digits is enciphered with the card key before it is sent)`

/** What the command is to do, checked against the API's declaration. */
export interface Wanted {
  api: Declaration
  params: Record<string, unknown>
  page: Page | undefined
  method: 'GET' | 'POST'
}

/** Specification 1.2. */
const PageNumbers = z.object({ pageNo: z.int().min(1), pageSize: z.int().min(1).max(100) })

/** The arguments, or a sentence that says what is wrong with them: the field and its rule. */
export function readArguments(args: readonly string[], cardKey: string): Wanted | string {
  const options = { page: { type: 'string' }, size: { type: 'string' }, get: { type: 'boolean' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [name, json = '{}', extra] = positionals
    if (name === undefined) return `Which API?\n${usage}`
    if (extra !== undefined) return `What is ${extra}? Put the JSON in single quotes.\n${usage}`
    const paged = values.page !== undefined || values.size !== undefined
    const page = paged ? { pageNo: Number(values.page ?? 1), pageSize: Number(values.size ?? 20) } : undefined
    if (page && !PageNumbers.safeParse(page).success) {
      return `--page counts from 1, --size goes from 1 to 100.\n${usage}`
    }
    const wanted = readCall(name, json, cardKey)
    return typeof wanted === 'string' ? wanted : { ...wanted, page, method: values.get ? 'GET' : 'POST' }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${usage}`
  }
}

function readCall(name: string, json: string, cardKey: string): Pick<Wanted, 'api' | 'params'> | string {
  const api = findApi(name)
  if (!api) return `There is no API ${name}.${suggest(name)}`
  const given = readObject(json)
  if (!given) return 'The parameters are not a JSON object; put them in single quotes.'
  const params = enciphered(given, cardKey)
  const checked = api.params.safeParse(params)
  return checked.success ? { api, params } : complain(api.name, checked.error)
}

function readObject(json: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(json))
  } catch {
    return undefined
  }
}

const passwords = new Set(['cardPassword', 'oldPassword', 'newPassword'])

/** The same parameters with every card password of six digits enciphered (specification 3). */
function enciphered(params: Record<string, unknown>, cardKey: string): Record<string, unknown> {
  const hide = (key: string, value: unknown): unknown =>
    passwords.has(key) && typeof value === 'string' && /^\d{6}$/.test(value)
      ? encryptCardPassword(value, cardKey)
      : value
  return z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(params, hide)))
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
  const lines = error.issues.flatMap(issue => {
    const at = (path: readonly PropertyKey[]) => path.map(String).join('.')
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => `  ${at([...issue.path, key])}: is not a parameter of this API`)
      : [`  ${at(issue.path) || 'parameters'}: ${issue.message}`]
  })
  return `${name} was not sent:\n${lines.join('\n')}`
}
