import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { orderStates } from '../../../journal/record.ts'
import { live } from '../../simulation/live.ts'
import { drawDiagram, withDiagram } from './diagram.ts'
import { allMoves } from './moves.ts'

test('docs/order-lifecycle.md shows what the table does; `npm run lifecycle` draws it anew', () => {
  const page = readFileSync(new URL('../../../../docs/order-lifecycle.md', import.meta.url), 'utf8')
  expect(page).toBe(withDiagram(page, drawDiagram(allMoves())))
})

test('it reaches every state', () => {
  const reached = new Set(['DRAFT', ...allMoves().map(({ to }) => to)])
  expect(orderStates.filter(state => !reached.has(state))).toEqual([])
})

test('it has every move that orders make in whole lives', { timeout: 120_000 }, async () => {
  const drawn = new Set(allMoves().map(({ from, to }) => `${from} --> ${to}`))
  const lived = new Set<string>()
  for (let seed = 1; seed <= 120; seed++)
    for (const line of (await live(seed, { traced: true })).trace) {
      const [, from = '', to = ''] = /"from":"(\w+)".*"to":"(\w+)"/.exec(line) ?? []
      if (from !== to) lived.add(`${from} --> ${to}`)
    }
  expect([...lived].filter(move => !drawn.has(move))).toEqual([])
  // Too few would show nothing: what was looked for in the trace has changed.
  expect(lived.size).toBeGreaterThan(15)
})
