import { addDays, type LocalDate } from '#contract/time.ts'
import { type BenefitPolicy, benefitCards, policyOf } from '../world/benefit-policies.ts'
import type { Db } from './database.ts'

export interface BenefitCard {
  cardNumber: string
  policyCode: string
  mobile: string
  userName: string | null
  idcard: string | null
  stopped: 0 | 1
  registeredOn: LocalDate
  /** The last day it is good on. */
  endDate: LocalDate
  /** Null: the policy has no limit in all. */
  ticketsLeft: number | null
}

export interface BenefitUse {
  orderId: string
  cardNumber: string
  scheduleId: number
  day: LocalDate
  tickets: number
}

/** Specification 8.3.4: N normal, T expired, S stopped. */
export function benefitStateOn({ stopped, endDate }: BenefitCard, day: LocalDate): 'N' | 'T' | 'S' {
  if (stopped === 1) return 'S'
  return endDate < day ? 'T' : 'N'
}

/** @throws Error when the policy is gone, which the sandbox never lets happen */
export function policyOfCard({ cardNumber, policyCode }: BenefitCard): BenefitPolicy {
  const policy = policyOf(policyCode)
  if (!policy) throw new Error(`benefit card ${cardNumber} has no policy`)
  return policy
}

const columns = `
  card_number AS cardNumber, policy_code AS policyCode, mobile, user_name AS userName, idcard, stopped,
  registered_on AS registeredOn, end_date AS endDate, tickets_left AS ticketsLeft`

export function benefitCardsIn(db: Db) {
  const find = db.prepare<[string], BenefitCard>(`SELECT ${columns} FROM benefit_card WHERE card_number = ?`)
  const byMobile = db.prepare<[string, string], BenefitCard>(
    `SELECT ${columns} FROM benefit_card WHERE policy_code = ? AND mobile = ?`,
  )
  const add = db.prepare<[BenefitCard]>(
    `INSERT INTO benefit_card VALUES (@cardNumber, @policyCode, @mobile, @userName, @idcard, @stopped, @registeredOn,
       @endDate, @ticketsLeft)`,
  )
  const save = db.prepare<[BenefitCard]>(
    'UPDATE benefit_card SET end_date = @endDate, tickets_left = @ticketsLeft WHERE card_number = @cardNumber',
  )
  const use = db.prepare<[BenefitUse]>(
    'INSERT INTO benefit_use VALUES (@orderId, @cardNumber, @scheduleId, @day, @tickets, NULL, 0)',
  )
  const used = (condition: string) =>
    db
      .prepare<[string, string | number], number>(
        `SELECT coalesce(sum(tickets), 0) FROM benefit_use
         WHERE card_number = ? AND given_back = 0 AND ${condition}`,
      )
      .pluck()
  const usedOn = used('day = ?')
  const usedAt = used('schedule_id = ?')
  const giveBack = db.prepare<[number, string]>(
    'UPDATE benefit_use SET given_back_at = ? WHERE order_id = ? AND given_back = 0',
  )
  const due = 'given_back = 0 AND given_back_at IS NOT NULL AND given_back_at <= ?'
  const dueBy = db.prepare<[number], BenefitUse>(
    `SELECT order_id AS orderId, card_number AS cardNumber, schedule_id AS scheduleId, day, tickets
     FROM benefit_use WHERE ${due} ORDER BY given_back_at, order_id`,
  )
  const settle = db.prepare<[number]>(`UPDATE benefit_use SET given_back = 1 WHERE ${due}`)

  return {
    find: (cardNumber: string): BenefitCard | undefined => find.get(cardNumber),
    byMobile: (policyCode: string, mobile: string): BenefitCard | undefined =>
      byMobile.get(policyCode, mobile),
    add: (card: BenefitCard): void => void add.run(card),
    /** Writes how long the card is good and for how many tickets. */
    save: (card: BenefitCard): void => void save.run(card),
    addUse: (tickets: BenefitUse): void => void use.run(tickets),
    /** The tickets of an order are to be given back to its card at `at`, unless it has them already. */
    giveBack: (orderId: string, at: number): void => void giveBack.run(at, orderId),
    /** What is to be given back by now, each use once: the caller puts it on the cards. */
    takeDue(now: number): BenefitUse[] {
      const uses = dueBy.all(now)
      if (uses.length > 0) settle.run(now)
      return uses
    },
    usedOnDay: (cardNumber: string, day: LocalDate): number => usedOn.get(cardNumber, day) ?? 0,
    usedAtShow: (cardNumber: string, scheduleId: number): number => usedAt.get(cardNumber, scheduleId) ?? 0,
    /** Gives out the cards that the sandbox begins with. */
    seed(firstDay: LocalDate): void {
      for (const { stopped, registeredDaysAgo, validDays, ticketsLeft, ...design } of benefitCards)
        add.run({
          ...design,
          userName: null,
          idcard: null,
          stopped: stopped ? 1 : 0,
          registeredOn: addDays(firstDay, -registeredDaysAgo),
          endDate: addDays(firstDay, validDays),
          ticketsLeft: ticketsLeft ?? null,
        })
    },
  }
}
