import { expect, test } from 'vitest'
import { type Burst, feedWedge } from './wedge.ts'

interface Press {
  key: string
  afterMs: number
}

/** What the presses amount to, each `afterMs` after the one before it. */
function scansOf(presses: readonly Press[]): string[] {
  const scans: string[] = []
  let burst: Burst | undefined
  let atMs = 10_000
  for (const { key, afterMs } of presses) {
    atMs += afterMs
    const next = feedWedge(burst, key, atMs)
    burst = next.burst
    if (next.scanned !== undefined) scans.push(next.scanned)
  }
  return scans
}

const typed = (text: string, gapMs: number): Press[] => [...text].map(key => ({ key, afterMs: gapMs }))
const enter = (afterMs = 5): Press => ({ key: 'Enter', afterMs })
const token = 'Zk3_9-aQ4xLmT0cVb7yWpE'

test.each([
  ['a fast scanner', 1],
  ['a slow scanner', 30],
  ['a scanner at a busy computer', 65],
])('%s is heard', (_, gapMs) => {
  expect(scansOf([...typed(token, gapMs), enter()])).toEqual([token])
})

test('the Shift that a scanner holds for capitals leaves no trace', () => {
  const shifted = typed(token, 8).flatMap(press => [{ key: 'Shift', afterMs: 1 }, press])
  expect(scansOf([...shifted, enter()])).toEqual([token])
})

test('one hiccup of the computer does not break a scan', () => {
  const presses = typed(token, 3).map((press, i) => (i === 9 ? { ...press, afterMs: 380 } : press))
  expect(scansOf([...presses, enter()])).toEqual([token])
})

test.each([
  ['a guest who types fast', [...typed('2016011541719556', 90), enter(90)]],
  ['a scan without its end', typed(token, 2)],
  ['an Enter of its own', [enter()]],
  ['keys hit together', [...typed('asdf', 1), enter()]],
  ['an Enter long after a burst', [...typed(token, 2), enter(900)]],
])('%s is no scan', (_, presses) => {
  expect(scansOf(presses)).toEqual([])
})

test('what a guest typed before does not end up in the scan', () => {
  const scan = typed(token, 2)
  expect(scansOf([...typed('2016', 120), { key: 'Z', afterMs: 500 }, ...scan.slice(1), enter()])).toEqual([
    token,
  ])
})

test('one scan after the other', () => {
  expect(scansOf([...typed(token, 2), enter(), ...typed('abcdefgh12', 2), enter()])).toEqual([
    token,
    'abcdefgh12',
  ])
})
