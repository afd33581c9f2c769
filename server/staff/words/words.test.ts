import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AttentionReason } from '#contract/attention.ts'
import { FindingKind } from '#contract/reconciliation.ts'
import type { Words } from '#contract/staff-orders.ts'
import { rules } from '../../ordering/core/decide.ts'
import { doubtWords } from './doubts.ts'
import { acts, sayLine } from './history.ts'
import { learntWords, sayLearnt } from './learnt.ts'
import { rulesWithoutWords, sayRule } from './rules.ts'
import { orderWords, paymentWords, refundWords, roleWords } from './states.ts'

const chinese = /[一-鿿]/
const bilingual = ({ zh, en }: Words) => chinese.test(zh) && /[a-z]/i.test(en) && !chinese.test(en)
const line = (kind: string, detail = {}) => sayLine({ seq: 1, at: 0, kind, detail })

describe('both languages', () => {
  test('are there for every rule of the engine', () => {
    expect(rulesWithoutWords).toEqual([])
    expect(rules.filter(({ name }) => !bilingual(sayRule(name) ?? { zh: '', en: '' }))).toEqual([])
  })

  test('are there for all states, answers and acts', () => {
    const all = [orderWords, paymentWords, roleWords, refundWords, ...Object.values(learntWords)]
    expect(all.flatMap(table => Object.values(table)).filter(words => !bilingual(words))).toEqual([])
    expect(Object.keys(acts).filter(kind => !bilingual(line(kind, { flag: 'overdue' }).says))).toEqual([])
  })

  test('are there for what each doubt means and what to do about it', () => {
    for (const reason of AttentionReason.options) {
      const { means, remedy } = doubtWords[reason]
      expect([bilingual(means), bilingual(remedy)]).toEqual([true, true])
    }
  })
})

describe('the history', () => {
  test.each([
    ['learnt: lock', 'locked', 'The cinema has locked the seats'],
    ['learnt: release', 'not released', 'The cinema has not released the seats'],
    ['learnt: confirm', 'NEGATIVE SEAT_NOT_FOUND', 'The cinema refused to issue tickets (SEAT_NOT_FOUND'],
    ['learnt: confirm', 'NOT PROCESSED 30004', 'The confirm was not processed (30004 time expired)'],
    ['learnt: confirm', 'UNKNOWN no answer in time', 'No clear answer to the confirm (no answer in time)'],
    ['learnt: order', 'not-found', 'The cloud does not know the order'],
    ['learnt: give back', 'not-processed 30004', 'The return was not processed (30004 time expired)'],
    ['learnt: refund', 'NOT SENT', 'The refund never reached the provider'],
  ])('says %s "%s" in plain words', (kind, outcome, en) => {
    expect(line(kind, { outcome }).says.en).toContain(en)
  })

  test('says how much was paid, how many seats, and who did what and why', () => {
    expect(line('learnt: payment', { outcome: 'PAID', paidFen: 9650 }).says).toEqual({
      zh: '支付平台：已付款 ¥96.50',
      en: 'The provider says: paid ¥96.50',
    })
    expect(line('guest: hold seats', { seats: 2, totalFen: 9600 }).says.zh).toBe('顾客选了 2 个座位，共 ¥96')
    expect(line('staff: settle', { flag: 'overdue', by: 'li', why: '已重启' })).toMatchObject({
      by: 'li',
      why: '已重启',
    })
  })

  test('shows a line that nobody has words for as it is written, and an odd one without its detail', () => {
    expect(line('an older rule').says).toEqual({ zh: 'an older rule', en: 'an older rule' })
    expect(sayLearnt('lock', 'melted')).toBeUndefined()
    expect(line('learnt: lock', { outcome: 'melted' }).says.en).toBe('learnt: lock')
    expect(line('guest: pay', { by: 7 })).toEqual({
      seq: 1,
      at: '1970-01-01T08:00:00+08:00',
      says: { zh: '顾客要付款', en: 'Guest wants to pay' },
    })
  })
})

test('the runbook has an entry for every flag and every finding', () => {
  const runbook = readFileSync('docs/runbook.md', 'utf8')
  const codes = [...AttentionReason.options, ...FindingKind.options]
  expect(codes.filter(code => !runbook.includes(`\n| \`${code}\` `))).toEqual([])
})
