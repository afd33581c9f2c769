import type { BenefitCard, Books } from '../books.ts'
import { dayAt } from '../calendar.ts'
import { benefitStateOf, benefitsLeft, benefitsUsed, policyOf } from '../card-ledger.ts'
import { type Ask, type Broken, type Data, isAbsent } from '../verdict.ts'
import type { Show } from '../world.ts'

/** A benefit card that is to pay for some tickets of a show (5.3.2, note 7). @returns the price of each */
export function benefitFen(
  books: Books,
  ask: Ask,
  info: Data,
  tickets: number,
  show: Show,
  broken: Broken,
): { card: BenefitCard; fen: number } | undefined {
  const cardNumber = info['benefitCardNumber']
  const card = books.benefitCards.get(String(cardNumber))
  if (isAbsent(cardNumber)) broken.add('NULL_ARGUMENT')
  else if (!card) broken.add('BCARD_NOT_EXIST')
  if (!card) return undefined
  const policy = policyOf(books, card)
  const state = benefitStateOf(card, ask.now)
  if (state === 'S') broken.add('BCARD_DISABLED')
  if (state === 'T') broken.add('BCARD_EXPIRED')
  if (policy.state === 'pending') broken.add('BCARD_POLICY_NOT_APPROVED')
  const fen = show.benefitFen.get(card.policyCode)
  if (fen === undefined && policy.state !== 'pending') broken.add('BCARD_SCHEDULE_NOT_MATCH')
  const { now } = ask
  const over = (limit: number | undefined, used: number) => limit !== undefined && used + tickets > limit
  if (
    over(policy.perDay, benefitsUsed(card, now, { day: dayAt(now) })) ||
    over(policy.perShow, benefitsUsed(card, now, { scheduleId: show.scheduleId })) ||
    over(benefitsLeft(card, now), 0)
  )
    broken.add('BCARD_TICKET_OVER_LIMIT')
  return fen === undefined ? undefined : { card, fen }
}
