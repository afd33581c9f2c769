import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { Fault, type SetFault } from '#contract/sandbox-faults.ts'
import { aimOf, effectOf, lengthOf } from './fault-words.ts'
import { asItStood, curlFor, presetFault, presetNames, standing } from './presets.ts'

const aim = { confirm: 'order.confirmOrder', cinemaLinkId: '681' }
const set = (fault: Parameters<typeof Fault.parse>[0], more: Partial<SetFault> = {}): SetFault => ({
  id: 1,
  fault: Fault.parse(fault),
  befell: 0,
  ...more,
})

test.each(presetNames)('the preset %s is a fault that the sandbox takes, and has words', name => {
  const fault = presetFault(name, aim)
  expect(Fault.parse(fault)).toMatchObject({ cinemaLinkId: '681' })
  for (const language of ['zh', 'en'] as const) {
    const words = [effectOf(fault, language), ...aimOf(fault, language), lengthOf(fault, language)].join()
    expect(words).not.toMatch(/undefined|NaN/)
  }
})

describe('a preset’s switch', () => {
  const fault = presetFault('lyingRetry', aim)
  test('is on when just this fault stands, under its full name as well', () => {
    const stands = set({ ...fault, api: 'ykse.partner.order.confirmOrder' })
    expect(standing(fault, [set({ kind: 'reset' }), stands])).toBe(stands)
  })
  test('is off when the fault stands for another cinema', () => {
    expect(standing(fault, [set({ ...fault, cinemaLinkId: '112' })])).toBeUndefined()
    expect(standing(presetFault('lyingRetry', { confirm: aim.confirm }), [set(fault)])).toBeUndefined()
  })
})

test('what is undone has no more calls and no more time than it had left', () => {
  const fault = set({ kind: 'reset', times: 5, forMs: 60_000 }, { left: 2, until: 50_000 })
  expect(asItStood(fault, 30_000)).toMatchObject({ kind: 'reset', times: 2, forMs: 20_000 })
  expect(asItStood(fault, 60_000).forMs).toBe(1)
})

test('the curl line says to a shell what the page would send', () => {
  const fault = { kind: 'refuse', code: "O'K $HOME" } as const
  const line = curlFor(fault, 'here').replace('curl', 'printf "%s\\n"')
  const words = execFileSync('sh', ['-c', line], { encoding: 'utf8' }).trim().split('\n')
  expect(JSON.parse(words.at(-1) ?? '')).toEqual(fault)
  expect(words).toContain('here/control/faults')
})

test.each([
  [{ kind: 'lose-answer' }, 'the next call'],
  [{ kind: 'lose-answer', times: 3 }, 'the next 3 calls'],
  [{ kind: 'lose-answer', forMs: 60_000 }, 'for 1 min'],
  [{ kind: 'lose-answer', probability: 0.1 }, 'until removed'],
  [{ kind: 'lose-answer', times: 'always' }, 'until removed'],
] as const)('%j lasts %s', (fault, words) => {
  expect(lengthOf(fault, 'en')).toBe(words)
})
