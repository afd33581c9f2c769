import { z } from 'zod'
import { AttentionReason } from '#contract/attention.ts'
import { priceLabel } from '#contract/money.ts'
import type { HistoryEntry, Words } from '#contract/staff-orders.ts'
import { toInstant } from '#contract/time.ts'
import type { HistoryLine } from '../../journal/store.ts'
import { doubtWords } from './doubts.ts'
import { sayLearnt } from './learnt.ts'
import { sayRule } from './rules.ts'

const say = (zh: string, en: string): Words => ({ zh, en })

const Detail = z.looseObject({
  outcome: z.string().optional(),
  paidFen: z.int().optional(),
  seats: z.int().optional(),
  goods: z.int().optional(),
  totalFen: z.int().optional(),
  flag: AttentionReason.optional(),
  by: z.string().optional(),
  why: z.string().optional(),
  allowed: z.string().optional(),
})
type Detail = z.infer<typeof Detail>

/** What guests, staff and the house itself did. */
export const acts: Readonly<Record<string, (detail: Detail) => Words>> = {
  'guest: hold seats': ({ seats = 0, totalFen = 0 }) =>
    say(
      `顾客选了 ${seats} 个座位，共 ${priceLabel(totalFen)}`,
      `Guest chose ${seats} ${seats === 1 ? 'seat' : 'seats'}, ${priceLabel(totalFen)}`,
    ),
  'guest: order goods': ({ goods = 0, totalFen = 0 }) =>
    say(
      `顾客单买卖品 ${goods} 种，共 ${priceLabel(totalFen)}`,
      `Guest ordered ${goods} kinds of goods, ${priceLabel(totalFen)}`,
    ),
  'guest: change the basket': () => say('顾客更改了卖品', 'Guest changed the goods'),
  'guest: use a card': () => say('顾客使用会员卡或联名卡计价', 'Guest used a card; the price is the card’s'),
  'guest: forget the card': () =>
    say('顾客不用卡了，恢复原价', 'Guest put the card away; the price is everybody’s'),
  'staff: pay': () => say('收银员为顾客收款', 'A cashier takes the payment'),
  'guest: pay': () => say('顾客要付款', 'Guest wants to pay'),
  'guest: give up': () => say('顾客放弃', 'Guest gave up'),
  'guest: give the tickets back': () => say('顾客退票', 'Guest gives the tickets back'),
  'staff: ask': () => say('员工要求立即查询', 'Staff asked cloud and provider'),
  'staff: settle': ({ flag }) =>
    about(flag, words => say(`员工已处理：${words.zh}`, `Staff have looked: ${words.en}`)),
  'staff: give the tickets back': ({ allowed }) =>
    allowed === 'beyond the rule'
      ? say('值班经理超出规则为顾客退票', 'A manager gives the tickets back beyond the rule')
      : say('员工为顾客退票', 'Staff give the tickets back for the guest'),
  'house: flag': ({ flag }) =>
    about(flag, words => say(`需要人工查看：${words.zh}`, `To be looked at: ${words.en}`)),
  'house: flag is over': ({ flag }) =>
    about(flag, words => say(`已自行恢复：${words.zh}`, `Over by itself: ${words.en}`)),
}

function about(flag: AttentionReason | undefined, write: (words: Words) => Words): Words {
  return write(flag === undefined ? say('未说明', 'not said') : doubtWords[flag].means)
}

/** A line of the history in plain words. A kind that this program does not know is shown as it is written. */
export function sayLine({ seq, at, kind, detail }: HistoryLine): HistoryEntry {
  const parsed = Detail.safeParse(detail)
  const known = parsed.success ? parsed.data : {}
  const says = saysOf(kind, known) ?? say(kind, kind)
  return {
    seq,
    at: toInstant(at),
    says,
    ...(known.by !== undefined && { by: known.by }),
    ...(known.why !== undefined && { why: known.why }),
  }
}

function saysOf(kind: string, detail: Detail): Words | undefined {
  const learnt = /^learnt: (.+)$/.exec(kind)?.[1]
  if (learnt === undefined) return acts[kind]?.(detail) ?? sayRule(kind)
  const words = sayLearnt(learnt, detail.outcome ?? '')
  if (words === undefined || detail.paidFen === undefined) return words
  const paid = priceLabel(detail.paidFen)
  return say(`${words.zh} ${paid}`, `${words.en} ${paid}`)
}
