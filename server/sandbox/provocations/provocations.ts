import { benefitCards } from './benefit-cards.ts'
import { common } from './common.ts'
import { commonTroubles } from './common-troubles.ts'
import { goods } from './goods.ts'
import { lock } from './lock.ts'
import { memberCards } from './member-cards.ts'
import { orderMoney } from './order-money.ts'
import { orderSeats } from './order-seats.ts'
import { pickup } from './pickup.ts'
import type { Chapter } from './provocation.ts'
import { refund } from './refund.ts'
import { reversal } from './reversal.ts'
import { system } from './system.ts'

/**
 * How to be answered with each of the 124 codes, by the tables of the specification. A code that stands in several of
 * its tables has its rows in the first of them.
 */
export const chapters: readonly Chapter[] = [
  { title: 'System codes', paragraph: '9.1', provocations: system },
  { title: 'Common business codes', paragraph: '9.2.1', provocations: [...common, ...commonTroubles] },
  { title: 'Locking seats', paragraph: '9.2.2', provocations: lock },
  { title: 'Confirming orders', paragraph: '9.2.3', provocations: [...orderSeats, ...orderMoney] },
  { title: 'Giving back', paragraph: '9.2.4', provocations: refund },
  { title: 'Printing and pickup', paragraph: '9.2.5, 9.2.6, 9.2.11', provocations: pickup },
  { title: 'Goods', paragraph: '9.2.7, 9.2.8', provocations: goods },
  { title: 'Member cards', paragraph: '9.2.9', provocations: memberCards },
  { title: 'Reversing', paragraph: '9.2.10', provocations: reversal },
  { title: 'Benefit cards', paragraph: '9.2.12, 9.2.13', provocations: benefitCards },
]
