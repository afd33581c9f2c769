import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Clock, systemClock } from '../kernel/clock.ts'
import { createAnswerCache } from './answer-cache.ts'
import type { Channel } from './cloud/channels.ts'
import { openCloud } from './cloud/cloud.ts'
import { openDatabase } from './cloud/database.ts'
import { createCallLog } from './control/call-log.ts'
import { control, controlPrefix } from './control/control.ts'
import type { ControlParts } from './control/parts.ts'
import { createFaults } from './faults/faults.ts'
import { magicMishap } from './faults/magic.ts'
import { isPage, page } from './page.ts'
import { sendHttpRefusal, stampDate } from './protocol/answer.ts'
import { createRateLimiter, type RateLimits } from './protocol/rate-limiter.ts'
import { HttpRefusal } from './protocol/refusal.ts'
import { createRepetitions } from './protocol/repetitions.ts'
import { type RouteParts, route } from './route.ts'
import { limitedChannels } from './world/channels.ts'

/** What a cinema bears of one channel, and of all together, when a sandbox is told nothing else. */
const defaultLimits: RateLimits = {
  channel: { perSecond: 200, burst: 400 },
  cinema: { perSecond: 500, burst: 1000 },
}

/** The account that a sandbox opens when it is told no other. These are no secrets: they stand in the open. */
export const sandboxChannel = {
  channelCode: 'FOYER',
  secret: 'sandbox-secret-not-for-production',
  cardKey: 'sandbox-card-key-not-for-production',
} as const

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number
  /** 127.0.0.1 when absent: the control interface is open to whoever reaches it. */
  host?: string
  /** The folder of its database; ':memory:', the default, forgets everything at the end. */
  dataDir?: string
  channel?: string
  secret?: string
  cardKey?: string
  /** Accounts beside the first one. */
  otherChannels?: readonly Channel[]
  /** The same seed makes the same halls, shows and crowds; 1 when absent. */
  seed?: number
  clock?: Clock
  /** How long a lock of seats holds, ms; a quarter of an hour when absent. */
  lockMs?: number
  /** How often a cinema may be asked. */
  limits?: RateLimits | 'none'
  /** Whether some phone numbers, cards and seats bring faults of themselves; they do when absent. */
  magic?: boolean
}

export interface Sandbox {
  /** "http://127.0.0.1:40123"; calls go to its `/route`. */
  readonly url: string
  readonly channel: string
  readonly secret: string
  readonly cardKey: string
  close(): Promise<void>
}

/**
 * Starts a Movie Cloud of our own: the protocol of the specification under `/route`, signatures, rules and codes
 * included, on SQLite. It is the other party and shares no code with the client.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { channelCode, secret, cardKey } = {
    channelCode: options.channel ?? sandboxChannel.channelCode,
    secret: options.secret ?? sandboxChannel.secret,
    cardKey: options.cardKey ?? sandboxChannel.cardKey,
  }
  const first: Channel = { channelCode, secret, cardKey, name: channelCode }
  // Whoever bears the name of another account stands in its place.
  const accounts = [first, ...limitedChannels, ...(options.otherChannels ?? []), first]
  const { seed = 1, magic = true, limits = defaultLimits } = options
  const db = openDatabase(options.dataDir ?? ':memory:')
  const cloud = openCloud(db, {
    seed,
    clock: options.clock ?? systemClock,
    lockMs: options.lockMs ?? 15 * 60_000,
  })
  const closing = new AbortController()
  const parts: RouteParts & ControlParts = {
    cloud,
    channels: new Map(accounts.map(account => [account.channelCode, account])),
    faults: createFaults(seed),
    log: createCallLog(),
    repetitions: createRepetitions(),
    answers: createAnswerCache(),
    hasMagic: magic,
    ...(magic && { magic: (call, args) => magicMishap(call, args, cloud) }),
    ...(limits !== 'none' && { limit: createRateLimiter(limits) }),
    closing: closing.signal,
  }
  const server = createServer(
    { maxHeaderSize: 32 * 1024, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 60_000 },
    (request, response) => void answer(request, response, parts),
  )
  const host = options.host ?? '127.0.0.1'
  try {
    await listen(server, options.port ?? 0, host)
  } catch (error) {
    db.close()
    throw error
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`,
    channel: channelCode,
    secret,
    cardKey,
    async close() {
      closing.abort()
      await new Promise(resolve => {
        server.close(resolve)
        server.closeAllConnections()
      })
      db.close()
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: RouteParts & ControlParts,
): Promise<void> {
  // A caller that hangs up in the middle is no failure of ours.
  response.on('error', () => response.destroy())
  stampDate(response, parts.cloud.clock.now())
  try {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path === '/route') await route(request, response, parts)
    else if (path.startsWith(controlPrefix)) await control(request, response, parts)
    else if (isPage(path)) await page(request, response)
    else throw new HttpRefusal(404, 'calls go to /route')
  } catch (error) {
    if (response.headersSent || request.socket.destroyed) return void request.socket.destroy()
    sendHttpRefusal(
      response,
      error instanceof HttpRefusal ? error : new HttpRefusal(500, 'the sandbox failed'),
    )
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the sandbox has no port')
  return address.port
}
