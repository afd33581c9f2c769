import { expect, test } from 'vitest'
import { createAttempts } from './attempts.ts'

const start = () => {
  const clock = { at: 0, now: () => clock.at }
  const attempts = createAttempts({
    clock,
    free: 3,
    firstWaitMs: 1_000,
    maxWaitMs: 5_000,
    forgetMs: 60_000,
    maxKeys: 2,
  })
  return { clock, attempts }
}

test('a few tries are free, then each doubles the wait up to the longest', () => {
  const { clock, attempts } = start()
  const waits: number[] = []
  for (let n = 0; n < 8; n++) {
    const wait = attempts.begin('a')
    waits.push(wait)
    clock.at += wait
    if (wait > 0) expect(attempts.begin('a')).toBe(0)
  }
  expect(waits).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 5_000, 5_000])
})

test('a try before its time is not counted and does not make the wait longer', () => {
  const { clock, attempts } = start()
  for (let n = 0; n < 3; n++) attempts.begin('a')
  clock.at = 400
  expect([attempts.begin('a'), attempts.begin('a')]).toEqual([600, 600])
})

test('keys do not share their tries, and one that was right begins anew', () => {
  const { attempts } = start()
  for (let n = 0; n < 3; n++) attempts.begin('a')
  expect(attempts.begin('b')).toBe(0)
  attempts.succeeded('a')
  expect(attempts.begin('a')).toBe(0)
})

test('a forgiven try is one that never was', () => {
  const { attempts } = start()
  for (let n = 0; n < 3; n++) attempts.begin('a')
  attempts.forgive('a')
  expect([attempts.begin('a'), attempts.begin('a')]).toEqual([0, 1_000])
})

test('a key that was quiet for long begins anew', () => {
  const { clock, attempts } = start()
  for (let n = 0; n < 3; n++) attempts.begin('a')
  clock.at = 60_001
  expect([attempts.begin('a'), attempts.begin('a'), attempts.begin('a')]).toEqual([0, 0, 0])
})

test('no more keys are kept than fit: the quietest is forgotten', () => {
  const { attempts } = start()
  for (let n = 0; n < 3; n++) attempts.begin('a')
  attempts.begin('b')
  attempts.begin('c')
  expect(attempts.begin('a')).toBe(0)
})
