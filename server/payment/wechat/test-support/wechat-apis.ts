import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Refund, Trade } from '../../test-support/books.ts'
import { wechatBill } from './wechat-bill.ts'
import type { WechatHouse } from './wechat-house.ts'

/** An answer before it is signed; no `json` is an empty body. */
export interface Answer {
  status: number
  json?: object
}

type Api = (house: WechatHouse, request: { path: string[]; query: URLSearchParams; json: unknown }) => Answer

const error = (status: number, code: string): Answer => ({ status, json: { code, message: code } })
const wrong = error(400, 'PARAM_ERROR')
const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** `2026-11-23T19:30:00+08:00` */
export const rfc3339 = (ms: number) => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

function native(house: WechatHouse, json: unknown): Answer {
  const { books, clock, mchId, appId } = house
  const { appid, mchid, description, out_trade_no, time_expire, notify_url, amount } = object(json)
  const { total, currency } = object(amount)
  if (appid !== appId || mchid !== mchId) return error(400, 'APPID_MCHID_NOT_MATCH')
  if (typeof out_trade_no !== 'string' || !/^[\w\-|*]{6,32}$/.test(out_trade_no)) return wrong
  if (typeof description !== 'string' || Buffer.byteLength(description) > 127 || description === '')
    return wrong
  if (typeof total !== 'number' || !Number.isInteger(total) || total < 1 || currency !== 'CNY') return wrong
  if (typeof notify_url !== 'string' || !URL.canParse(notify_url) || notify_url.includes('?')) return wrong
  if (typeof time_expire !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(time_expire))
    return wrong
  const asked = JSON.stringify([description, time_expire, total])
  const known = books.trades.get(out_trade_no)
  if (known?.state === 'paid') return error(400, 'ORDERPAID')
  if (known?.state === 'closed') return error(400, 'ORDER_CLOSED')
  if (known !== undefined && known.asked !== asked) return error(403, 'OUT_TRADE_NO_USED')
  const now = clock.now()
  // Nobody gets less than a minute to pay.
  const expireAt = Math.max(Date.parse(time_expire), now + 60_000)
  const trade = known ?? newTrade(out_trade_no, now)
  Object.assign(trade, { amountFen: total, subject: description, asked, notifyUrl: notify_url, expireAt })
  trade.qrUntil = now + 2 * 3_600_000
  books.trades.set(out_trade_no, trade)
  return { status: 200, json: { code_url: trade.qr } }
}

function query(house: WechatHouse, outTradeNo: string, mchId: string | null): Answer {
  const trade = house.books.trades.get(outTradeNo)
  if (mchId !== house.mchId) return wrong
  if (trade === undefined) return error(404, 'ORDER_NOT_EXIST')
  return { status: 200, json: transaction(house, trade) }
}

/** 204 whatever the number: a merchant who misspells it is told the same. */
function close(house: WechatHouse, outTradeNo: string, json: unknown): Answer {
  const trade = house.books.trades.get(outTradeNo)
  if (object(json)['mchid'] !== house.mchId) return wrong
  if (trade?.state === 'paid') return error(400, 'ORDERPAID')
  if (trade?.state === 'closed') return error(400, 'ORDER_CLOSED')
  if (trade !== undefined) trade.state = 'closed'
  return { status: 204 }
}

function refund(house: WechatHouse, json: unknown): Answer {
  const { books, clock } = house
  const { out_trade_no, out_refund_no, amount } = object(json)
  const { refund: fen, total, currency } = object(amount)
  if (typeof out_refund_no !== 'string' || !/^[\w\-|*@]{1,64}$/.test(out_refund_no)) return wrong
  if (typeof fen !== 'number' || !Number.isInteger(fen) || fen < 1 || currency !== 'CNY') return wrong
  const trade = books.trades.get(String(out_trade_no))
  if (trade === undefined) return error(404, 'RESOURCE_NOT_EXISTS')
  if (trade.state !== 'paid' || total !== trade.paidFen) return error(400, 'INVALID_REQUEST')
  const known = books.refunds.get(out_refund_no)
  if (known !== undefined)
    return known.amountFen === fen && known.outTradeNo === trade.outTradeNo
      ? { status: 200, json: refundJson(trade, known, known.state) }
      : error(400, 'INVALID_REQUEST')
  if (books.refundedFen(trade.outTradeNo) + fen > trade.paidFen) return error(400, 'INVALID_REQUEST')
  if (books.refundMode === 'low-balance') return error(403, 'NOT_ENOUGH')
  const state = (
    { success: 'SUCCESS', processing: 'PROCESSING', abnormal: 'ABNORMAL', closed: 'CLOSED' } as const
  )[books.refundMode]
  const made: Refund = {
    outRefundNo: out_refund_no,
    outTradeNo: trade.outTradeNo,
    amountFen: fen,
    state,
    at: clock.now(),
  }
  books.refunds.set(out_refund_no, made)
  // Accepted is not refunded, however quick the bank is.
  return { status: 200, json: refundJson(trade, made, 'PROCESSING') }
}

function refundJson(trade: Trade, { outRefundNo, amountFen, at }: Refund, status: Refund['state']) {
  return {
    refund_id: `5030${outRefundNo.length}${at}`,
    out_refund_no: outRefundNo,
    transaction_id: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: rfc3339(at),
    status,
    amount: { total: trade.paidFen, refund: amountFen, currency: 'CNY' },
  }
}

/** A payment as answers and notifications tell of it. */
export function transaction({ books, mchId, appId }: WechatHouse, trade: Trade): object {
  const paid = trade.state === 'paid'
  const refunded = [...books.refunds.values()].some(one => one.outTradeNo === trade.outTradeNo)
  const state = paid ? (refunded ? 'REFUND' : 'SUCCESS') : trade.state === 'closed' ? 'CLOSED' : 'NOTPAY'
  return {
    appid: appId,
    mchid: mchId,
    out_trade_no: trade.outTradeNo,
    trade_state: state,
    trade_state_desc: state,
    amount: { total: paid ? trade.paidFen : trade.amountFen, payer_total: trade.paidFen, currency: 'CNY' },
    ...(paid && {
      transaction_id: trade.tradeNo,
      trade_type: 'NATIVE',
      bank_type: 'CMC',
      success_time: rfc3339(trade.paidAt),
      payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
    }),
  }
}

function tradeBill(house: WechatHouse, search: URLSearchParams): Answer {
  const day = search.get('bill_date') ?? ''
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || search.get('tar_type') !== 'GZIP') return wrong
  const bill = wechatBill(house, day)
  if (bill === undefined) return error(400, 'NO_STATEMENT_EXIST')
  return {
    status: 200,
    json: {
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(bill).digest('hex'),
      download_url: `${house.origin}/v3/billdownload/file?token=${day}`,
    },
  }
}

/** The gzipped file behind a download address. */
export function billFile(house: WechatHouse, search: URLSearchParams): Buffer {
  return gzipSync(wechatBill(house, search.get('token') ?? '') ?? '')
}

/** The interfaces that a till needs, by method and path; `:no` is a number of the merchant's. */
export const wechatApis: { api: string; path: RegExp; answer: Api }[] = [
  {
    api: 'native',
    path: /^POST \/v3\/pay\/transactions\/native$/,
    answer: (house, { json }) => native(house, json),
  },
  {
    api: 'query',
    path: /^GET \/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/,
    answer: (house, { path: [no = ''], query: search }) => query(house, no, search.get('mchid')),
  },
  {
    api: 'close',
    path: /^POST \/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/,
    answer: (house, { path: [no = ''], json }) => close(house, no, json),
  },
  {
    api: 'refund',
    path: /^POST \/v3\/refund\/domestic\/refunds$/,
    answer: (house, { json }) => refund(house, json),
  },
  {
    api: 'refund query',
    path: /^GET \/v3\/refund\/domestic\/refunds\/([^/]+)$/,
    answer({ books }, { path: [no = ''] }) {
      const found = books.refunds.get(no)
      const trade = found && books.trades.get(found.outTradeNo)
      if (found === undefined || trade === undefined) return error(404, 'RESOURCE_NOT_EXISTS')
      return { status: 200, json: refundJson(trade, found, found.state) }
    },
  },
  {
    api: 'trade bill',
    path: /^GET \/v3\/bill\/tradebill$/,
    answer: (house, { query: search }) => tradeBill(house, search),
  },
]

function newTrade(outTradeNo: string, now: number): Trade {
  return {
    outTradeNo,
    amountFen: 0,
    subject: '',
    notifyUrl: '',
    asked: '',
    qr: `weixin://wxpay/bizpayurl?pr=${randomBytes(6).toString('base64url')}`,
    qrUntil: 0,
    expireAt: 0,
    state: 'open',
    tradeNo: `4200${randomBytes(12).toString('hex')}`,
    createdAt: now,
    paidFen: 0,
    paidAt: 0,
    declined: false,
  }
}
