import type { Refund, Trade } from '../../test-support/books.ts'
import type { WechatHouse } from './wechat-house.ts'

const columns =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const wall = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const yuan = (fen: number) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
const row = (cells: readonly string[]) => cells.map(cell => `\`${cell}`).join(',')
/** The bill's words for what refunds came to. */
const refundWords = {
  SUCCESS: 'SUCCESS',
  PROCESSING: 'PROCESSING',
  CLOSED: 'FAIL',
  ABNORMAL: 'CHANGE',
} as const

/** The bill of a day as WeChat Pay writes it; undefined when nothing was sold. */
export function wechatBill({ books, mchId, appId }: WechatHouse, day: string): string | undefined {
  const onDay = (ms: number) => ms > 0 && wall(ms).startsWith(day)
  const paid = [...books.trades.values()].filter(trade => onDay(trade.paidAt))
  const back = [...books.refunds.values()].filter(refund => onDay(refund.at))
  if (paid.length + back.length === 0) return undefined
  const line = (trade: Trade, at: number, refund?: Refund) =>
    row([
      wall(at),
      appId,
      mchId,
      '0',
      '',
      trade.tradeNo,
      trade.outTradeNo,
      'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
      'NATIVE',
      refund === undefined ? 'SUCCESS' : 'REFUND',
      'OTHERS',
      'CNY',
      refund === undefined ? yuan(trade.paidFen) : '0.00',
      '0.00',
      refund === undefined ? '0' : `5030${refund.at}`,
      refund?.outRefundNo ?? '0',
      yuan(refund?.amountFen ?? 0),
      '0.00',
      refund === undefined ? '' : 'ORIGINAL',
      refund === undefined ? '' : refundWords[refund.state],
      trade.subject,
      '',
      '0.00000',
      '0.60%',
      refund === undefined ? yuan(trade.paidFen) : '0.00',
      yuan(refund?.amountFen ?? 0),
      '',
    ])
  const sum = (list: readonly { amountFen: number }[]) =>
    yuan(list.reduce((total, { amountFen }) => total + amountFen, 0))
  return [
    `\uFEFF${columns}`,
    ...paid.map(trade => line(trade, trade.paidAt)),
    ...back.flatMap(refund => {
      const trade = books.trades.get(refund.outTradeNo)
      return trade === undefined ? [] : [line(trade, refund.at, refund)]
    }),
    '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
    row([String(paid.length + back.length), sum(paid), sum(back), '0.00', '0.00000', sum(paid), sum(back)]),
    '',
  ].join('\r\n')
}
