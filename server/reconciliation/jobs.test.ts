import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dialects, openTestJournal, type TestJournal } from '../journal/test-support/test-journal.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { createJobs, jobLeaseMs, type Lease, LostJob } from './jobs.ts'

const hourMs = 3_600_000

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

describe.each(dialects)('a job on %s', dialect => {
  let journal: TestJournal
  const clock = { at: 0, now: () => clock.at }
  beforeEach(async () => {
    journal = await openTestJournal(dialect === 'postgres' ? postgres : undefined)
  })
  afterEach(() => journal.close())

  const node = (owner: string) => createJobs({ db: journal.db, clock, owner })
  const counted = () => {
    const done: string[] = []
    const by = (owner: string) => node(owner).once('count', hourMs, async () => void done.push(owner))
    return { done, by }
  }

  test('is done once by three nodes, and again when its time has come', async () => {
    const { done, by } = counted()
    const answers = await Promise.all(['a', 'b', 'c'].map(by))
    expect(answers.filter(Boolean)).toHaveLength(1)
    clock.at += hourMs - 1
    expect(await by('b')).toBe(false)
    clock.at += 1
    expect(await by('b')).toBe(true)
    expect(done).toHaveLength(2)
  })

  test('is nobody else’s while it is done, however long that takes, and two jobs do not wait for each other', async () => {
    const { by, done } = counted()
    await node('a').once('count', hourMs, async ({ renew }) => {
      for (let passed = 0; passed < 10; passed++) {
        clock.at += jobLeaseMs - 1
        await renew()
        expect(await by('b')).toBe(false)
      }
      expect(await node('b').once('other', hourMs, async () => undefined)).toBe(true)
    })
    expect(done).toEqual([])
  })

  test('of a dead node goes to another, and the dead one is told when it wakes up', async () => {
    const { by, done } = counted()
    let lease: Lease | undefined
    let wake: () => void = () => undefined
    const sleeping = node('a').once('count', hourMs, async one => {
      lease = one
      await new Promise<void>(resolve => {
        wake = resolve
      })
      await one.renew()
    })
    await expect.poll(() => lease).toBeDefined()
    clock.at += jobLeaseMs
    expect(await by('b')).toBe(true)
    wake()
    await expect(sleeping).rejects.toThrow(LostJob)
    expect(done).toEqual(['b'])
    // What the other has done stands: it is not due again.
    expect(await by('c')).toBe(false)
  })

  test('that failed is tried again soon', async () => {
    const { by } = counted()
    const failing = node('a').once('count', hourMs, () => Promise.reject(new Error('no disk')))
    await expect(failing).rejects.toThrow('no disk')
    expect(await by('b')).toBe(false)
    clock.at += jobLeaseMs / 2
    expect(await by('b')).toBe(true)
  })
})
