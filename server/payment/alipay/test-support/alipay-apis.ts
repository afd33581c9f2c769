import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../kernel/clock.ts'
import type { Books, Trade } from '../../test-support/books.ts'
import { amount, price, text, wholeSecond } from './alipay-text.ts'

interface House {
  books: Books
  clock: Clock
  sellerId: string
  notifyUrl: string
  /** The address of a day's bill. */
  makeBill(day: string): string
}
type Api = (house: House, content: Record<string, unknown>) => object

const fine = { code: '10000', msg: 'Success' }
const business = (subCode: string) => ({
  code: '40004',
  msg: 'Business Failed',
  sub_code: `ACQ.${subCode}`,
  sub_msg: subCode,
})
const wrong = { code: '40004', msg: 'Business Failed', sub_code: 'ACQ.INVALID_PARAMETER', sub_msg: 'wrong' }

/** The methods of the trade family that a till needs, with the codes of their documentation. */
export const alipayApis: Record<string, Api> = {
  'alipay.trade.precreate'(house, content) {
    const { books, clock, sellerId, notifyUrl } = house
    const outTradeNo = numberIn(content['out_trade_no'])
    const amountFen = price(content['total_amount'])
    const subject = content['subject']
    const expireAt = wholeSecond(String(content['time_expire']))
    const minutes = /^(\d+)m$/.exec(String(content['qr_code_timeout_express']))?.[1]
    if (
      outTradeNo === undefined ||
      amountFen === undefined ||
      expireAt === undefined ||
      minutes === undefined
    )
      return wrong
    if (typeof subject !== 'string' || subject === '' || subject.length > 256 || /[/=&]/.test(subject))
      return wrong
    if (content['seller_id'] !== sellerId || Number(minutes) < 1 || clock.now() > expireAt) return wrong
    const asked = JSON.stringify([amountFen, subject, content['time_expire']])
    const known = books.trades.get(outTradeNo)
    if (known?.state === 'paid') return business('TRADE_HAS_SUCCESS')
    if (known?.state === 'closed') return business('TRADE_HAS_CLOSE')
    if (known?.state === 'open' && known.asked !== asked) return business('CONTEXT_INCONSISTENT')
    const trade = known ?? newTrade(outTradeNo, clock.now())
    Object.assign(trade, { amountFen, subject, asked, notifyUrl, expireAt })
    trade.qrUntil = clock.now() + Number(minutes) * 60_000
    books.trades.set(outTradeNo, trade)
    return { ...fine, out_trade_no: outTradeNo, qr_code: trade.qr }
  },

  'alipay.trade.query'(house, content) {
    const trade = tradeIn(house, content)
    if (trade === undefined) return business('TRADE_NOT_EXIST')
    const paid = trade.paidAt > 0
    return {
      ...fine,
      trade_no: trade.tradeNo,
      out_trade_no: trade.outTradeNo,
      buyer_logon_id: '159****5620',
      trade_status: statusOf(house, trade),
      total_amount: amount(paid ? trade.paidFen : trade.amountFen),
      ...(paid && { send_pay_date: text(trade.paidAt) }),
    }
  },

  'alipay.trade.close'(house, content) {
    const trade = tradeIn(house, content)
    if (trade === undefined) return business('TRADE_NOT_EXIST')
    if (statusOf(house, trade) !== 'WAIT_BUYER_PAY') return business('TRADE_STATUS_ERROR')
    trade.state = 'closed'
    return { ...fine, trade_no: trade.tradeNo, out_trade_no: trade.outTradeNo }
  },

  'alipay.trade.refund'(house, content) {
    const { books, clock } = house
    const trade = tradeIn(house, content)
    const amountFen = price(content['refund_amount'])
    const outRefundNo = numberIn(content['out_request_no'])
    if (trade === undefined) return business('TRADE_NOT_EXIST')
    if (amountFen === undefined || outRefundNo === undefined) return wrong
    if (trade.state !== 'paid') return business('TRADE_STATUS_ERROR')
    const key = `${trade.outTradeNo}/${outRefundNo}`
    const known = books.refunds.get(key)
    if (known !== undefined && known.amountFen !== amountFen) return business('DISCORDANT_REPEAT_REQUEST')
    if (known === undefined && books.refundedFen(trade.outTradeNo) + amountFen > trade.paidFen)
      return business('REFUND_AMT_NOT_EQUAL_TOTAL')
    if (known === undefined && books.refundMode === 'low-balance')
      return business('SELLER_BALANCE_NOT_ENOUGH')
    const moves = known === undefined && books.refundMode === 'success'
    if (known === undefined) {
      const state = moves ? 'SUCCESS' : 'PROCESSING'
      books.refunds.set(key, {
        outRefundNo,
        outTradeNo: trade.outTradeNo,
        amountFen,
        state,
        at: clock.now(),
      })
    }
    return {
      ...fine,
      trade_no: trade.tradeNo,
      out_trade_no: trade.outTradeNo,
      fund_change: moves ? 'Y' : 'N',
      refund_fee: amount(books.refundedFen(trade.outTradeNo)),
    }
  },

  'alipay.trade.fastpay.refund.query'(house, content) {
    const trade = tradeIn(house, content)
    const outRefundNo = numberIn(content['out_request_no'])
    if (outRefundNo === undefined) return wrong
    if (trade === undefined) return business('TRADE_NOT_EXIST')
    const refund = house.books.refunds.get(`${trade.outTradeNo}/${outRefundNo}`)
    // Nothing is told of a refund that has not happened: the call has succeeded all the same.
    if (refund?.state !== 'SUCCESS') return fine
    return {
      ...fine,
      trade_no: trade.tradeNo,
      out_trade_no: trade.outTradeNo,
      out_request_no: outRefundNo,
      refund_amount: amount(refund.amountFen),
      refund_status: 'REFUND_SUCCESS',
    }
  },

  'alipay.data.dataservice.bill.downloadurl.query'(house, content) {
    const day = String(content['bill_date'])
    if (content['bill_type'] !== 'trade' || !/^\d{4}-\d{2}-\d{2}$/.test(day))
      return { code: '40004', msg: 'Business Failed', sub_code: 'isp.invalid_arguments', sub_msg: 'wrong' }
    const onDay = [...house.books.trades.values()].some(
      trade => trade.paidAt > 0 && text(trade.paidAt).startsWith(day),
    )
    if (!onDay)
      return { code: '40004', msg: 'Business Failed', sub_code: 'isp.bill_not_exist', sub_msg: 'none' }
    return { ...fine, bill_download_url: house.makeBill(day) }
  },
}

/** A trade exists from the scan on, and no sooner. */
function tradeIn({ books }: House, content: Record<string, unknown>): Trade | undefined {
  const trade = books.trades.get(String(content['out_trade_no']))
  return trade?.state === 'qr' ? undefined : trade
}

function statusOf({ books, clock }: House, trade: Trade) {
  if (trade.state === 'open' && clock.now() > trade.expireAt) trade.state = 'closed'
  if (trade.state === 'open') return 'WAIT_BUYER_PAY'
  if (trade.state === 'closed') return 'TRADE_CLOSED'
  const back = [...books.refunds.values()].filter(
    refund => refund.outTradeNo === trade.outTradeNo && refund.state === 'SUCCESS',
  )
  const backFen = back.reduce((sum, refund) => sum + refund.amountFen, 0)
  return backFen === trade.paidFen ? 'TRADE_CLOSED' : 'TRADE_SUCCESS'
}

function newTrade(outTradeNo: string, now: number): Trade {
  return {
    outTradeNo,
    amountFen: 0,
    subject: '',
    notifyUrl: '',
    asked: '',
    qr: `https://qr.alipay.com/bax${randomBytes(12).toString('hex')}`,
    qrUntil: 0,
    expireAt: 0,
    state: 'qr',
    tradeNo: `${text(now).slice(0, 10).replaceAll('-', '')}22001${randomBytes(6).toString('hex')}`,
    createdAt: now,
    paidFen: 0,
    paidAt: 0,
    declined: false,
  }
}

/** Letters, digits and underscores, at most 64. */
function numberIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\w{1,64}$/.test(value) ? value : undefined
}
