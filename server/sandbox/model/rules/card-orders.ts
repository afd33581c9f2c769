import type { Books, CardOrder } from '../books.ts'
import { timeAt } from '../calendar.ts'
import {
  type Ask,
  answers,
  type Broken,
  canonical,
  type Expected,
  isAbsent,
  matches,
  text,
} from '../verdict.ts'
import { noteNumber } from './lookups.ts'

const idNames = { member: 'cardOrderId', benefit: 'benefitCardOrderId' } as const
export type Family = keyof typeof idNames

/** What an order about a card does once all its rules are kept. */
export interface CardDeed {
  /** What the answer has to hold beside the numbers. */
  answer: object
  /** What the query of 7.11 or 8.6 tells of it. */
  told: Record<string, unknown>
  /** Writes it into the books; the answer's data may bear a new card's number. */
  enter(data: unknown): void
}

/** A change of a card, once per outTradeNo: a repetition is told what was told at first (7.2.2, 7.2.4). */
export function cardOrder(
  books: Books,
  ask: Ask,
  family: Family,
  judge: (broken: Broken) => CardDeed | undefined,
): Expected {
  const broken: Broken = new Set()
  const outTradeNo = text(ask.data, 'outTradeNo', broken)
  const shortest = family === 'member' ? 16 : 1
  if (outTradeNo !== undefined && (outTradeNo.length < shortest || outTradeNo.length > 32))
    broken.add('FORMAT_ERROR')
  const mark = `${family} ${ask.channel.channelCode} ${outTradeNo}`
  const asked = canonical([ask.api, ask.data])
  const earlier = books.cardOrders.get(mark)
  if (earlier?.asked === asked) return answers('SUCCESS', data => matches(data, earlier.answer))
  if (earlier) return answers('REQUEST_PARAM_INCONFORMITY_ERROR')

  const deed = judge(broken)
  if (broken.size > 0 || !deed || outTradeNo === undefined) return { codes: broken }
  return answers('SUCCESS', data => {
    matches(data, { outTradeNo, ...deed.answer })
    const cardOrderId = numberIn(data, idNames[family])
    noteNumber(books, cardOrderId)
    const told = { outTradeNo, orderStatus: 'success', createDateTime: timeAt(ask.now), ...deed.told }
    const order: CardOrder = { cardOrderId, outTradeNo, asked, answer: data, told }
    books.cardOrders.set(mark, order)
    deed.enter(data)
  })
}

export function numberIn(data: unknown, name: string): string {
  const number =
    data !== null && typeof data === 'object' ? Object.entries(data).find(([key]) => key === name) : undefined
  if (typeof number?.[1] !== 'string') throw new Error(`no ${name} in the answer`)
  return number[1]
}

/** 7.11 and 8.6: by the platform's number, which goes first, or the partner's own. */
export function cardOrderDetail(books: Books, ask: Ask, family: Family): Expected {
  const idName = idNames[family]
  const { [idName]: cardOrderId, outTradeNo } = ask.data
  if (isAbsent(cardOrderId) && isAbsent(outTradeNo)) return answers('NULL_ARGUMENT')
  const own = [...books.cardOrders].filter(([mark]) =>
    mark.startsWith(`${family} ${ask.channel.channelCode} `),
  )
  const found = own
    .map(([, order]) => order)
    .find(order =>
      isAbsent(cardOrderId) ? order.outTradeNo === outTradeNo : order.cardOrderId === cardOrderId,
    )
  if (!found) return answers(family === 'member' ? 'ORDER_NOT_FOUND' : 'BCARD_ORDER_NOT_EXIST')
  return answers('SUCCESS', data => matches(data, { [idName]: found.cardOrderId, ...found.told }))
}
