import { expect, test } from 'vitest'
import { createBreaker } from './breaker.ts'

function setUp() {
  const time = { now: 1_000_000 }
  const breaker = createBreaker({ now: () => time.now })
  const fail = (times: number) => {
    for (let i = 0; i < times; i++) breaker.note('unanswered')
  }
  return { time, breaker, fail }
}

test('four unanswered calls stop nobody, the fifth opens it', () => {
  const { breaker, fail } = setUp()
  fail(4)
  expect(breaker.allows()).toBe(true)
  fail(1)
  expect(breaker.allows()).toBe(false)
})

test('an answer in between starts the count again', () => {
  const { breaker, fail } = setUp()
  fail(4)
  breaker.note('answered')
  fail(4)
  expect(breaker.allows()).toBe(true)
})

test('after two seconds one call looks, the others wait; its answer closes it', () => {
  const { time, breaker, fail } = setUp()
  fail(5)
  time.now += 1_999
  expect(breaker.allows()).toBe(false)
  time.now += 1
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false])
  breaker.note('answered')
  expect([breaker.allows(), breaker.allows()]).toEqual([true, true])
})

test('a look without an answer opens it for two seconds more', () => {
  const { time, breaker, fail } = setUp()
  fail(5)
  time.now += 2_000
  expect(breaker.allows()).toBe(true)
  fail(1)
  time.now += 1_999
  expect(breaker.allows()).toBe(false)
  time.now += 1
  expect(breaker.allows()).toBe(true)
})

test('a look that never ends is followed by another', () => {
  const { time, breaker, fail } = setUp()
  fail(5)
  time.now += 2_000
  expect(breaker.allows()).toBe(true)
  time.now += 2_000
  expect(breaker.allows()).toBe(true)
})

test('a clock that is set back does not keep it open', () => {
  const { time, breaker, fail } = setUp()
  fail(5)
  time.now -= 3_600_000
  expect(breaker.allows()).toBe(true)
})
