import { createVerify, randomBytes, randomInt } from 'node:crypto'
import { type Clock, systemClock } from '../../../kernel/clock.ts'
import { createBooks, type Trade } from '../../test-support/books.ts'
import { Act, type ActResult, createControl } from '../../test-support/control.ts'
import { keyPair, reuse } from '../../test-support/key-pair.ts'
import { createNotices } from '../../test-support/notices.ts'
import {
  type Call,
  openStandInServer,
  type Reply,
  type Route,
  type StandInServer,
  type Trouble,
} from '../../test-support/stand-in-server.ts'
import { alipayApis } from './alipay-apis.ts'
import { alipayBill } from './alipay-bill.ts'
import { alipaySign, amount, text, wholeSecond } from './alipay-text.ts'

/** What a merchant of the stand-in holds, keys as PEM. */
export interface AlipayCredentials {
  appId: string
  sellerId: string
  privateKey: string
  publicKey: string
  gateway: string
}

export interface AlipayStandIn {
  credentials: AlipayCredentials
  control(act: Act): Promise<ActResult>
  server: StandInServer
  notices: ReturnType<typeof createNotices>
  /** A message as Alipay would sign it, for those who want to break it. */
  message(outTradeNo: string, change?: (fields: Map<string, string>) => void): string
  close(): Promise<void>
}

/** 4 min, 10 min, 10 min, 1 h, 2 h, 6 h, 15 h: Alipay's timetable. */
const timetableMs = [4, 10, 10, 60, 120, 360, 900].map(minutes => minutes * 60_000)

/**
 * Alipay's gateway on this machine: checks RSA2 signatures, parameters and states as `opendocs.alipay.com` describes them,
 * answers with its codes and its signature, keeps books, sends notifications. Both key pairs are made at start.
 *
 * @param options.port 0 takes any free one
 * @param options.backOffMs waits between the tries of a notification
 */
export async function startAlipayStandIn(
  options: { port?: number; clock?: Clock; backOffMs?: readonly number[] } = {},
): Promise<AlipayStandIn> {
  const { port = 0, clock = systemClock, backOffMs = timetableMs } = options
  const ours = keyPair()
  const merchant = keyPair()
  const appId = `20210${randomInt(10 ** 10, 10 ** 11)}`
  const sellerId = `2088${randomInt(10 ** 11, 10 ** 12)}`
  const books = createBooks(clock)
  const notices = createNotices(backOffMs)
  const bills = new Map<string, string>()

  const signed = (name: string, node: object, trouble: Trouble | undefined): Reply => {
    const raw = JSON.stringify(node)
    const key = trouble === 'forged' ? merchant.privateKey : ours.privateKey
    const sign = trouble === 'unsigned' ? '' : `,"sign":"${alipaySign(raw, key)}"`
    return reply(`{"${name}":${raw}${sign}}`)
  }

  function route(call: Call, origin: string): Route {
    if (call.url.pathname === '/bill') return billRoute(call)
    const fields = new Map(new URLSearchParams(call.body.toString('utf8')))
    const method = fields.get('method') ?? ''
    const name = `${method.replaceAll('.', '_')}_response`
    return {
      api: method,
      work(trouble) {
        if (trouble === 'busy') return signed(name, busy, trouble)
        const problem = publicProblem(call, fields, { appId, key: merchant.publicKey, now: clock.now() })
        // A caller whom the gateway does not know can't be given a signed answer.
        if (problem === 'isv.invalid-app-id')
          return reply(JSON.stringify({ error_response: refusal(problem) }))
        if (problem !== undefined) return signed(name, refusal(problem), trouble)
        const api = alipayApis[method]
        if (api === undefined) return signed('error_response', refusal('isv.invalid-method'), trouble)
        const makeBill = (day: string) => {
          const token = randomBytes(8).toString('hex')
          bills.set(token, day)
          return `${origin}/bill?token=${token}`
        }
        const content = json(fields.get('biz_content'))
        if (content === undefined) return signed(name, refusal('isv.invalid-parameter'), trouble)
        const notifyUrl = fields.get('notify_url') ?? ''
        return signed(name, api({ books, clock, sellerId, notifyUrl, makeBill }, content), trouble)
      },
    }
  }

  function billRoute(call: Call): Route {
    return {
      api: 'bill',
      work() {
        const day = bills.get(call.url.searchParams.get('token') ?? '')
        if (day === undefined) return { status: 404, headers: {}, body: Buffer.from('') }
        return { status: 200, headers: { 'content-type': 'application/zip' }, body: alipayBill(books, day) }
      },
    }
  }

  const message = (
    trade: Trade,
    amountFen: number | undefined,
    id: string,
    change?: (fields: Map<string, string>) => void,
  ) => {
    const fields = new Map(
      Object.entries({
        notify_time: text(clock.now()),
        notify_type: 'trade_status_sync',
        notify_id: id,
        app_id: appId,
        charset: 'utf-8',
        version: '1.0',
        sign_type: 'RSA2',
        trade_no: trade.tradeNo,
        out_trade_no: trade.outTradeNo,
        seller_id: sellerId,
        trade_status: trade.state === 'paid' ? 'TRADE_SUCCESS' : 'TRADE_CLOSED',
        total_amount: amount(amountFen ?? trade.paidFen),
        subject: trade.subject,
        gmt_create: text(trade.createdAt),
        ...(trade.state === 'paid' && { gmt_payment: text(trade.paidAt) }),
      }),
    )
    change?.(fields)
    const content = [...fields].filter(([name]) => name !== 'sign_type').sort(([a], [b]) => (a < b ? -1 : 1))
    fields.set(
      'sign',
      alipaySign(content.map(([name, value]) => `${name}=${value}`).join('&'), ours.privateKey),
    )
    return new URLSearchParams([...fields]).toString()
  }
  const ids = new Map<string, string>()
  const idOf = (trade: Trade) => {
    const id = ids.get(trade.outTradeNo) ?? randomBytes(17).toString('hex')
    ids.set(trade.outTradeNo, id)
    return id
  }

  const control = createControl({
    books,
    notices,
    server: () => server,
    tell: (trade, amountFen) => {
      const id = amountFen === undefined ? idOf(trade) : randomBytes(17).toString('hex')
      return notices.deliver({
        outTradeNo: trade.outTradeNo,
        url: trade.notifyUrl,
        make: () => ({
          headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
          body: message(trade, amountFen, id),
        }),
        taken: (status, body) => status === 200 && body === 'success',
      })
    },
  })
  const server = await openStandInServer({ port, route, control: body => control(Act.parse(body)) })
  return {
    credentials: {
      appId,
      sellerId,
      privateKey: merchant.privateKey,
      publicKey: ours.publicKey,
      gateway: `${server.origin}/gateway.do`,
    },
    control,
    server,
    notices,
    message(outTradeNo, change) {
      const trade = books.trades.get(outTradeNo)
      if (trade === undefined) throw new Error('no such payment')
      return message(trade, undefined, idOf(trade), change)
    },
    async close() {
      notices.stop()
      await server.close()
      reuse(ours, merchant)
    },
  }
}

const busy = { code: '20000', msg: 'Service Currently Unavailable', sub_code: 'isp.unknow-error' }

function refusal(subCode: string) {
  return { code: '40002', msg: 'Invalid Arguments', sub_code: subCode, sub_msg: 'see the documentation' }
}

/** The first rule about public parameters that the call breaks. */
function publicProblem(
  call: Call,
  fields: ReadonlyMap<string, string>,
  merchant: { appId: string; key: string; now: number },
): string | undefined {
  if (call.method !== 'POST' || call.url.pathname !== '/gateway.do') return 'isv.invalid-method'
  if (call.url.searchParams.get('charset') !== 'utf-8') return 'isv.invalid-charset'
  if (fields.get('app_id') !== merchant.appId) return 'isv.invalid-app-id'
  for (const name of ['method', 'charset', 'sign_type', 'sign', 'timestamp', 'version', 'biz_content'])
    if ((fields.get(name) ?? '') === '') return `isv.missing-${name.replace('_', '-')}`
  if (fields.get('sign_type') !== 'RSA2') return 'isv.invalid-signature-type'
  if (fields.get('version') !== '1.0') return 'isv.invalid-version'
  const at = wholeSecond(fields.get('timestamp') ?? '')
  if (at === undefined || Math.abs(at - merchant.now) > 15 * 60_000) return 'isv.invalid-timestamp'
  const content = [...fields]
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const verify = createVerify('RSA-SHA256').update(content, 'utf8')
  return verify.verify(merchant.key, fields.get('sign') ?? '', 'base64') ? undefined : 'isv.invalid-signature'
}

function reply(body: string): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'text/html;charset=utf-8' },
    body: Buffer.from(body, 'utf8'),
  }
}

function json(raw: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(raw ?? '')
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined
  } catch {
    return undefined
  }
}
