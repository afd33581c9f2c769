import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CardRequest } from '#contract/cards.ts'
import { CinemaId } from '#contract/ids.ts'
import type { QuoteLine } from '#contract/order.ts'
import { createCatalog } from '../catalog/catalog.ts'
import { showIdOf } from '../catalog/show-id.ts'
import { openCacheStore } from '../kernel/cache-store.ts'
import type { CloudShow } from '../moviecloud/gateway-types.ts'
import { answered, type BoxOffice, openBoxOffice } from '../moviecloud/test-support/box-office.ts'
import { goodsQuote, quoteOf, withGoods } from '../pricing/quote.ts'
import type { BenefitRequest, CardOffer, CardOrder, MemberRequest } from './card-offer.ts'
import { type Cards, createCards } from './cards.ts'

/* Against the sandbox cloud's cards (docs/sandbox.md), over HTTP. */

const cinemaId = CinemaId.parse('681')
let office: BoxOffice
let cards: Cards
/** Tickets that a benefit card bought at the show before, as the journal would tell. */
let usedBefore = 0
/** By kind of hall: an ordinary one, a VIP hall, and one with priced areas. */
let shows: Record<'ordinary' | 'vip' | 'imax' | 'areas', CloudShow>

beforeAll(async () => {
  office = await openBoxOffice('2026-11-23T10:00:00+08:00')
  const { cloud, clock } = office
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-cards-'))
  const store = openCacheStore(dataDir, {
    nowMs: clock.now(),
    onError(error) {
      throw error
    },
  })
  const catalog = createCatalog({ cloud, clock, store })
  cards = createCards({ cloud, catalog, clock, usedAtShow: async () => usedBefore })
  const { halls = [] } = (await catalog.cinemas()).find(({ id }) => id === cinemaId) ?? {}
  const inHall = (kind: string) =>
    office.show(
      cinemaId,
      ({ hallId, areaPrices, settleFen = 0, lowestFen }) =>
        halls.some(hall => hall.id === hallId && hall.kind === kind) &&
        (areaPrices.length === 0 || kind === 'imax') &&
        settleFen >= lowestFen + 1500,
    )
  shows = {
    ordinary: await inHall('standard'),
    vip: await inHall('vip'),
    imax: await inHall('imax'),
    areas: await office.show(cinemaId, ({ areaPrices }) => areaPrices.length > 0),
  }
})
afterAll(() => office.close())

/** An order of so many free seats, which nobody has locked; `across`: the first in a priced area, the others in none. */
async function orderOf(show: CloudShow, count: number, across = show === shows.areas): Promise<CardOrder> {
  const free = await office.freeSeats(show)
  const outside = free.filter(({ areaFen }) => areaFen === undefined)
  const inArea = free.find(({ areaFen }) => areaFen !== undefined)
  const seats = [...(inArea && across ? [inArea] : []), ...outside].slice(0, count)
  const lines = seats.map(({ id, row, column, areaFen, ticketFen }, i): QuoteLine => {
    const feeFen = show.feeKind === 'order' && i > 0 ? 0 : show.feeFen
    const line = { seatId: id, row, column, sectionName: '', ticketFen, feeFen }
    return areaFen === undefined ? line : { ...line, areaName: '分区' }
  })
  return {
    ref: { cinemaId, scheduleId: show.scheduleId, scheduleKey: show.scheduleKey },
    quote: quoteOf({ showId: showIdOf(show) }, { lines, goods: [], feeKind: show.feeKind }),
    sections: new Map(seats.map(({ id, sectionId }) => [id, sectionId])),
  }
}

const member = (number: string, password = '123456'): MemberRequest => ({ kind: 'member', number, password })
const benefit = (number: string): BenefitRequest => ({ kind: 'benefit', number: `1605279470000000${number}` })
let clientNo = 0
const priceFor = (order: CardOrder, card: MemberRequest | BenefitRequest, client = `client ${++clientNo}`) =>
  cards.priceFor(order, card, client)

const owed = (lines: readonly QuoteLine[]) =>
  lines.reduce((sum, { ticketFen, feeFen }) => sum + ticketFen + feeFen, 0)
const dealt = ({ lines }: CardOffer) => lines.filter(({ deal }) => deal !== undefined)

/** Sells the order at the card's prices, paid by the card alone or with it. */
async function sell(show: CloudShow, { lines, card }: CardOffer) {
  const { lockId } = answered(
    await office.lock(
      show,
      lines.map(({ seatId }) => seatId),
    ),
  )
  const frozen = office.cloud.freezeConfirm({
    kind: 'ticket',
    show,
    lockId,
    mobile: '13800138000',
    goods: [],
    tickets: lines.map(({ seatId, ticketFen, feeFen, deal }) => ({
      seatId,
      ticketFen,
      feeFen,
      ...(deal && { deal }),
    })),
    card,
  })
  const confirmed = answered(await office.cloud.confirm(frozen))
  if (confirmed.is !== 'issued') throw new Error(confirmed.status)
  return confirmed
}

async function balanceOf(number: string) {
  const password = office.cloud.sealCardPassword('123456')
  return answered(await office.cloud.cardBalance({ cinemaId, number, password }))
}

describe('a member card', () => {
  it('has its own price, which the cinema takes, and is charged to the fen', async () => {
    const { ordinary } = shows
    const offer = await priceFor(await orderOf(ordinary, 2), member('68116100001'))
    const cardFen = Math.max(ordinary.lowestFen, Math.round((ordinary.settleFen ?? 0) * 0.8))
    expect(offer.lines.map(({ ticketFen, deal }) => [ticketFen, deal])).toEqual([
      [cardFen, 'member'],
      [cardFen, 'member'],
    ])
    expect(offer).toMatchObject({ charges: 'balance', payable: owed(offer.lines) })
    expect(offer.notice).toBeUndefined()

    const before = await balanceOf('68116100001')
    await sell(ordinary, offer)
    const after = await balanceOf('68116100001')
    expect((before.balanceFen ?? 0) - (after.balanceFen ?? 0)).toBe(owed(offer.lines))
  })

  it('pays for goods too, as far as what is on it goes', async () => {
    const order = await orderOf(shows.ordinary, 1)
    const popcorn = { goodsId: '1728', name: '爆米花', isPackage: false, count: 2, unitFen: 1800 }
    const withPopcorn = { ...order, quote: withGoods(order.quote, [popcorn]) }
    const gold = await priceFor(withPopcorn, member('68116100001'))
    expect(gold.payable).toBe(owed(gold.lines) + 3600)
    // 35.50 yuan.
    expect((await priceFor(withPopcorn, member('68116100002'))).payable).toBe(3550)
  })

  it('pays at everybody’s price where it has none of its own', async () => {
    const order = await orderOf(shows.ordinary, 3)
    const offer = await priceFor(order, member('68116100006'))
    expect(offer).toMatchObject({ lines: order.quote.lines, notice: 'no-discount', payable: 10_000 })
  })

  it('has its price on no more tickets than its grade allows', async () => {
    const offer = await priceFor(await orderOf(shows.ordinary, 5), member('68116100005'))
    expect(dealt(offer)).toHaveLength(4)
    expect(offer.notice).toBe('discount-on-some')
  })

  it('has no price of its own on a seat in a priced area', async () => {
    const { areas } = shows
    const order = await orderOf(areas, 2)
    const offer = await priceFor(order, member('68116100001'))
    expect(offer.lines[0]).toEqual(order.quote.lines[0])
    expect(offer.lines[1]).toMatchObject({ deal: 'member' })
    await sell(areas, offer)
    expect(
      await priceFor(
        { ...order, quote: { ...order.quote, lines: order.quote.lines.slice(0, 1) } },
        member('68116100006'),
      ),
    ).toMatchObject({ notice: 'no-discount', charges: 'balance' })
  })

  it('by times is charged visits, for tickets at its price and nothing else', async () => {
    const { ordinary } = shows
    const offer = await priceFor(await orderOf(ordinary, 2), member('68116100003'))
    expect(offer).toMatchObject({ charges: 'times', payable: owed(offer.lines) })
    expect(dealt(offer)).toHaveLength(2)
    await sell(ordinary, offer)
    expect((await balanceOf('68116100003')).times).toBe(8)
    // Three a show is its grade's limit, and two are bought.
    const more = await priceFor(await orderOf(ordinary, 2), member('68116100003'))
    expect(more).toMatchObject({ notice: 'discount-on-some', payable: owed(dealt(more)) })
    expect(dealt(more)).toHaveLength(1)
    await sell(ordinary, { ...more, lines: dealt(more) })
    await expect(priceFor(await orderOf(ordinary, 1), member('68116100003'))).rejects.toMatchObject({
      code: 'benefit-used-up',
    })
  })

  it.each([
    ['with another password', 'ordinary', member('68116100001', '654321'), 'card-password-wrong', 'password'],
    ['that nobody has', 'ordinary', member('68116199999'), 'card-not-found', 'number'],
    ['of another cinema', 'ordinary', member('11216100001'), 'card-not-found', 'number'],
    ['that was lost', 'ordinary', member('68116100008'), 'card-not-usable', undefined],
    ['that was cancelled', 'ordinary', member('68116100009'), 'card-not-usable', undefined],
    ['that ran out', 'ordinary', member('68116100010'), 'card-not-usable', undefined],
    ['that is used up', 'ordinary', member('68116100007'), 'card-not-usable', undefined],
    ['by times in a hall where it has no rate', 'vip', member('68116100003'), 'card-not-for-show', undefined],
    ['by times with one left of two', 'imax', member('68116100004'), 'card-balance-low', undefined],
    ['while the cinema cannot be reached', 'ordinary', member('99990001'), 'cinema-unavailable', undefined],
  ] as const)('%s is refused', async (_, hall, card, code, field) => {
    const refusal = await priceFor(await orderOf(shows[hall], 1), card).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ name: 'Problem', code, field })
  })

  it('of another cinema pays without a price of its own', async () => {
    const elsewhere = { ...member('11216100001'), cinemaId: CinemaId.parse('112') }
    const order = await orderOf(shows.ordinary, 1)
    const offer = await priceFor(order, elsewhere)
    expect(offer).toMatchObject({
      lines: order.quote.lines,
      card: { cinemaId: '112' },
      notice: 'no-discount',
    })
    await sell(shows.ordinary, offer)
  })
})

describe('a benefit card', () => {
  it('has the price of the programme, which the cinema takes, and lets the guest pay us', async () => {
    const { ordinary } = shows
    usedBefore = 0
    const offer = await priceFor(await orderOf(ordinary, 3), benefit('02'))
    const cardFen = Math.max(ordinary.lowestFen, (ordinary.settleFen ?? 0) - 1500)
    expect(dealt(offer).map(({ ticketFen, deal }) => [ticketFen, deal])).toEqual([
      [cardFen, 'benefit'],
      [cardFen, 'benefit'],
    ])
    expect(offer).toMatchObject({ charges: 'nothing', payable: 0, notice: 'discount-on-some' })
    expect(offer.card).toEqual({ kind: 'benefit', number: '160527947000000002', cinemaId: '681' })
    await sell(ordinary, offer)
  })

  it.each([
    ['one of its two at this show', '02', 1, 1],
    ['one in all', '03', 0, 1],
    ['no limit', '06', 50, 3],
    ['a policy that is no longer sold', '07', 0, 2],
  ])('with %s left has its price on so many tickets', async (_, card, used, count) => {
    usedBefore = used
    expect(dealt(await priceFor(await orderOf(shows.ordinary, 3), benefit(card)))).toHaveLength(count)
  })

  it.each([
    ['that nobody has', 'ordinary', '99', 'card-not-found'],
    ['that ran out', 'ordinary', '04', 'card-not-usable'],
    ['that was stopped', 'ordinary', '05', 'card-not-usable'],
    ['of a policy that waits for approval', 'ordinary', '09', 'card-not-for-show'],
    ['used up at this show', 'ordinary', '02', 'benefit-used-up'],
    ['for a seat in a priced area', 'areas', '06', 'card-not-for-seats'],
  ] as const)('%s is refused', async (_, hall, card, code) => {
    usedBefore = 2
    await expect(priceFor(await orderOf(shows[hall], 1), benefit(card))).rejects.toMatchObject({ code })
  })
})

describe('whoever guesses', () => {
  it('a card’s password gets five goes at it, from however many addresses', async () => {
    const order = await orderOf(shows.ordinary, 1)
    const guesses = Array.from({ length: 12 }, (_, i) =>
      priceFor(order, member('68116100011', String(100_000 + i))).catch((error: unknown) => error),
    )
    const codes = (await Promise.all(guesses)).map(error => Object(error).code)
    expect(codes.filter(code => code === 'card-password-wrong')).toHaveLength(5)
    expect(codes.filter(code => code === 'too-many-attempts')).toHaveLength(7)
    await expect(priceFor(order, member('68116100011'))).rejects.toMatchObject({ code: 'too-many-attempts' })
  })

  it('benefit cards’ numbers from one address ends after ten', async () => {
    const order = await orderOf(shows.ordinary, 1)
    const guesses = Array.from({ length: 15 }, (_, i) =>
      priceFor(order, benefit(String(70 + i)), 'one address').catch((error: unknown) => error),
    )
    const codes = (await Promise.all(guesses)).map(error => Object(error).code)
    expect(codes.filter(code => code === 'too-many-attempts')).toHaveLength(5)
  })

  it('is not who prices order after order with the right one', async () => {
    const order = await orderOf(shows.ordinary, 1)
    for (let i = 0; i < 12; i++) await priceFor(order, member('68116100001'), 'the kiosk')
  })
})

it('a seat without a section is an order that nobody may price', async () => {
  const order = { ...(await orderOf(shows.ordinary, 1)), sections: new Map() }
  await expect(priceFor(order, member('68116100001'))).rejects.toThrow(RangeError)
})

describe('goods alone', () => {
  const cola = { goodsId: '1174', name: '可口可乐', isPackage: false, count: 1, unitFen: 1200 }
  const order = { cinemaId, quote: goodsQuote(cinemaId, [cola]) }

  it('are paid with what is on a member card, at everybody’s price', async () => {
    const offer = await cards.priceFor(order, member('68116100006'), 'a guest')
    expect(offer).toMatchObject({ lines: [], charges: 'balance', payable: 1200 })
    const dear = { ...order, quote: goodsQuote(cinemaId, [{ ...cola, count: 9 }]) }
    expect((await cards.priceFor(dear, member('68116100006'), 'a guest')).payable).toBe(10_000)
  })

  it.each([
    ['a card by times', member('68116100004')],
    ['a benefit card', benefit('06')],
  ])('are not paid with %s', async (_, card) => {
    await expect(cards.priceFor(order, card, 'a guest')).rejects.toMatchObject({ code: 'card-refused' })
  })
})

describe('a request', () => {
  it.each([
    [{ kind: 'member', number: '6811 6100 001', password: '123456' }, '68116100001'],
    [{ kind: 'benefit', number: '160527947000000002' }, '160527947000000002'],
  ])('has a number without blanks: %j', (request, number) => {
    expect(CardRequest.parse(request)).toMatchObject({ number })
  })

  it.each([
    { kind: 'member', number: '68116100001' },
    { kind: 'member', number: '68116100001', password: '12345' },
    { kind: 'benefit', number: '160527947000000002', password: '123456' },
    { kind: 'benefit', number: '1605%' },
    { kind: 'none', number: '1' },
  ])('is refused: %j', request => {
    expect(CardRequest.safeParse(request).success).toBe(false)
  })
})
