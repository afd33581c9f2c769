import Seatchart, { type Options } from 'seatchart'
import 'seatchart/dist/seatchart.css'
import type { BenchHall } from '../../page/bench-hall.ts'
import type { Prepared } from '../../page/driver.ts'
import { enter } from '../../page/page-bench.ts'
import { placeOfElement } from '../place-of-element.ts'
import { colours } from '../plain-hall.ts'

/** DOM, an element a seat, one size; its cart and legend are left out. */
enter({ zoom: 'scroll', prepare })

/** A seat of 42 pixels with a margin of 4. */
const spacing = 50 / 42

function prepare({ hall: { seats, bands }, sold }: BenchHall): Prepared {
  const columns = Math.max(...seats.column.slice(0, 1000).map(Number))
  const indexOf = (seat: number) => ({ row: Math.floor(seat / columns), col: seat % columns })
  const ofArea = (area: number) => seats.band.flatMap((band, seat) => (band === area ? [indexOf(seat)] : []))
  const missing = Array.from(
    { length: indexOf(seats.id.length - 1).row * columns + columns - seats.id.length },
    (_, k) => indexOf(seats.id.length + k),
  )
  const types = bands.map((_, area) => [
    `area${area}`,
    { label: `Area ${area}`, price: 1, cssClass: `area-${area}`, seats: ofArea(area) },
  ])
  const options: Options = {
    map: {
      rows: indexOf(seats.id.length - 1).row + 1,
      columns,
      seatTypes: {
        default: { label: 'Default', price: 1, cssClass: 'area-0' },
        ...Object.fromEntries(types),
      },
      reservedSeats: [...sold].map(indexOf),
      disabledSeats: [...seats.damaged.map(indexOf), ...missing],
      columnSpacers: [Math.ceil(columns / 3), Math.ceil((columns * 2) / 3)],
    },
    cart: { visible: false },
    legendVisible: false,
  }
  const style = document.createElement('style')
  style.textContent = [
    ...colours.areas.map((colour, area) => `.area-${area} { background-color: ${colour} }`),
    `.sc-seat.sc-seat-reserved { background-color: ${colours.sold} }`,
    `.sc-seat.sc-seat-selected { background-color: ${colours.chosen} }`,
  ].join('\n')
  document.head.append(style)
  let chart: Seatchart | undefined
  let elements: HTMLCollectionOf<Element> | undefined

  return {
    show(root) {
      chart = new Seatchart(root, options)
      elements = root.getElementsByClassName('sc-seat')
    },
    place: seat => placeOfElement(elements?.[seat], spacing),
    chosen: () => chart?.getCart().map(({ index }) => index.row * columns + index.col) ?? [],
    change({ bought, givenBack }) {
      for (const seat of bought) chart?.setSeat(indexOf(seat), { state: 'reserved' })
      for (const seat of givenBack) chart?.setSeat(indexOf(seat), { state: 'available' })
    },
  }
}
