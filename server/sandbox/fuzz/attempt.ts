import type { Request } from '../test-sale.ts'

/** A request, or what pretends to be one, and what has to come of it. */
export interface Attempt {
  family: string
  bytes: Buffer
  /**
   * What becomes of the connection: it is used again; or it is one of its own, closed after the answer, half closed
   * before it, or reset without waiting for any.
   */
  connection: 'shared' | 'own' | 'half-closed' | 'reset'
  /** How many answers have to come. */
  answers: number
  /** Nobody need answer: the request is not whole, or the connection breaks while it is refused. */
  mayBeSilent: boolean
  /** The answer to HEAD has no body. */
  toHead: boolean
  /** Whether the answer has to be a "no"; otherwise it may also be a "yes", but has to be an answer. */
  refused: boolean
  /** Whether it goes to `/route`, whose answers have the protocol's form. */
  target: 'route' | 'elsewhere'
}

/** What the makers of attempts know. */
export interface Knowledge {
  random: () => number
  /** This attempt's number: whatever has to be unique is made of it. */
  index: number
  /** Right requests of all 43 interfaces. */
  requests: readonly Request[]
  channel: string
  secret: string
  /** Where the sandbox's clock stands, epoch ms. */
  now: number
}
export type Maker = (know: Knowledge) => Attempt

const usual = {
  connection: 'shared',
  answers: 1,
  mayBeSilent: false,
  toHead: false,
  refused: true,
  target: 'route',
} as const

export const attempt = (
  family: string,
  bytes: Buffer | string,
  unusual: Partial<Omit<Attempt, 'family' | 'bytes'>> = {},
): Attempt => ({
  family,
  ...usual,
  ...unusual,
  bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes,
})

/** A whole request of HTTP/1.1. The target may hold any bytes, one a character. */
export function http(
  method: string,
  target: string,
  { headers = [], body }: { headers?: readonly string[]; body?: Buffer | string } = {},
): Buffer {
  const content = body === undefined ? undefined : Buffer.from(body)
  const head = [
    `${method} ${target} HTTP/1.1`,
    'host: sandbox',
    ...headers,
    ...(content ? [`content-length: ${content.length}`] : []),
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), content ?? Buffer.alloc(0)])
}

export const form = 'content-type: application/x-www-form-urlencoded'

/** One of the items; the list must not be empty. */
export function oneOf<T>(random: () => number, items: readonly T[]): T {
  const [first] = items
  const chosen = items[Math.floor(random() * items.length)] ?? first
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

/** A whole number from `least` to `most`. */
export const between = (random: () => number, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))
