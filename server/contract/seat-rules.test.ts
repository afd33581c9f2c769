import { describe, expect, it } from 'vitest'
import type { SeatRules } from './hall.ts'
import { judgeSeats, refusalIn } from './judge-seats.ts'
import { ruleSentence } from './seat-rule-words.ts'
import { violationsOf } from './seat-rules.ts'
import { drawGround, redraw, strictRules } from './test-support/draw-seats.ts'

const house: SeatRules = { ...strictRules, companions: 'warn' }

interface Case {
  readonly rows: readonly string[]
  readonly rules?: Partial<SeatRules>
  readonly maxSeats?: number
  /** The rules that are broken, gravest first, each with how many seats it is about. */
  readonly broken: readonly string[]
  /** What the order is refused for. */
  readonly refused?: string
  readonly instead?: readonly string[]
}

/** Choices as guests make them in halls as they stand. Rows are drawn as in test-support/draw-seats.ts. */
const cases: Readonly<Record<string, Case>> = {
  'two in the middle of an empty row of a small hall': { rows: ['___XX____'], broken: [] },
  'the aisle end of the left block, flush': { rows: ['____XX||_______||______'], broken: [] },
  'one seat short of the aisle': {
    rows: ['___XX_||_______||______'],
    broken: ['single-gap 1'],
    refused: 'single-gap',
    instead: ['____MM||_______||______'],
  },
  'one seat short of the wall': {
    rows: ['______||_______||___XX_'],
    broken: ['single-gap 1'],
    refused: 'single-gap',
    instead: ['______||_______||__MM__'],
  },
  'three in a block of four between two aisles': { rows: ['______||_XXX||______'], broken: [] },
  'two in the middle of a block of four between two aisles': {
    rows: ['______||_XX_||______'],
    broken: ['single-gap 2'],
    refused: 'single-gap',
    instead: ['______||MM__||______'],
  },
  'beside neighbours who came first': { rows: ['__SSXX____'], broken: [] },
  'one seat away from neighbours who came first': {
    rows: ['__SS_XX___'],
    broken: ['single-gap 1'],
    refused: 'single-gap',
    instead: ['__SSMM____'],
  },
  'two in a hole of three that others have left': { rows: ['SSS_XXSSS'], broken: [] },
  'alone in the middle of a hole of three': {
    rows: ['SSS_X_SSS'],
    broken: ['single-gap 2'],
    refused: 'single-gap',
    instead: ['SSSM__SSS'],
  },
  'friends with their coats between them': {
    rows: ['___X_X____'],
    broken: ['single-gap 1'],
    refused: 'single-gap',
    instead: ['____MM____'],
  },
  'the last two seats of the house, with one between': {
    rows: ['SSX_XSSS'],
    broken: ['single-gap 1'],
    refused: 'single-gap',
    instead: ['SS_MMSSS'],
  },
  'three that the last three single seats are left for': { rows: ['X|X|X', 'SSSSSSSS'], broken: [] },
  'a broken seat at the wall': {
    rows: ['D_XX_____'],
    broken: ['single-gap 1'],
    refused: 'single-gap',
    instead: ['D__MM____'],
  },
  'a broken seat itself': { rows: ['____DX___'], broken: [] },
  'seats that the cinema holds back in the middle': { rows: ['____hhXX__'], broken: [] },
  'a run too short for this operator’s rule': {
    rows: ['_XX__', '__________'],
    rules: { gap: { ...strictRules.gap, shortestRun: 6 } },
    broken: [],
  },
  'a row long enough for this operator’s rule': {
    rows: ['_XX___', '__________'],
    rules: { gap: { ...strictRules.gap, shortestRun: 6 } },
    broken: ['single-gap 1'],
    refused: 'single-gap',
    instead: ['__MM__', '__________'],
  },
  'the edge of the golden area, where areas do not count': { rows: ['____aAAa____'], broken: [] },
  'the edge of the golden area, where areas count': {
    rows: ['____aAAa____'],
    rules: { gap: { ...strictRules.gap, areasBreakRuns: true } },
    broken: ['single-gap 2'],
    refused: 'single-gap',
    instead: ['____MMaa____'],
  },
  'a sofa in a row of sofas': { rows: ['lr|LR|lr|lr'], broken: [] },
  'half a sofa': { rows: ['lr|L_|lr'], broken: [] },
  'half a sofa whose other half is there': {
    rows: ['lr|Lr|lr'],
    broken: ['couple-split 1'],
    refused: 'couple-split',
  },
  'the neighbouring halves of two sofas': {
    rows: ['lRLr'],
    broken: ['couple-split 2'],
    refused: 'couple-split',
    instead: ['MMlr'],
  },
  'three friends on a sofa and the chair beside it': { rows: ['LRX____'], broken: [] },
  'the chairs that stand between a sofa and the aisle': {
    rows: ['lrXX_||____'],
    broken: ['single-gap 1'].slice(1),
  },
  'a wheelchair place at the row’s end, alone': { rows: ['W__________w'], broken: [] },
  'a wheelchair place with a companion': { rows: ['WX_________w'], broken: [] },
  'the seat beside a wheelchair place, for two without a wheelchair': {
    rows: ['wXX________w'],
    broken: ['companion-seat 1'],
    instead: ['w_MM_______w'],
  },
  'the same where the cinema insists': {
    rows: ['wXX________w'],
    rules: { companions: 'forbid' },
    broken: ['companion-seat 1'],
    refused: 'companion-seat',
    instead: ['w_MM_______w'],
  },
  'the same where the cinema does not mind': {
    rows: ['wXX________w'],
    rules: { companions: 'off' },
    broken: [],
  },
  'the seat beside a wheelchair place that is sold': { rows: ['vXX________w'], broken: [] },
  'one of two seats beside a wheelchair place': {
    rows: ['___wX__'],
    broken: [],
  },
  'both seats beside a wheelchair place': {
    rows: ['__XwX__'],
    broken: ['companion-seat 2'],
    instead: ['_MMw___'],
  },
  'the companion’s seat left alone': { rows: ['w_XX______w'], broken: [] },
  'the last seats there are, beside a wheelchair place': {
    rows: ['wXXSSS', 'wSSSSS'],
    broken: ['companion-seat 1'],
  },
  'one seat too many': {
    rows: ['XXXXX____'],
    maxSeats: 4,
    broken: ['limit 5'],
    refused: 'limit',
    instead: ['MMMM_____'],
  },
  'stalls and balcony in one order': {
    rows: ['___X____', '===', '___X____'],
    rules: { within: 'section' },
    broken: ['one-section 2'],
    refused: 'one-section',
    instead: ['___MM___', '===', '________'],
  },
  'two price areas in one order': {
    rows: ['__XXAA__'],
    rules: { within: 'area' },
    broken: ['one-area 4'],
    refused: 'one-area',
  },
}

describe('a choice in a hall as it stands', () => {
  it.each(Object.entries(cases))('%s', (_, { rows, rules, maxSeats, broken, refused, instead }) => {
    const { ground, chosen } = drawGround(rows, { ...house, ...rules }, maxSeats ? { maxSeats } : {})
    const judgement = judgeSeats(ground, chosen)
    const violations = judgement.kind === 'fine' ? [] : judgement.violations
    expect(violations.map(({ rule, seats }) => `${rule} ${seats.length}`)).toEqual(broken)
    expect(refusalIn(judgement)?.rule).toBe(refused)
    if (instead)
      expect(judgement.kind === 'violated' && redraw(rows, judgement.repair.seats)).toEqual(instead)
  })
})

describe('the sentence of a rule', () => {
  const said = (rows: readonly string[], rules: Partial<SeatRules> = {}) => {
    const { ground, chosen, ...hall } = drawGround(rows, { ...house, ...rules }, { maxSeats: 4 })
    const [violation] = violationsOf(ground, chosen)
    if (!violation) throw new Error('nothing is violated')
    return [ruleSentence(hall, violation, 'zh'), ruleSentence(hall, violation, 'en')]
  }

  it.each<[string, string[], Partial<SeatRules>, string, string]>([
    ['a gap', ['_XX___'], {}, 'Z排99座会成为单个空座', 'This would leave a single seat empty: row Z seat 99'],
    [
      'half a sofa',
      ['Lr'],
      {},
      '情侣座成对出售，Z排99座须与另一半一起买',
      'Couple seats are sold in pairs: row Z seat 99 lacks its other half',
    ],
    [
      'a companion’s seat',
      ['wX__'],
      {},
      'Z排97座紧邻轮椅席，请留给轮椅观众的同伴',
      'Row Z seat 97: kept for the companion of a wheelchair user',
    ],
    [
      'the limit',
      ['XXXXX'],
      {},
      '每单最多选4个座位，可先取消一个再选',
      'An order may have 4 seats at most; take one out first',
    ],
    [
      'the section',
      ['X', '===', 'X'],
      { within: 'section' },
      '一单的座位须在同一场区',
      'Seats of one order have to be in one section',
    ],
    [
      'two gaps in two sections',
      ['_X__', '===', '_X__'],
      {},
      'Section 1Z排99座；Section 2X排99座会成为单个空座',
      'This would leave a single seat empty: Section 1 row Z seat 99; Section 2 row X seat 99',
    ],
  ])('%s', (_, rows, rules, zh, en) => {
    expect(said(rows, rules)).toEqual([zh, en])
  })

  it('names seats of one row in one breath, from the left', () => {
    const { ground: _, ...hall } = drawGround(['____', '____'])
    expect(ruleSentence(hall, { rule: 'sold', seats: [2, 5, 0] }, 'zh')).toBe(
      'Z排99、95座；Y排97座已售，请选其他座位',
    )
  })
})
