import { SeatMapCanvas } from '@alisaitteke/seatmap-canvas'
import '@alisaitteke/seatmap-canvas/dist/esm/seatmap.canvas.css'
import type { BenchHall } from '../../page/bench-hall.ts'
import type { Changes, Prepared } from '../../page/driver.ts'
import { enter } from '../../page/page-bench.ts'
import { placeOfElement } from '../place-of-element.ts'
import { colours } from '../plain-hall.ts'

/** As in its examples: seats are discs of radius 12, 30 apart. */
const apart = 30
const radius = 12
const maxZoom = 1.9
/** It lets seats be tapped only this near, and covers them with their block before. */
const tappableZoom = maxZoom - 0.2

/** SVG, a group and a disc a seat; one block, since it hides the seats of several behind their names. */
enter({ zoom: 'wheel', tappable: apart * tappableZoom, prepare })

function prepare({ hall, sold }: BenchHall): Prepared {
  const damaged = new Set(hall.seats.damaged)
  const seats = hall.seats.id.map((_, seat) => ({
    id: seat,
    x: (hall.seats.x[seat] ?? 0) * apart,
    y: (hall.seats.y[seat] ?? 0) * apart,
    title: hall.seats.column[seat] ?? '',
    salable: !sold.has(seat) && !damaged.has(seat),
  }))
  const rows = new Map(hall.seats.y.map((y, seat) => [y, hall.seats.row[seat] ?? '']))
  const labels = [...rows].map(([y, title]) => ({ title, x: -2 * apart, y: y * apart }))
  let map: SeatMapCanvas | undefined
  let discs: readonly Element[] = []

  const drawn = (seat: number) => map?.svg.stage.blocks.getBlock(1)?.seats.getSeatByIndex(seat)
  function setSalable(seat: number, salable: boolean) {
    const found = drawn(seat)
    if (!found) return
    found.item.salable = salable
    found.updateColor()
  }
  return {
    show(root) {
      root.id = 'root'
      map = new SeatMapCanvas('#root', {
        max_zoom: maxZoom,
        min_zoom: 0.01,
        style: {
          seat: {
            radius,
            color: colours.areas[0],
            not_salable: colours.sold,
            selected: colours.chosen,
            hover: colours.areas[1],
            focus: colours.areas[0],
            focus_out: colours.areas[0],
          },
          block: { fill: colours.floor, stroke: colours.floor },
        },
      })
      map.eventManager.addEventListener('SEAT.CLICK', seat => {
        if (seat.isSelected()) seat.unSelect()
        else seat.select()
      })
      map.data.addBulkBlock([{ id: 1, title: 'Hall', color: colours.floor, labels, seats }])
    },
    place(seat) {
      if (discs.length < seats.length) discs = [...document.querySelectorAll('#root .seat-circle')]
      return placeOfElement(discs[seat], apart / (2 * radius))
    },
    chosen: () => map?.data.getSelectedSeats().map(({ id }) => id) ?? [],
    change({ bought, givenBack }: Changes) {
      for (const seat of bought) setSalable(seat, false)
      for (const seat of givenBack) setSalable(seat, true)
    },
  }
}
