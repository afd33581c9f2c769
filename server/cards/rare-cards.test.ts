import { describe, expect, it } from 'vitest'
import { CinemaId, SeatId } from '#contract/ids.ts'
import { showIdOf } from '../catalog/show-id.ts'
import { sampleCinema, sampleShow, sectionOne } from '../catalog/test-support/sample.ts'
import { done, type Outcome } from '../kernel/outcome.ts'
import type {
  BenefitCard,
  CardAllowance,
  CardBalance,
  CardPrice,
  MemberCard,
} from '../moviecloud/gateway-types.ts'
import { quoteOf } from '../pricing/quote.ts'
import { type Cards, createCards } from './cards.ts'

/* Answers that cinemas may give and the sandbox's cards never bring about. */

const cinemaId = CinemaId.parse('681')
const show = sampleShow({
  settleFen: 4500,
  benefitPrices: [{ policyCode: '16', ticketFen: 3000, perShow: 4 }],
})
const seats = ['A-1', 'A-2', 'A-3'].map(id => SeatId.parse(id))
const order = {
  ref: { cinemaId, scheduleId: show.scheduleId, scheduleKey: show.scheduleKey },
  quote: quoteOf(
    { showId: showIdOf(show) },
    {
      lines: seats.map(seatId => ({
        seatId,
        row: 'A',
        column: '1',
        sectionName: '',
        ticketFen: 4500,
        feeFen: 300,
      })),
      goods: [],
      feeKind: 'ticket',
    },
  ),
  sections: new Map(seats.map(seatId => [seatId, sectionOne])),
}
const member = { kind: 'member', number: '681', password: '123456' } as const
const benefit = { kind: 'benefit', number: '1605' } as const

interface Answers {
  memberCard: Outcome<MemberCard>
  cardBalance: Outcome<CardBalance>
  cardPrice: Outcome<CardPrice>
  cardAllowance: Outcome<CardAllowance>
  benefitCard: Outcome<BenefitCard>
}
/** Cards in a cloud that answers so, and everything else as for an ordinary card of ten tickets. */
function cardsWhere(answers: Partial<Answers>, knownShow = show): Cards {
  const all: Answers = {
    memberCard: done({ paysBy: 'balance', usable: true }),
    cardBalance: done({ balanceFen: 50_000 }),
    cardPrice: done({ ticketFen: 3600, tickets: 10 }),
    cardAllowance: { kind: 'unknown', reason: 'not asked for in this test' },
    benefitCard: done({ policyCode: '16', usable: true }),
    ...answers,
  }
  return createCards({
    cloud: {
      memberCard: async () => all.memberCard,
      cardBalance: async () => all.cardBalance,
      cardPrice: async () => all.cardPrice,
      cardAllowance: async () => all.cardAllowance,
      benefitCard: async () => all.benefitCard,
      sealCardPassword: digits => `sealed ${digits.length}`,
    },
    catalog: { findShow: async () => ({ cinema: sampleCinema(), show: knownShow, fetchedAtMs: 0 }) },
    clock: { now: () => 0 },
    usedAtShow: async () => 1,
  })
}
const dealtOf = async (cards: Cards, card: typeof member | typeof benefit) =>
  (await cards.priceFor(order, card, 'a guest')).lines.filter(({ deal }) => deal !== undefined).length

describe('a member card', () => {
  it('with nothing on it is refused', async () => {
    for (const balance of [{ balanceFen: 0 }, {}]) {
      const cards = cardsWhere({ cardBalance: done(balance) })
      await expect(cards.priceFor(order, member, 'a guest')).rejects.toMatchObject({
        code: 'card-balance-low',
      })
    }
  })

  it('whose allowance does not come with its price is asked about it', async () => {
    const price = { cardPrice: done({ ticketFen: 3600 }) }
    expect(await dealtOf(cardsWhere({ ...price, cardAllowance: done({ tickets: 2 }) }), member)).toBe(2)
    // 7.9.4: as many as you like.
    expect(await dealtOf(cardsWhere({ ...price, cardAllowance: done({}) }), member)).toBe(3)
    await expect(dealtOf(cardsWhere(price), member)).rejects.toMatchObject({ code: 'cinema-unavailable' })
  })

  it('is never sold at a price that does not save anything', async () => {
    expect(await dealtOf(cardsWhere({ cardPrice: done({ ticketFen: 4500, tickets: 10 }) }), member)).toBe(0)
  })

  it('bears its password enciphered, and once', async () => {
    const { card } = await cardsWhere({}).priceFor(order, member, 'a guest')
    expect(card).toEqual({ kind: 'member', number: '681', password: 'sealed 6', cinemaId })
  })
})

describe('a benefit card', () => {
  it('counts what it bought at the show before', async () => {
    const one = sampleShow({ ...show, benefitPrices: [{ policyCode: '16', ticketFen: 3000, perShow: 2 }] })
    expect(await dealtOf(cardsWhere({}, one), benefit)).toBe(1)
    expect(
      await dealtOf(
        cardsWhere({ benefitCard: done({ policyCode: '16', usable: true, perShow: 3 }) }),
        benefit,
      ),
    ).toBe(2)
  })

  it('is refused where it saves nothing, since it would lose a ticket for it', async () => {
    const dear = sampleShow({ ...show, benefitPrices: [{ policyCode: '16', ticketFen: 4500 }] })
    await expect(dealtOf(cardsWhere({}, dear), benefit)).rejects.toMatchObject({ code: 'card-not-for-show' })
  })

  it('is refused for a show that has changed since the seats were locked', async () => {
    const changed = sampleShow({ ...show, scheduleKey: 'another' })
    await expect(dealtOf(cardsWhere({}, changed), benefit)).rejects.toMatchObject({ code: 'show-changed' })
  })
})

describe('a guess', () => {
  const codesOf = async (answer: Outcome<never>) => {
    const cards = cardsWhere({ cardBalance: answer })
    const codes: string[] = []
    for (let i = 0; i < 7; i++)
      codes.push(
        await cards.priceFor(order, member, `client ${i}`).catch((error: unknown) => Object(error).code),
      )
    return codes
  }

  it('whose answer was lost counts, since somebody may have read it', async () => {
    const codes = await codesOf({ kind: 'unknown', reason: 'timeout' })
    expect(codes.slice(4)).toEqual(['cinema-unavailable', 'too-many-attempts', 'too-many-attempts'])
  })

  it('that was never sent does not', async () => {
    const codes = await codesOf({ kind: 'not-sent', reason: 'the cloud does not answer' })
    expect(new Set(codes)).toEqual(new Set(['cinema-unavailable']))
  })
})
