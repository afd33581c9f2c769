import type { Clock } from '../kernel/clock.ts'
import { type BenefitCards, createBenefitCards } from './benefit-cards.ts'
import type { Caller } from './caller.ts'
import { createMemberCards, type MemberCards } from './member-cards.ts'
import { type Counter, createCounter } from './menu.ts'
import { createNumbers, type Numbers } from './numbers.ts'
import { createOrders, type Orders } from './orders.ts'
import { type Cinema, createProgramme, type Programme } from './programme.ts'
import { createSale, type Sale } from './sale.ts'
import { createSeatPlans, type SeatPlans } from './seat-plans.ts'

/** What the command line names, to pay with. */
export interface NamedCards {
  memberCard?: { cardNumber: string; password: string }
  benefitCardNumber?: string
}

/** All that a rule may use: calls, and what has been found, bought and registered so far. */
export interface Probe extends Pick<Caller, 'ask' | 'must' | 'send' | 'log'> {
  clock: Clock
  cinema: Cinema
  named: NamedCards
  /** How strictly answers are held against their tables. */
  answers: 'strict' | 'tolerant'
  numbers: Numbers
  programme: Programme
  plans: SeatPlans
  counter: Counter
  sale: Sale
  orders: Orders
  memberCards: MemberCards
  benefitCards: BenefitCards
}

export interface ProbeParts {
  caller: Caller
  clock: Clock
  cinema: Cinema
  named: NamedCards
  answers: 'strict' | 'tolerant'
  cardKey: string | undefined
  random: () => number
  pause: (ms: number) => Promise<void>
}

export function createProbe(parts: ProbeParts): Probe {
  const { caller, clock, cinema, named, answers, cardKey, random, pause } = parts
  const { cinemaLinkId } = cinema
  const numbers = createNumbers(clock, random)
  const programme = createProgramme(caller, cinema, clock)
  const plans = createSeatPlans(caller, cinema)
  const counter = createCounter(caller, cinema)
  const sale = createSale({ caller, programme, plans, numbers, pause })
  return {
    ...caller,
    clock,
    cinema,
    named,
    answers,
    numbers,
    programme,
    plans,
    counter,
    sale,
    orders: createOrders({ caller, sale, plans, counter, numbers, cinemaLinkId }),
    memberCards: createMemberCards({ caller, numbers, cinemaLinkId, cardKey }),
    benefitCards: createBenefitCards(caller, numbers, cinemaLinkId),
  }
}
