import { judgeSeats } from '#contract/judge-seats.ts'
import { seatGround } from '#contract/seat-ground.ts'
import { noOtherChoiceWords, ruleSentence } from '#contract/seat-rule-words.ts'
import { openFoyer } from '../support/foyer.ts'
import { guestAt } from '../support/guest.ts'
import { test as base, expect, type House, houseOf, othersBuy, type ShowToSee } from '../support/journey.ts'

/** A house that refuses orders which leave a single seat alone. */
const test = base.extend<object, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern, even an empty one.
    async ({}, use) => {
      const foyer = await openFoyer({ SEAT_RULES: '{"681":{"gap":{"mode":"forbid"}}}' })
      try {
        await use(houseOf(foyer))
      } finally {
        await foyer.close()
      }
    },
    { scope: 'worker' },
  ],
})

const idsOf = ({ hall }: ShowToSee, seats: readonly number[]) =>
  seats.flatMap(seat => hall.seats.id[seat] ?? [])

test('@portrait a gap that is forbidden is refused by the server in the words of the map', async ({
  page,
  house,
}) => {
  const guest = guestAt('kiosk', page)
  const toSee = await house.nextShow(['1号厅'])
  const { hall } = toSee
  const { unavailable } = await house.api.get('getSeatStates', { params: { showId: hall.showId } })
  const ground = seatGround(hall, new Set(unavailable))
  const pair = [...hall.seats.id.keys()]
    .map(seat => [seat, seat + 1])
    .find(seats => {
      const judgement = judgeSeats(ground, seats)
      return judgement.kind === 'violated' && judgement.violations.every(({ rule }) => rule === 'single-gap')
    })
  const judgement = judgeSeats(ground, pair ?? [])
  if (!pair || judgement.kind !== 'violated') throw new Error('no two seats of this hall leave one alone')
  const [violation] = judgement.violations
  if (!violation) throw new Error('a judgement without a violation')
  const sentence = ruleSentence(hall, violation, 'zh')

  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await map.choose(...idsOf(toSee, pair))
  const said = page.getByRole('status').filter({ hasText: sentence })
  const goOn = page.getByRole('button', { name: guest.kiosk.continue, exact: true })
  await expect(said).toBeVisible()
  await expect(goOn).toBeDisabled()

  const refused = await house.api.hold(hall.showId, idsOf(toSee, pair))
  if (refused.ok) throw new Error('the server takes what the map forbids')
  expect(refused.error).toMatchObject({ code: 'single-gap', rule: 'single-gap', message: sentence })

  const { seats, shift } = judgement.repair
  const { moveLeft, moveRight, instead } = guest.seating
  const names = (some: readonly number[]) => idsOf(toSee, some).map(id => guest.seatName(toSee, id))
  const label = shift === -1 ? moveLeft : shift === 1 ? moveRight : instead('')
  await page.getByRole('button', { name: label }).tap()
  await expect(guest.chosenSeats()).toHaveText(names(seats))
  await guest.press('button', guest.seating.undo)
  await expect(guest.chosenSeats()).toHaveText(names(pair))
  await expect(said).toBeVisible()
  await page.getByRole('button', { name: label }).tap()
  await guest.continueToBasket()
  await guest.sees(guest.kiosk.basketTitle)
})

test('@portrait a couple seat goes in and out whole, and half of one is refused', async ({ page, house }) => {
  const guest = guestAt('kiosk', page)
  const toSee = await house.nextShow(['3号厅（情侣沙发）'])
  const { hall } = toSee
  const { unavailable } = await house.api.get('getSeatStates', { params: { showId: hall.showId } })
  const left = hall.seats.type.findIndex((type, seat) => type === 'L' && !unavailable.includes(seat))
  const [half, other] = idsOf(toSee, [left, left + 1])
  if (!half || !other) throw new Error('no couple seat is left')

  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await map.choose(half)
  await expect(guest.chosenSeats()).toHaveText([half, other].map(id => guest.seatName(toSee, id)))
  await expect(page.getByText(guest.seating.coupleAdded(''), { exact: false })).toBeVisible()
  await map.giveBack(other)
  await expect(guest.chosenSeats()).toHaveCount(0)

  const refused = await house.api.hold(hall.showId, [half])
  expect(!refused.ok && refused.error).toMatchObject({
    rule: 'couple-split',
    message: ruleSentence(hall, { rule: 'couple-split', seats: [left] }, 'zh'),
  })
})

test('a wheelchair place is asked for, found with its companion, and left to others otherwise', async ({
  page,
  house,
}) => {
  const guest = guestAt('kiosk', page)
  const toSee = await house.nextShow(['2号厅'])
  const { hall } = toSee
  const place = hall.seats.type.lastIndexOf('W')
  const [placeId, besideId] = idsOf(toSee, [place, place + 1])
  if (!placeId || !besideId) throw new Error('the hall has no wheelchair place')

  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await test.step('somebody without a wheelchair is told, and offered a seat', async () => {
    await map.choose(placeId)
    await expect(page.getByText(guest.seating.wheelchairAsk(guest.seatName(toSee, placeId)))).toBeVisible()
    await page.getByRole('button', { name: guest.seating.instead('') }).tap()
    await expect(guest.chosenSeats()).toHaveCount(1)
    await expect(guest.chosenSeats()).not.toHaveText(guest.seatName(toSee, placeId))
  })
  await test.step('two, one of them in a wheelchair, get the place and the seat beside it', async () => {
    await guest.press('button', guest.seating.needWheelchair)
    await guest.bestSeats(2)
    await expect(guest.chosenSeats()).toHaveText([placeId, besideId].map(id => guest.seatName(toSee, id)))
    await expect(page.getByText('轮椅席与同伴相邻')).toBeVisible()
    await guest.continueToBasket()
    await guest.sees(guest.kiosk.basketTitle)
  })
})

test('another suggestion goes round and comes back to the first', async ({ page, house }) => {
  const guest = guestAt('kiosk', page)
  const toSee = await house.nextShow(['VIP 沙龙厅'])
  await guest.openSeats(toSee)
  await guest.lookAtSeats(toSee)
  await guest.bestSeats(2)
  const chosen = async () => (await guest.chosenSeats().allTextContents()).join()
  await expect(page.getByRole('status').filter({ hasText: '连座' })).toBeVisible()
  const first = await chosen()
  const seen = new Set([first])
  for (;;) {
    const before = await chosen()
    await guest.press('button', guest.seating.another)
    await expect.poll(chosen).not.toBe(before)
    const now = await chosen()
    if (now === first) break
    expect(seen).not.toContain(now)
    seen.add(now)
  }
  expect(seen.size).toBeGreaterThan(2)
})

test('@portrait three who cannot sit together are seated behind each other, then nobody is blocked', async ({
  page,
  house,
}) => {
  const guest = guestAt('kiosk', page)
  const toSee = await house.nextShow(['VIP 沙龙厅'])
  const { hall } = toSee
  await guest.openSeats(toSee)
  await guest.lookAtSeats(toSee)
  await test.step('the hall has pairs only', async () => {
    await guest.bestSeats(3)
    await expect(page.getByRole('status').filter({ hasText: '最多2座相连，前后两排' })).toBeVisible()
    await expect(guest.chosenSeats()).toHaveCount(3)
  })
  await test.step('two seats are left, for three', async () => {
    const free = await house.api.freeSeats(hall, 99)
    await othersBuy(house, toSee, free.slice(2))
    await expect(page.getByText(guest.seating.left(2), { exact: true })).toBeVisible()
    await guest.bestSeats(3)
    await expect(page.getByRole('status').filter({ hasText: '只剩2个座位' })).toBeVisible()
    await guest.press('button', guest.seating.forSoMany(2))
    await expect(guest.chosenSeats()).toHaveCount(2)
    await expect(page.getByRole('status').filter({ hasText: noOtherChoiceWords.zh })).toHaveCount(0)
    await guest.continueToBasket()
    await guest.sees(guest.kiosk.basketTitle)
  })
})
