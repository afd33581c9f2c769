import { describe, expect, test } from 'vitest'
import { posterPlan } from './poster-art.tsx'
import { brokenTitle } from './title.tsx'

const codes = Array.from({ length: 60 }, (_, i) => `0011${String(i * 7919).padStart(8, '0')}`)

describe('a film’s poster', () => {
  test('is the same for the same code, down to the last number', () => {
    for (const code of codes) {
      const [first, second] = [posterPlan(code), posterPlan(code)]
      expect(second.composition.name).toBe(first.composition.name)
      expect(second.palette).toBe(first.palette)
      expect(Array.from({ length: 20 }, () => second.random.next())).toEqual(
        Array.from({ length: 20 }, () => first.random.next()),
      )
    }
  })

  test('uses every composition and many palettes over a programme’s worth of codes', () => {
    const plans = codes.map(posterPlan)
    expect(new Set(plans.map(plan => plan.composition.name)).size).toBe(11)
    expect(new Set(plans.map(plan => plan.palette.high)).size).toBeGreaterThanOrEqual(7)
  })
})

test.each([
  ['流浪地球', ['流浪地球']],
  ['银河补习班', ['银河补习班']],
  ['一部名字特别长的电影', ['一部名字特', '别长的电影']],
  ['沙丘：第二部', ['沙丘：', '第二部']],
  ['The Long Way Home', ['The Long', 'Way Home']],
])('the title %s breaks into %j', (name, lines) => {
  expect(brokenTitle(name)).toEqual(lines)
})

test('an endless title ends in an ellipsis after four lines', () => {
  const lines = brokenTitle('很长'.repeat(20))
  expect(lines).toHaveLength(4)
  expect(lines.at(-1)).toMatch(/…$/)
})
