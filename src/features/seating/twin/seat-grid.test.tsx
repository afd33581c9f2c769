import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { layoutOf } from '../layout/hall-layout.ts'
import { seatLooks } from '../seat-look.ts'
import { drawHall } from '../test-hall.ts'
import { SeatGrid } from './seat-grid.tsx'

const context = { unavailable: new Set<number>(), own: new Set<number>() }

function gridOf(rows: readonly string[], selection: readonly number[]): string {
  const layout = layoutOf(drawHall({ rows }).hall)
  return renderToStaticMarkup(
    <SeatGrid
      layout={layout}
      context={context}
      looks={seatLooks(layout, context, undefined)}
      selection={selection}
      onToggle={() => undefined}
      onFocusSeat={() => undefined}
    />,
  )
}

describe('the grid of a hall', () => {
  it('puts a few hundred cells of 20,000 seats into the page and says how many there are', () => {
    const grid = gridOf(
      Array.from({ length: 100 }, () => 'o'.repeat(200)),
      [10_100],
    )
    expect(grid.match(/role="gridcell"/g)?.length).toBeLessThan(400)
    expect(grid).toContain('aria-rowcount="100"')
    expect(grid).toContain('aria-colcount="200"')
    expect(grid).toMatch(
      /<tr aria-rowindex="51">.*data-seat="10100" tabindex="0" aria-colindex="101" aria-selected="true"/i,
    )
  })

  it('has one stop, whatever the size of the hall', () => {
    expect(gridOf(['ooo', 'ooo'], []).match(/tabindex="0"/gi)).toHaveLength(1)
  })
})
