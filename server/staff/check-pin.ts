import { Problem } from '#contract/problem.ts'
import type { StaffSignIn } from '#contract/staff.ts'
import type { StaffMember } from '../config/staff-env.ts'
import type { Clock } from '../kernel/clock.ts'
import { matchesSlowly } from '../kernel/slow-hash.ts'
import { createAttempts } from './attempts.ts'

const secondMs = 1_000
const hourMs = 3_600_000

/** More at once would keep the machine's threads from everybody else. */
const atOnceMax = 4

/** Nobody's: an unknown person is answered as slowly as a known one. */
const nobody = 'scrypt:15:8:1:bm9ib2R5LW5vYm9keS1ubw:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/**
 * Who signs in. A person mistypes a few times at one address; from then on each wrong try doubles the wait, up to an
 * hour. From many addresses together a person's PIN can be tried about once in a quarter of an hour, so that six
 * digits hold for years; the person herself can still be kept waiting so, but not from the address where she has
 * just been right.
 *
 * @throws Problem sign-in-failed, the same for an unknown person and a wrong PIN; too-many-attempts
 */
export function createCheckPin(parts: { staff: readonly StaffMember[]; clock: Clock }) {
  const { staff, clock } = parts
  const rules = { clock, forgetMs: 24 * hourMs, maxKeys: 10_000 }
  const perPlace = createAttempts({ ...rules, free: 5, firstWaitMs: 30 * secondMs, maxWaitMs: hourMs })
  const perClient = createAttempts({ ...rules, free: 20, firstWaitMs: 30 * secondMs, maxWaitMs: hourMs })
  const perPerson = createAttempts({ ...rules, free: 30, firstWaitMs: 60 * secondMs, maxWaitMs: hourMs / 4 })
  const trusted = new Set<string>()
  let running = 0

  return async ({ staffId, pin }: StaffSignIn, client: string): Promise<StaffMember> => {
    const place = `${client} ${staffId}`
    const limits = [
      [perPlace, place],
      [perClient, client],
      ...(trusted.has(place) ? [] : ([[perPerson, staffId]] as const)),
    ] as const
    if (running >= atOnceMax) throw new Problem('too-many-attempts', { retryAfterSeconds: 1 })
    // Counted before they are judged, so that parallel ones can't slip through together.
    for (const [attempts, key] of limits) {
      const waitMs = attempts.begin(key)
      if (waitMs > 0)
        throw new Problem('too-many-attempts', { retryAfterSeconds: Math.ceil(waitMs / secondMs) })
    }
    const member = staff.find(({ id }) => id === staffId)
    running += 1
    const right = await matchesSlowly(pin, member?.pin ?? nobody).finally(() => {
      running -= 1
    })
    if (!right || member === undefined) {
      trusted.delete(place)
      throw new Problem('sign-in-failed')
    }
    perPlace.succeeded(place)
    perClient.forgive(client)
    if (!trusted.has(place)) perPerson.forgive(staffId)
    // Bounded by the staff there are and the places they work at.
    if (trusted.size < 1_000) trusted.add(place)
    return member
  }
}
