import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Exchange, Http } from '../exchange.ts'
import type { WechatAccount } from './account.ts'
import { authorization } from './authorization.ts'
import type { PlatformKeys } from './platform-keys.ts'

/** Signed calls of WeChat Pay's API; `done` bears the answer's JSON (undefined for an empty one), its signature verified. */
export interface WechatApi {
  call(method: 'GET' | 'POST', path: string, content?: object): Promise<Outcome<unknown>>
  /** Fetches the platform certificates, unless that was done or tried within the last minute. */
  refreshKeys(): Promise<void>
  /** A file behind a signed address of WeChat Pay; files themselves are not signed, a digest comes before them. */
  download(url: URL): Promise<Exchange>
}

const Refusal = z.object({ code: z.string().regex(/^\w{1,64}$/) })

const answerLimit = 1024 * 1024
const fileLimit = 64 * 1024 * 1024
const refreshEveryMs = 60_000

export function createWechatApi(parts: {
  account: WechatAccount
  keys: PlatformKeys
  http: Http
  clock: Clock
  random: (size: number) => Uint8Array
}): WechatApi {
  const { account, keys, http, clock, random } = parts
  let refreshedAt = Number.NEGATIVE_INFINITY
  let refreshing: Promise<void> | undefined

  function send(
    method: 'GET' | 'POST',
    url: URL,
    body: string,
    limits: { timeoutMs?: number; answerLimit: number } = { answerLimit },
  ): Promise<Exchange> {
    const nonce = Buffer.from(random(16)).toString('hex')
    return http.send({
      url,
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'foyer',
        authorization: authorization(account, { method, url, body }, nonce, clock.now()),
        // Asks WeChat Pay to sign its answer with the key that we have (while it is changing from certificates).
        ...(account.publicKey && { 'wechatpay-serial': account.publicKey.id }),
        ...(body !== '' && { 'content-type': 'application/json' }),
      },
      ...(body !== '' && { body }),
      ...limits,
    })
  }

  async function fetchCertificates(): Promise<void> {
    const answer = await send('GET', new URL('/v3/certificates', account.gateway), '')
    if (answer.kind === 'answered' && answer.status === 200)
      keys.learn(answer.headers, answer.body, clock.now())
  }

  async function refreshKeys(): Promise<void> {
    if (refreshing === undefined) {
      if (clock.now() - refreshedAt < refreshEveryMs) return
      refreshedAt = clock.now()
      refreshing = fetchCertificates().finally(() => {
        refreshing = undefined
      })
    }
    await refreshing
  }

  async function isGenuine(answer: Exchange & { kind: 'answered' }): Promise<boolean> {
    const verdict = keys.verify(answer.headers, answer.body, clock.now())
    if (verdict !== 'unknown serial') return verdict === 'genuine'
    await refreshKeys()
    return keys.verify(answer.headers, answer.body, clock.now()) === 'genuine'
  }

  return {
    refreshKeys,
    download: url => send('GET', url, '', { timeoutMs: 60_000, answerLimit: fileLimit }),
    async call(method, path, content) {
      const body = content === undefined ? '' : JSON.stringify(content)
      const answer = await send(method, new URL(path, account.gateway), body)
      if (answer.kind !== 'answered') return answer
      if (!(await isGenuine(answer)))
        return { kind: 'unknown', reason: `an answer that WeChat Pay did not sign (HTTP ${answer.status})` }
      return outcomeOf(answer.status, answer.body)
    },
  }
}

/** What a genuine answer says: 200 and 204 are done, 4xx is a no, too many calls were not looked at, the rest is open. */
function outcomeOf(status: number, body: Buffer): Outcome<unknown> {
  let json: unknown
  try {
    json = body.length === 0 ? undefined : JSON.parse(body.toString('utf8'))
  } catch {
    return { kind: 'unknown', reason: 'an answer of another form' }
  }
  if (status === 200 || status === 204) return done(json)
  const refusal = Refusal.safeParse(json)
  const code = refusal.success ? refusal.data.code : `HTTP ${status}`
  if (code === 'FREQUENCY_LIMITED' || code === 'RATELIMIT_EXCEEDED') return { kind: 'not-sent', reason: code }
  if (status >= 400 && status < 500 && refusal.success)
    return { kind: 'refused', code, meaning: `WeChat Pay answered HTTP ${status}` }
  return { kind: 'unknown', reason: code }
}
