import { describe, expect, it } from 'vitest'
import { drawHall, type TestSection } from '../test-hall.ts'
import { layoutOf } from './hall-layout.ts'
import { sectionAreas } from './sections.ts'

const areasOf = (...sections: readonly TestSection[]) => sectionAreas(layoutOf(drawHall(...sections).hall))

describe('the sections of a hall', () => {
  it('have a part of the hall each, around all of their seats', () => {
    const areas = areasOf({ rows: ['oo', 'oo'] }, { rows: ['ooo'], origin: { x: 5, y: 1 } })
    expect(areas.map(({ section }) => section)).toEqual([0, 1])
    const [left, right] = areas.map(({ bounds }) => bounds)
    expect((left?.right ?? 0) - (left?.left ?? 0)).toBe(2)
    expect((right?.right ?? 0) - (right?.left ?? 0)).toBe(3)
    expect(left?.bottom).toBeGreaterThan(right?.bottom ?? 0)
  })

  it.each<[string, TestSection[]]>([
    ['there is but one', [{ rows: ['ooo'] }]],
    ['one has no seats', [{ rows: ['ooo'] }, { rows: [] }]],
    ['one lies amid another', [{ rows: ['oo  oo', 'oooooo'] }, { rows: ['oo'], origin: { x: 3, y: 1 } }]],
  ])('are not told apart where %s', (_, sections) => {
    expect(areasOf(...sections)).toEqual([])
  })

  it('are told apart when they collide in the plan, as they are set apart', () => {
    expect(areasOf({ rows: ['ooo'] }, { rows: ['ooo'] })).toHaveLength(2)
  })
})
