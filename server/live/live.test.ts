import { describe, expect, it } from 'vitest'
import { CinemaId, ShowId } from '#contract/ids.ts'
import { perClientMax } from './doorkeeper.ts'
import { openWatchedCinema } from './test-support/watched-cinema.ts'

const show = ShowId.parse('681~1')
const showOf = (cinema: number, nth: number) => ShowId.parse(`${cinema}~${nth}`)
const minuteMs = 60_000

describe('a show that is watched', () => {
  it('is looked at while somebody watches, and never else', async () => {
    const { cinema, watch, pass } = openWatchedCinema()
    await pass(minuteMs)
    expect(cinema.looks).toHaveLength(0)
    const screen = await watch(show)
    await pass(30_000)
    expect(cinema.looks).toHaveLength(13)
    screen.leave()
    await pass(10 * minuteMs)
    expect(cinema.looks).toHaveLength(13)
  })

  it('tells each change once and nothing between changes but that it is there', async () => {
    const { cinema, watch, pass } = openWatchedCinema()
    cinema.sell(show, 1, 2)
    const screen = await watch(show)
    expect(screen.told).toEqual([
      { name: 'snapshot', id: 'line1.1', data: expect.objectContaining({ seq: 1, unavailable: [1, 2] }) },
    ])
    cinema.sell(show, 3)
    cinema.giveBack(show, 1)
    await pass(3_000)
    expect(screen.told[1]).toEqual({
      name: 'delta',
      id: 'line1.2',
      data: expect.objectContaining({ from: 1, seq: 2, taken: [3], freed: [1] }),
    })
    await pass(30_000)
    expect(screen.told.slice(2)).toEqual(Array(3).fill({ name: 'beat', id: undefined, data: { seq: 2 } }))
  })

  it('is looked at at once when we have moved seats ourselves, and not more often than sense has', async () => {
    const { cinema, bus, watch, pass } = openWatchedCinema()
    const screen = await watch(show)
    await pass(1_000)
    cinema.sell(show, 5)
    for (let nth = 0; nth < 10; nth++) bus.tell({ kind: 'seats', showId: show })
    await pass(0)
    expect(screen.names()).toEqual(['snapshot', 'delta'])
    expect([cinema.looks.length, cinema.moved]).toEqual([2, 1])
    cinema.sell(show, 6)
    bus.tell({ kind: 'seats', showId: show })
    await pass(249)
    expect(cinema.looks).toHaveLength(2)
    await pass(1)
    expect(screen.names()).toEqual(['snapshot', 'delta', 'delta'])
  })

  it('is opened with what it is after a sale of ours, not before', async () => {
    const { cinema, bus, watch, pass } = openWatchedCinema()
    await watch(show)
    cinema.sell(show, 5)
    bus.tell({ kind: 'seats', showId: show })
    const opening = watch(show)
    await pass(300)
    expect((await opening).told[0]?.data).toMatchObject({ unavailable: [5] })
  })

  it('is told anew when its hall becomes another', async () => {
    const { cinema, watch, pass } = openWatchedCinema()
    const screen = await watch(show)
    cinema.hallVersion = 'v2'
    await pass(3_000)
    expect(screen.told.map(({ name, data }) => [name, data])).toMatchObject([
      ['snapshot', { seq: 1, hallVersion: 'v1' }],
      ['snapshot', { seq: 2, hallVersion: 'v2' }],
    ])
  })

  it('goes on for a screen that comes back, step by step or from the whole', async () => {
    const { cinema, watch, pass } = openWatchedCinema()
    const stays = await watch(show)
    const goes = await watch(show)
    goes.leave()
    for (const seat of [1, 2, 3]) {
      cinema.sell(show, seat)
      await pass(3_000)
    }
    expect((await watch(show, goes.told[0]?.id)).names()).toEqual(['delta', 'delta', 'delta', 'beat'])
    expect((await watch(show, stays.told.at(-1)?.id)).names()).toEqual(['beat'])
    expect((await watch(show, 'line1.999')).names()).toEqual(['snapshot', 'beat'])
    expect((await watch(show, 'other.1')).names()).toEqual(['snapshot', 'beat'])
  })

  it('goes on in its line when everybody had left for a moment', async () => {
    const { cinema, watch, pass } = openWatchedCinema()
    const first = await watch(show)
    first.leave()
    cinema.sell(show, 4)
    await pass(20_000)
    expect((await watch(show, first.told[0]?.id)).names()).toEqual(['delta', 'beat'])
  })
})

describe('whoever asks about a show', () => {
  it('is told what is watched, and has the cloud asked only where nobody watches', async () => {
    const { cinema, live, watch, pass } = openWatchedCinema()
    cinema.sell(show, 3)
    await live.seatStates(show)
    expect(cinema.looks).toHaveLength(1)
    const screen = await watch(show)
    const looks = cinema.looks.length
    expect(await live.seatStates(show)).toMatchObject({ showId: show, hallVersion: 'v1', unavailable: [3] })
    expect(cinema.looks).toHaveLength(looks)
    screen.leave()
    await pass(1_000)
    cinema.sell(show, 4)
    expect((await live.seatStates(show)).unavailable).toEqual([3, 4])
  })

  it('is told nothing that is older than a sale of ours, or than an outage', async () => {
    const { cinema, bus, live, watch, pass } = openWatchedCinema()
    await watch(show)
    cinema.sell(show, 5)
    bus.tell({ kind: 'seats', showId: show })
    expect((await live.seatStates(show)).unavailable).toEqual([5])
    await pass(1_000)
    cinema.trouble = 'cinema-unavailable'
    await pass(10_000)
    await expect(live.seatStates(show)).rejects.toMatchObject({ code: 'cinema-unavailable' })
  })
})

describe('when the cloud does not answer', () => {
  it('a show cannot be opened, and is asked about ever more seldom', async () => {
    const { cinema, watch, pass } = openWatchedCinema()
    const screen = await watch(show)
    cinema.trouble = 'cinema-unavailable'
    await pass(10 * minuteMs)
    expect(cinema.looks.length).toBeLessThan(16)
    await expect(watch(show)).rejects.toMatchObject({ code: 'cinema-unavailable' })
    expect(screen.closed).toBe(false)

    cinema.trouble = undefined
    cinema.sell(show, 1)
    await pass(minuteMs)
    expect(screen.told.some(({ name }) => name === 'delta')).toBe(true)
    await watch(show)
  })

  it('a show is refused with the reason when it was never seen', async () => {
    const { cinema, watch } = openWatchedCinema()
    cinema.trouble = 'show-changed'
    await expect(watch(show)).rejects.toMatchObject({ code: 'show-changed' })
  })

  it('a show that is gone ends its streams', async () => {
    const { cinema, watch, pass } = openWatchedCinema()
    const screen = await watch(show)
    cinema.trouble = 'show-not-found'
    await pass(3_000)
    expect(screen.closed).toBe(true)
    const looks = cinema.looks.length
    await pass(10 * minuteMs)
    expect(cinema.looks).toHaveLength(looks)
  })
})

describe('the cost to the cinema', () => {
  /**
   * Looks in ten minutes of sales, with so many screens on each of twenty shows. The first of a show is there from the
   * beginning; the others come one after another, and ask beside their streams as a browser does when it opens a map.
   */
  async function looksWith(screensPerShow: number): Promise<number> {
    const { cinema, live, watch, pass } = openWatchedCinema()
    const shows = Array.from({ length: 20 }, (_, nth) => showOf(600 + (nth % 4), nth))
    for (const one of shows) await watch(one)
    for (let second = 0; second < 600; second += 10) {
      const sold = shows[(second / 10) % shows.length]
      if (sold) cinema.sell(sold, second)
      const coming = second > 0 && second / 10 < screensPerShow ? shows : []
      for (const one of coming) {
        await live.seatStates(one)
        await watch(one, undefined, `${second}`)
      }
      await pass(10_000)
    }
    return cinema.looks.length
  }

  it('of a thousand screens on twenty shows is that of twenty screens', async () => {
    const [few, many] = [await looksWith(1), await looksWith(50)]
    expect(many).toBe(few)
    expect(few).toBeGreaterThan(20)
    // A busy machine takes its time over a thousand screens.
  }, 90_000)

  it('is bounded however many of its shows are watched: they are looked at in turn', async () => {
    const { cinema, watch, pass } = openWatchedCinema()
    cinema.sections = 3
    const shows = Array.from({ length: 60 }, (_, nth) => showOf(681, nth))
    for (const one of shows) await watch(one)
    await pass(minuteMs)
    const before = cinema.looks.length
    await pass(minuteMs)
    const looks = cinema.looks.slice(before)
    // Twenty calls a second, three for each look.
    expect(looks.length).toBeLessThanOrEqual(401)
    expect(looks.length).toBeGreaterThan(390)
    for (const one of shows) expect(looks.filter(look => look === one).length).toBeGreaterThanOrEqual(6)
  })
})

it('a sale of ours is looked at although the cinema’s budget is spent', async () => {
  const { cinema, bus, watch, pass } = openWatchedCinema()
  const screen = await watch(show)
  // A minute's worth of calls.
  await bus.spend(CinemaId.parse('681'), 1_200)
  await pass(10_000)
  expect(cinema.looks).toHaveLength(1)
  cinema.sell(show, 1)
  bus.tell({ kind: 'seats', showId: show })
  await pass(0)
  expect(screen.names()).toContain('delta')
})

describe('whoever connects', () => {
  it('is turned away when there are too many from one address, until one of them leaves', async () => {
    const { watch, pass } = openWatchedCinema()
    const screens = []
    for (let nth = 0; nth < perClientMax; nth++) screens.push(await watch(show, undefined, 'crowd'))
    await expect(watch(show, undefined, 'crowd')).rejects.toMatchObject({
      code: 'too-many-streams',
      retryAfterSeconds: 60,
    })
    await watch(show, undefined, 'neighbour')
    screens[0]?.leave()
    await pass(0)
    await watch(show, undefined, 'crowd')
  })

  it('is let go when the house closes, and nobody is let in any more', async () => {
    const { live, watch } = openWatchedCinema()
    const screen = await watch(show)
    await live.stop()
    expect(screen.closed).toBe(true)
    await expect(watch(show)).rejects.toMatchObject({ code: 'too-many-streams' })
  })
})
