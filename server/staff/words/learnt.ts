import type { Words } from '#contract/staff-orders.ts'
import { cloudCodes } from '../../moviecloud/codes.ts'
import type { Evidence } from '../../ordering/core/evidence.ts'

const say = (zh: string, en: string): Words => ({ zh, en })

/** What each answer of each question or act says, by the first words of its outcome (see ordering/describe.ts). */
export const learntWords: Record<Evidence['kind'], Readonly<Record<string, Words>>> = {
  lock: {
    locked: say('影院答复：座位已锁定', 'The cinema has locked the seats'),
    refused: say('影院拒绝锁座', 'The cinema refused to lock the seats'),
    'not-sent': say('锁座请求没有送达', 'The lock never reached the cinema'),
    unknown: say('锁座没有明确答复', 'No clear answer to the lock'),
  },
  release: {
    released: say('影院已释放座位', 'The cinema has released the seats'),
    'not released': say('影院没有释放座位', 'The cinema has not released the seats'),
  },
  confirm: {
    SUCCESS: say('影院答复：已出票', 'The cinema has issued the tickets'),
    'NOT PROCESSED': say('出票请求没有被受理', 'The confirm was not processed'),
    NEGATIVE: say('影院拒绝出票', 'The cinema refused to issue tickets'),
    UNKNOWN: say('出票没有明确答复', 'No clear answer to the confirm'),
  },
  order: {
    wait_ticket: say('查询结果：等待出票', 'The cloud says: waiting for tickets'),
    ticket_success: say('查询结果：已出票', 'The cloud says: tickets issued'),
    ticket_failed: say('查询结果：出票失败', 'The cloud says: no tickets could be issued'),
    refunding: say('查询结果：退票中', 'The cloud says: tickets are being returned'),
    refund_success: say('查询结果：已退票', 'The cloud says: tickets returned'),
    refund_failed: say('查询结果：退票失败', 'The cloud says: the return failed'),
    reverse_success: say('查询结果：已冲正', 'The cloud says: reversed'),
    other: say('查询结果：未知状态', 'The cloud says something that we do not know'),
    'not-found': say('查询结果：没有这笔订单', 'The cloud does not know the order'),
    unclear: say('查询没有明确答复', 'No clear answer to the question'),
  },
  'give back': {
    done: say('影院受理了退票', 'The cinema accepted the return'),
    refused: say('影院拒绝退票', 'The cinema refused the return'),
    'not-processed': say('退票请求没有被受理', 'The return was not processed'),
    unclear: say('退票没有明确答复', 'No clear answer to the return'),
  },
  reverse: {
    done: say('影院已撤销出票（冲正成功）', 'The cinema has reversed the order'),
    incorrect: say('影院答复：当前状态不可冲正', 'The cinema says that there is nothing to reverse'),
    'too-early': say('影院答复：还不到可冲正的时间', 'The cinema says that it is too early to reverse'),
    failed: say('冲正失败', 'The reversal failed'),
    unclear: say('冲正没有明确答复', 'No clear answer to the reversal'),
  },
  created: {
    open: say('收款码已生成', 'The payment is open'),
    refused: say('支付平台拒绝建立付款', 'The provider refused to open the payment'),
    unclear: say('支付平台没有明确答复', 'No clear answer to opening the payment'),
  },
  payment: {
    NOT_CREATED: say('支付平台没有这笔付款', 'The provider does not know the payment'),
    UNPAID: say('支付平台：未付款', 'The provider says: not paid'),
    PAID: say('支付平台：已付款', 'The provider says: paid'),
    CLOSED: say('支付平台：付款已关闭', 'The provider says: closed'),
    REFUNDED: say('支付平台：已退款', 'The provider says: refunded'),
    UNCLEAR: say('支付平台没有明确答复', 'No clear answer about the payment'),
  },
  refund: {
    PROCESSING: say('支付平台已受理退款', 'The provider has accepted the refund'),
    SUCCESS: say('支付平台：已退款', 'The provider says: the money is back'),
    CLOSED: say('支付平台：退款已关闭', 'The provider has closed the refund'),
    ABNORMAL: say('支付平台：退款异常', 'The provider says: the refund went wrong'),
    NOT_FOUND: say('支付平台没有这笔退款', 'The provider does not know the refund'),
    REFUSED: say('支付平台拒绝退款', 'The provider refused the refund'),
    'NOT SENT': say('退款请求没有送达', 'The refund never reached the provider'),
    UNCLEAR: say('退款没有明确答复', 'No clear answer to the refund'),
  },
}

const tables: ReadonlyMap<string, Readonly<Record<string, Words>>> = new Map(Object.entries(learntWords))

/** What was learnt, from the history's kind and outcome: "NEGATIVE SEAT_NOT_FOUND"; undefined when not known. */
export function sayLearnt(kind: string, outcome: string): Words | undefined {
  const answers = Object.entries(tables.get(kind) ?? {})
  // The longest first: "not released" begins as nothing else, "NOT PROCESSED x" has a code behind it.
  const [start = '', words] =
    answers
      .filter(([start]) => outcome === start || outcome.startsWith(`${start} `))
      .sort(([a], [b]) => b.length - a.length)[0] ?? []
  if (words === undefined) return undefined
  const code = outcome.slice(start.length).trim()
  return code === '' ? words : withCode(words, code)
}

function withCode(words: Words, code: string): Words {
  const meaning = cloudCodes.get(code)?.meaning
  const tail = meaning === undefined ? code : `${code} ${meaning}`
  return { zh: `${words.zh}（${tail}）`, en: `${words.en} (${tail})` }
}
