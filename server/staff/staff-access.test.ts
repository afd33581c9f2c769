import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { StaffId } from '#contract/staff.ts'
import type { StaffMember } from '../config/staff-env.ts'
import { createFieldCipher } from '../journal/field-cipher.ts'
import { dialects, openTestJournal, type TestJournal } from '../journal/test-support/test-journal.ts'
import { hashSlowly } from '../kernel/slow-hash.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { createStaffSessions } from './sessions.ts'
import { createStaffAccess } from './staff-access.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const cipher = createFieldCipher(Buffer.alloc(32, 3))
const pin = await hashSlowly('739104')
const li: StaffMember = { id: StaffId.parse('li'), name: '李莉', role: 'cashier', pin }
const right = { staffId: li.id, pin: '739104' }
const wrong = { staffId: li.id, pin: '739105' }
const unknown = { staffId: StaffId.parse('lei'), pin: '739104' }

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

describe.each(dialects)('staff on %s', dialect => {
  let journal: TestJournal
  const clock = { at: 0, now: () => clock.at }
  beforeAll(async () => {
    journal = await openTestJournal(dialect === 'postgres' ? postgres : undefined)
  })
  afterAll(() => journal.close())
  beforeEach(() => {
    clock.at += 100 * hourMs
  })

  const enter = (staff: readonly StaffMember[] = [li]) => {
    const sessions = createStaffSessions({ db: journal.db, cipher, staff, clock, random: randomBytes })
    return createStaffAccess({ staff, sessions, clock })
  }
  const codeOf = (act: Promise<unknown>) =>
    act.then(
      () => 'in',
      error => error.code,
    )

  test('sign in with their PIN and are known by their token, on every node', async () => {
    const { token, session } = await enter().signIn(right, 'a')
    expect(session.staff).toEqual({ id: 'li', name: '李莉', role: 'cashier' })
    expect(await enter().identify(token)).toEqual(session)
    expect(await enter().identify(`${token.slice(0, -1)}!`)).toBeUndefined()
    expect(await journal.everything()).not.toContain(token)
  })

  test('are answered the same for an unknown person and a wrong PIN', async () => {
    const access = enter()
    expect(await codeOf(access.signIn(wrong, 'a'))).toBe('sign-in-failed')
    expect(await codeOf(access.signIn(unknown, 'a'))).toBe('sign-in-failed')
  })

  test('are signed out after half an hour without an act, and after a shift', async () => {
    const access = enter()
    const { token } = await access.signIn(right, 'a')
    clock.at += 29 * minuteMs
    expect(await access.identify(token)).toBeDefined()
    clock.at += 29 * minuteMs
    expect(await access.identify(token)).toBeDefined()
    clock.at += 30 * minuteMs
    expect(await access.identify(token)).toBeUndefined()

    const shift = await access.signIn(right, 'a')
    for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
      clock.at += 20 * minuteMs
      expect(await access.identify(shift.token)).toBeDefined()
    }
    clock.at += 20 * minuteMs
    expect(await access.identify(shift.token)).toBeUndefined()
  })

  test('are signed out by themselves, by a new PIN, and by leaving the list', async () => {
    const { token } = await enter().signIn(right, 'a')
    expect(await enter([]).identify(token)).toBeUndefined()
    const newPin = await hashSlowly('739104')
    expect(await enter([{ ...li, pin: newPin }]).identify(token)).toBeUndefined()
    expect(await enter().identify(token)).toBeDefined()
    await enter().signOut(token)
    expect(await enter().identify(token)).toBeUndefined()
  })

  test('have the role that the list gives them now, not at sign-in', async () => {
    const { token } = await enter().signIn(right, 'a')
    const session = await enter([{ ...li, role: 'manager' }]).identify(token)
    expect(session?.staff.role).toBe('manager')
  })
})

describe('guessing', () => {
  let journal: TestJournal
  beforeAll(async () => {
    journal = await openTestJournal()
  })
  afterAll(() => journal.close())
  const start = () => {
    const clock = { at: 0, now: () => clock.at }
    const staff = [li]
    const sessions = createStaffSessions({ db: journal.db, cipher, staff, clock, random: randomBytes })
    return { clock, access: createStaffAccess({ staff, sessions, clock }) }
  }
  const outcome = (act: Promise<unknown>) =>
    act.then(
      () => 'in',
      error => error.retryAfterSeconds ?? error.code,
    )

  test('is slowed down more with each wrong try, for unknown persons too, and the right PIN waits as well', async () => {
    for (const guess of [wrong, unknown]) {
      const { clock, access } = start()
      for (let n = 0; n < 5; n++) expect(await outcome(access.signIn(guess, 'a'))).toBe('sign-in-failed')
      expect(await outcome(access.signIn(guess, 'a'))).toBe(30)
      expect(await outcome(access.signIn({ ...guess, pin: '739104' }, 'a'))).toBe(30)
      clock.at += 30_000
      expect(await outcome(access.signIn(guess, 'a'))).toBe('sign-in-failed')
      expect(await outcome(access.signIn(guess, 'a'))).toBe(60)
    }
  })

  test('begins anew once the PIN was right', async () => {
    const { access } = start()
    for (let n = 0; n < 4; n++) await outcome(access.signIn(wrong, 'a'))
    expect(await outcome(access.signIn(right, 'a'))).toBe('in')
    for (let n = 0; n < 5; n++) expect(await outcome(access.signIn(wrong, 'a'))).toBe('sign-in-failed')
  })

  test('does not get further by trying one address after another, nor keeps the person from her own', async () => {
    const { clock, access } = start()
    expect(await outcome(access.signIn(right, 'counter'))).toBe('in')
    for (let n = 0; n < 30; n++)
      expect(await outcome(access.signIn(wrong, `thief ${n}`))).toBe('sign-in-failed')
    expect(await outcome(access.signIn(wrong, 'thief 31'))).toBe(60)
    expect(await outcome(access.signIn(right, 'counter'))).toBe('in')
    clock.at += 60_000
    expect(await outcome(access.signIn(wrong, 'thief 32'))).toBe('sign-in-failed')
    expect(await outcome(access.signIn(wrong, 'thief 33'))).toBe(120)
  })

  test('does not get further by trying one person after another from one address', async () => {
    const { access } = start()
    for (let n = 0; n < 20; n++)
      expect(await outcome(access.signIn({ ...wrong, staffId: StaffId.parse(`x${n}`) }, 'a'))).toBe(
        'sign-in-failed',
      )
    expect(await outcome(access.signIn(right, 'a'))).toBe(30)
  })

  test('does not get further by many tries at once', async () => {
    const { access } = start()
    const tries = await Promise.all(Array.from({ length: 40 }, () => outcome(access.signIn(wrong, 'a'))))
    expect(tries.filter(one => one === 'sign-in-failed').length).toBeLessThanOrEqual(5)
  })
})
