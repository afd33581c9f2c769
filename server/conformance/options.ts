import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { RunOptions } from './run.ts'

export const usage = `npm run conformance -- --url U --channel C --secret S [options]

  --url U                 the Movie Cloud's address, with or without /route
  --channel C             channelCode
  --secret S              the channel's secret; @FILE reads it from a file, where no list of processes shows it
  --card-key K            the key of card passwords, or @FILE; without it rules about them are not applicable
  --mode read-only|full   read-only (the default) changes nothing; full locks, buys, registers and refunds
  --cinema ID             the cinema to look at; without it the first that takes tickets back
  --member-card N:PASS    a member card of that cinema to pay with, in full mode
  --benefit-card N        a benefit card to pay with, in full mode
  --strict                hold answers against the tables to the letter; the specification's own examples differ
  --timeout SECONDS       how long a call may take, 30 without it
  --json FILE             also write the report there, as data

Ends with 0 when no rule is broken, 1 when one is, 2 when it could not run or left rules unclear.
Ctrl-C tries no further rule, and gives back what was bought.
`

export interface Wanted extends RunOptions {
  json?: string
}

/** The command line. @throws Error with a sentence about what is wrong with it */
export function readOptions(args: readonly string[]): Wanted | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      channel: { type: 'string' },
      secret: { type: 'string' },
      'card-key': { type: 'string' },
      mode: { type: 'string', default: 'read-only' },
      cinema: { type: 'string' },
      'member-card': { type: 'string' },
      'benefit-card': { type: 'string' },
      strict: { type: 'boolean', default: false },
      timeout: { type: 'string', default: '30' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  return {
    url: webAddress(needed('url', values.url)),
    channel: needed('channel', values.channel),
    secret: secretOf('secret', needed('secret', values.secret)),
    mode: modeOf(values.mode),
    answers: values.strict ? 'strict' : 'tolerant',
    timeoutMs: secondsOf(values.timeout) * 1000,
    ...(values['card-key'] !== undefined && { cardKey: secretOf('card-key', values['card-key']) }),
    ...(values.cinema !== undefined && { cinemaLinkId: values.cinema }),
    ...(values['member-card'] !== undefined && { memberCard: memberCardOf(values['member-card']) }),
    ...(values['benefit-card'] !== undefined && { benefitCardNumber: values['benefit-card'] }),
    ...(values.json !== undefined && { json: values.json }),
  }
}

function needed(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new Error(`--${name} is missing`)
  return value
}

function secretOf(name: string, value: string): string {
  if (!value.startsWith('@')) return value
  try {
    return readFileSync(value.slice(1), 'utf8').trim()
  } catch (cause) {
    throw new Error(`--${name} names a file that cannot be read`, { cause })
  }
}

function webAddress(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error('--url has to be an http(s) address')
  return url
}

function modeOf(mode: string): 'read-only' | 'full' {
  if (mode === 'read-only' || mode === 'full') return mode
  throw new Error('--mode is read-only or full')
}

function secondsOf(timeout: string): number {
  if (!/^[1-9]\d{0,2}$/.test(timeout)) throw new Error('--timeout is a number of seconds from 1 to 999')
  return Number(timeout)
}

function memberCardOf(text: string): { cardNumber: string; password: string } {
  const [, cardNumber, password] = /^([^:]+):(\d{6})$/.exec(text) ?? []
  if (cardNumber === undefined || password === undefined)
    throw new Error('--member-card is a number, a colon and six digits')
  return { cardNumber, password }
}
