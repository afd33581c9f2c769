import { useEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import SeatPicker from 'react-seat-picker'
import type { BenchHall } from '../../page/bench-hall.ts'
import type { Changes, Prepared } from '../../page/driver.ts'
import { enter } from '../../page/page-bench.ts'
import { placeOfElement } from '../place-of-element.ts'

/** DOM, an element and a React component a seat, one size, one colour. */
enter({ zoom: 'scroll', prepare })

/** A seat of 28 pixels with a gap of 2. */
const spacing = 30 / 28

interface Handles {
  readonly chosen: Set<number>
  change(changes: Changes): void
}

function prepare(bench: BenchHall): Prepared {
  const handles: Handles = { chosen: new Set(), change: () => undefined }
  let elements: HTMLCollectionOf<Element> | undefined
  return {
    show(root) {
      createRoot(root).render(<PickerHall bench={bench} handles={handles} />)
      elements = root.getElementsByClassName('seat')
    },
    place: seat => placeOfElement(elements?.[seat], spacing),
    chosen: () => [...handles.chosen],
    change: changes => handles.change(changes),
  }
}

function PickerHall({ bench: { hall, sold }, handles }: { bench: BenchHall; handles: Handles }) {
  const [reserved, setReserved] = useState(() => new Set([...sold, ...hall.seats.damaged]))
  // It renders again only when `loading` differs: nothing and zero do, and neither lays its veil over the hall.
  const [loading, setLoading] = useState<false | 0>(false)
  const rows = useMemo(() => rowsOf(hall.seats, reserved), [hall, reserved])

  useEffect(() => {
    handles.change = ({ bought, givenBack }) => {
      setReserved(now => {
        const next = new Set(now)
        for (const seat of bought) next.add(seat)
        for (const seat of givenBack) next.delete(seat)
        return next
      })
      setLoading(now => (now === 0 ? false : 0))
    }
  }, [handles])

  return (
    <SeatPicker
      rows={rows}
      maxReservableSeats={hall.maxSeats}
      visible
      loading={loading}
      addSeatCallback={({ row, number, id }, add) => {
        handles.chosen.add(id)
        add(row, number, id)
      }}
      removeSeatCallback={({ row, number, id }, remove) => {
        handles.chosen.delete(id)
        remove(row, number)
      }}
    />
  )
}

type PickerRow = ({ id: number; number: number; isReserved: boolean } | null)[]

function rowsOf(seats: BenchHall['hall']['seats'], reserved: ReadonlySet<number>): PickerRow[] {
  const rows: PickerRow[] = []
  seats.id.forEach((_, seat) => {
    const row = seats.y[seat] ?? 0
    const line = rows[row] ?? []
    rows[row] = line
    while (line.length < (seats.x[seat] ?? 0)) line.push(null)
    line.push({ id: seat, number: Number(seats.column[seat]), isReserved: reserved.has(seat) })
  })
  return rows
}
