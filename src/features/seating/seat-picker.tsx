import { useEffect, useMemo, useRef, useState } from 'react'
import type { Hall } from '#contract/hall.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { bestSeats, type Suggestion } from './best-seats.ts'
import { HallCanvas, type HallCanvasHandle } from './canvas/hall-canvas.tsx'
import { type HallLayout, layoutOf } from './layout/hall-layout.ts'
import { MapButtons } from './map-buttons.tsx'
import { seatingMessages } from './messages.ts'
import { PartySize } from './party-size.tsx'
import { PriceLegend } from './price-legend.tsx'
import { SeatGrid } from './seat-grid.tsx'
import { seatLook, seatLooks } from './seat-look.ts'
import { noticeSentence, seatLabels } from './seat-words.ts'
import './seating.css'
import { type Notice, reconcile, type SelectionContext, toggle } from './selection.ts'
import { StateLegend } from './state-legend.tsx'
import { usePalette } from './use-palette.ts'

interface SeatPickerProps {
  hall: Hall
  /** Indexes into the hall's seats that nobody can buy at this moment. */
  unavailable: ReadonlySet<number>
  /** Seats that this guest's present hold has locked: free for her. */
  own: ReadonlySet<number>
  /** In the order in which they were chosen. */
  selection: readonly number[]
  onSelectionChange: (indexes: readonly number[]) => void
  density: 'kiosk' | 'phone'
}

/** What the line under the map says, as facts: the words follow the language of the moment. */
type Said =
  | Notice
  | { readonly kind: 'suggested'; readonly seats: Suggestion }
  | { readonly kind: 'none-together'; readonly size: number; readonly atThisPrice: boolean }
  | { readonly kind: 'went-nearer' }

interface Suggested {
  readonly size: number
  readonly all: readonly Suggestion[]
  readonly at: number
}

/**
 * The hall to choose seats from: the map, what its colours cost, the best seats for a party, and one line that
 * says what became of a tap. It fills the height that it is given. The selection belongs to the caller; a seat
 * that somebody else takes is dropped from it and named.
 */
export function SeatPicker(props: SeatPickerProps) {
  const { hall, unavailable, own, selection, onSelectionChange, density } = props
  const words = useMessages(seatingMessages)
  const layout = layoutOf(hall)
  const context = useMemo(() => ({ unavailable, own }), [unavailable, own])
  const [shownBand, setShownBand] = useState<number>()
  const [said, setSaid] = useState<Said>()
  const [suggested, setSuggested] = useState<Suggested>()
  const [focused, setFocused] = useState<number>()
  const map = useRef<HallCanvasHandle>(null)
  const palette = usePalette(hall.bands)
  const looks = useMemo(() => seatLooks(layout, context, shownBand), [layout, context, shownBand])
  const freeCounts = useMemo(
    () => countFree(layout, seatLooks(layout, context, undefined)),
    [layout, context],
  )

  useEffect(() => {
    const kept = reconcile(hall, selection, context)
    if (!kept.notice) return
    setSaid(kept.notice)
    setSuggested(undefined)
    onSelectionChange(kept.selection)
  }, [hall, selection, context, onSelectionChange])

  function tap(seat: number) {
    const next = toggle(hall, selection, seat, context)
    setSaid(next.notice)
    setSuggested(undefined)
    if (next.selection !== selection) onSelectionChange(next.selection)
  }

  function suggest(size: number) {
    const wanted = (seat: number) => shownBand === undefined || layout.band[seat] === shownBand
    const all = bestSeats(layout, size, unavailableTo(context), wanted)
    if (all.length === 0) {
      setSaid({ kind: 'none-together', size, atThisPrice: shownBand !== undefined })
      setSuggested(undefined)
    } else {
      take({ size, all, at: 0 })
    }
  }

  function take(next: Suggested) {
    const seats = next.all[next.at] ?? []
    setSuggested(next)
    setSaid({ kind: 'suggested', seats })
    onSelectionChange(seats)
    map.current?.reveal(seats)
  }

  function sentence(): string {
    if (said === undefined) {
      return selection.length > 0
        ? words.picked(selection.length, seatLabels(layout, selection, words))
        : words.hint
    }
    switch (said.kind) {
      case 'suggested':
        return words.suggested(seatLabels(layout, said.seats, words))
      case 'none-together':
        return said.atThisPrice ? words.noneTogetherHere(said.size) : words.noneTogether(said.size)
      case 'went-nearer':
        return words.zoomedForYou
      default:
        return noticeSentence(layout, said, words)
    }
  }

  return (
    <section aria-label={words.map} data-density={density} className="flex h-full min-h-0 flex-col gap-2.5">
      <div className="relative min-h-0 flex-1 overflow-hidden rounded-3xl bg-(--hall-floor) ring-1 ring-ink-800 ring-inset">
        <HallCanvas
          key={density}
          ref={map}
          layout={layout}
          looks={looks}
          selection={selection}
          focused={focused}
          palette={palette}
          screenWord={words.screen}
          onTapSeat={tap}
          onTapWentNearer={() => setSaid({ kind: 'went-nearer' })}
          {...scales[density]}
        />
        <SeatGrid
          layout={layout}
          context={context}
          selection={selection}
          onToggle={tap}
          onFocusSeat={setFocused}
        />
        <MapButtons onZoom={factor => map.current?.zoom(factor)} onFit={() => map.current?.fit()} />
      </div>
      <StateLegend layout={layout} />
      <p role="status" className="min-h-6 text-base text-paper leading-6">
        {sentence()}
      </p>
      <div className={chipRow}>
        <PriceLegend
          layout={layout}
          freeCounts={freeCounts}
          shownBand={shownBand}
          onShowBand={setShownBand}
        />
      </div>
      <div className={chipRow}>
        <PartySize
          size={suggested?.size}
          maxSeats={hall.maxSeats}
          onChoose={suggest}
          onAnother={
            suggested && suggested.all.length > 1
              ? () => take({ ...suggested, at: (suggested.at + 1) % suggested.all.length })
              : undefined
          }
        />
      </div>
    </section>
  )
}

/** CSS pixels per seat pitch: at most at first sight, and when one has gone as near as one can. */
const scales = {
  kiosk: { largest: 78, nearest: 104 },
  phone: { largest: 52, nearest: 72 },
} as const

/** On a phone chips go on to the right, under the thumb; a kiosk has room for all of them. */
const chipRow =
  'no-scrollbar flex gap-2 overflow-x-auto in-data-[density=kiosk]:flex-wrap in-data-[density=phone]:-mx-1 px-1'

/** What she cannot have: everything unavailable but her own hold. */
function unavailableTo(context: SelectionContext): ReadonlySet<number> {
  return new Set([...context.unavailable].filter(seat => !context.own.has(seat)))
}

function countFree(layout: HallLayout, looks: Uint8Array): readonly number[] {
  const counts = layout.hall.bands.map(() => 0)
  looks.forEach((look, seat) => {
    const band = layout.band[seat] ?? 0
    if (look === seatLook.free) counts[band] = (counts[band] ?? 0) + 1
  })
  return counts
}
