import { describe, expect, it } from 'vitest'
import type { Cinema } from '#contract/catalog.ts'
import { CinemaId } from '#contract/ids.ts'
import { done, type Outcome } from '../kernel/outcome.ts'
import type { CloudLock, MovieCloud } from '../moviecloud/gateway-types.ts'
import { watchCloud } from './cloud-watch.ts'
import { sampleShow } from './test-support/sample.ts'

const lost: Outcome<never> = { kind: 'unknown', reason: 'timeout' }
const refused = (code: string): Outcome<never> => ({ kind: 'refused', code, meaning: '' })

/** A watched cloud that answers what the test says, and what became known of it. */
function world() {
  const answers = { cinemas: done([]) as Outcome<Cinema[]>, lock: lost as Outcome<CloudLock> }
  const known: string[] = []
  const never = () => Promise.reject(new Error('not asked for in this test'))
  const cloud: MovieCloud = {
    cinemas: async () => answers.cinemas,
    lockSeats: async () => answers.lock,
    shows: never,
    hallPlans: never,
    showAreas: never,
    soldSeats: never,
    releaseSeats: never,
    freezeConfirm: () => '',
    confirm: never,
    order: never,
    goodsOrder: never,
    ticket: never,
    reverse: never,
    giveBack: never,
    goods: never,
    memberCard: never,
    cardCharges: never,
    cardBalance: never,
    cardPrice: never,
    cardAllowance: never,
    benefitCard: never,
    sealCardPassword: () => '',
  }
  const watch = watchCloud(cloud, {
    onTrouble: ({ call, kind, why }) => known.push(`${call} ${kind} ${why}`),
    onRecovery: () => known.push('recovered'),
  })
  watch.onShowChanged(cinemaId => known.push(`changed ${cinemaId}`))
  watch.onSeatsMoved(show => known.push(`moved ${show.scheduleId}`))
  const ask = (outcome: Outcome<Cinema[]>) => {
    answers.cinemas = outcome
    return watch.cloud.cinemas()
  }
  const lock = (outcome: Outcome<CloudLock>) => {
    answers.lock = outcome
    return watch.cloud.lockSeats(sampleShow({ cinemaId: CinemaId.parse('681') }), {
      lockRequestId: '1',
      seatIds: [],
    })
  }
  return { watch, known, ask, lock }
}

describe('a watched cloud', () => {
  it('counts as down after two lost answers in a row, not after one', async () => {
    const { watch, ask } = world()
    for (const outcome of [lost, done([]), lost]) await ask(outcome)
    expect(watch.health()).toBe('up')
    await ask(lost)
    expect(watch.health()).toBe('down')
  })

  it('counts as down at once when nobody is there', async () => {
    const { watch, ask } = world()
    await ask({ kind: 'not-sent', reason: 'connection refused' })
    expect(watch.health()).toBe('down')
  })

  it.each([done([]), refused('CINEMA_INVALID')])(
    'is up again with its first answer, even a no',
    async answer => {
      const { watch, known, ask } = world()
      for (const outcome of [lost, lost, lost, lost, answer]) await ask(outcome)
      expect(watch.health()).toBe('up')
      expect(known.slice(0, 3)).toEqual(['cinemas unknown timeout', 'cinemas unknown timeout', 'recovered'])
    },
  )

  it('tells when a show of ours is out of date, and when seats moved, however the lock went', async () => {
    const { known, lock } = world()
    await lock(refused('SCHEDULE_HAS_CHANGED'))
    await lock(refused('LOCK_SEAT_ERROR'))
    expect(known).toEqual([
      'lockSeats refused SCHEDULE_HAS_CHANGED',
      'changed 681',
      'moved 18406',
      'lockSeats refused LOCK_SEAT_ERROR',
      'moved 18406',
    ])
  })

  it('passes every answer on as it is', async () => {
    const { ask } = world()
    for (const outcome of [done([]), lost, refused('X')]) expect(await ask(outcome)).toBe(outcome)
  })
})
