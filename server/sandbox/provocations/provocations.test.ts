import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bizMessages, isBizCode, retMessages } from '../protocol/codes.ts'
import { limitsAt } from '../protocol/rate-limiter.ts'
import type { Answer } from '../test-client.ts'
import { codesPage } from './codes-page.ts'
import { type Guest, openGuest } from './guest.ts'
import type { Provocation } from './provocation.ts'
import { chapters } from './provocations.ts'

const rows = chapters.flatMap(({ provocations }) => provocations)

test('each of the 124 codes has its rows, all of them in one chapter and side by side', () => {
  const codes = chapters.flatMap(({ provocations }) => {
    const ofChapter = provocations.map(({ code }) => code)
    return ofChapter.filter((code, index) => code !== ofChapter[index - 1])
  })
  expect(codes.toSorted()).toEqual([...Object.keys(retMessages), ...Object.keys(bizMessages)].toSorted())
  expect(codes).toHaveLength(124)
})

test('every way is told once, in full sentences', () => {
  const told = rows.map(({ code, api, how }) => `${code} ${api} ${how}`)
  expect(new Set(told).size).toBe(told.length)
  for (const { how } of rows) expect(how).toMatch(/^[A-Z].*\.$/)
})

test('docs/sandbox-codes.md tells what is done here; `npm run sandbox:codes` writes it anew', () => {
  const page = readFileSync(new URL('../../../docs/sandbox-codes.md', import.meta.url), 'utf8')
  expect(page).toBe(codesPage(chapters))
  // A bar in a cell would be another column.
  const tables = page.split('\n').filter(line => line.startsWith('|'))
  for (const line of tables) expect([3, 4]).toContain(line.split('|').length - 2)
})

const codeOf = ({ retCode, data }: Answer, { code }: Provocation) =>
  isBizCode(code) ? `${retCode} ${data?.bizCode}` : retCode

let guest: Guest
beforeAll(async () => {
  guest = await openGuest()
})
afterAll(() => guest.close())
// No row may live on the time that the one before it took, or on a fault that it left behind.
afterEach(async () => {
  const { aheadMs, faults } = await guest.state()
  if (aheadMs > 0 || faults.length > 0) await guest.reset()
})

describe.each(chapters)('$title ($paragraph)', ({ provocations }) => {
  test.each(provocations.filter(({ rate }) => rate === undefined))('$code: $how', async row => {
    await walk(row, guest)
    const { faults } = await guest.state()
    expect(faults, 'a fault that befell nothing was no cause').toEqual([])
  })
  for (const row of provocations) {
    const { code, how, rate } = row
    if (rate !== undefined)
      test(`${code}: ${how}`, async () => {
        const strict = await openGuest({ limits: limitsAt(rate) })
        await walk(row, strict).finally(strict.close)
      })
  }
})

/** One row over real HTTP. */
async function walk(row: Provocation, by: Guest): Promise<void> {
  const answer = await row.provoke(by)
  expect(answer.api).toBe(`ykse.partner.${row.api}`)
  expect(codeOf(answer, row)).toBe(isBizCode(row.code) ? `0 ${row.code}` : row.code)
}
