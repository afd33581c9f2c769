import { useMemo, useRef, useState } from 'react'
import type { Hall } from '#contract/hall.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useAnnouncement } from '#src/ui/announcer.tsx'
import { HallCanvas, type HallCanvasHandle } from './canvas/hall-canvas.tsx'
import { SeatCard } from './detail/seat-card.tsx'
import { KindLegend } from './kind-legend.tsx'
import { type HallLayout, layoutOf } from './layout/hall-layout.ts'
import { MapButtons } from './map-buttons.tsx'
import { MessageLine } from './message-line.tsx'
import { seatingMessages } from './messages.ts'
import { MiniMap, type MiniMapHandle } from './navigation/mini-map.tsx'
import { sectionTags } from './navigation/section-tags.ts'
import { usePaletteOnDocument } from './palette-choice.ts'
import { PaletteSwitch } from './palette-switch.tsx'
import { PartySize } from './party-size.tsx'
import { PriceLegend } from './price-legend.tsx'
import { type SeatKind, seatLook, seatLooks } from './seat-look.ts'
import { judgementOf } from './seat-rules.ts'
import './seating.css'
import { StateLegend } from './state-legend.tsx'
import { SeatGrid } from './twin/seat-grid.tsx'
import { useSeatNews } from './twin/use-seat-news.ts'
import { usePalette } from './use-palette.ts'
import { useSeatPicking } from './use-seat-picking.ts'

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

/** CSS pixels per seat pitch: at most at first sight, and when one has gone as near as one can. */
const scales = {
  kiosk: { largest: 78, nearest: 84 },
  phone: { largest: 52, nearest: 72 },
} as const

/** CSS pixels that the hall in the corner may take. */
const miniMapRoom = { kiosk: { width: 220, height: 180 }, phone: { width: 112, height: 96 } } as const

/** A kiosk shows all sizes of a party at once. */
const largestAtKiosk = 8

/** What belongs to the map stands below it, or beside it where the whole is much wider than high. */
const arrangement =
  'flex h-full flex-col gap-2.5 [@container_(min-aspect-ratio:8/5)]:flex-row [@container_(min-aspect-ratio:8/5)]:gap-6'
const stage =
  'flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden rounded-3xl bg-(--hall-floor) ring-1 ring-ink-800 ring-inset'
const footer =
  'flex shrink-0 flex-wrap items-end justify-end gap-x-3 gap-y-1.5 p-2.5 pl-3 in-data-[density=kiosk]:pl-5'
const panel =
  'flex shrink-0 flex-col gap-2 [@container_(min-aspect-ratio:8/5)]:w-80 [@container_(min-aspect-ratio:8/5)]:justify-end [@container_(min-aspect-ratio:8/5)]:gap-4'
const choices =
  'flex flex-col gap-x-8 gap-y-2 [@container_(13/10<aspect-ratio<8/5)]:flex-row [@container_(13/10<aspect-ratio<8/5)]:flex-wrap [@container_(13/10<aspect-ratio<8/5)]:justify-between'
/** On a phone chips go on to the right, under the thumb; a kiosk has room for all of them. */
const chipRow =
  'no-scrollbar flex gap-1.5 overflow-x-auto p-0.5 tight:flex-wrap in-data-[density=kiosk]:flex-wrap low:in-data-[density=kiosk]:flex-nowrap in-data-[density=kiosk]:gap-2.5'

/**
 * The hall to choose seats from: the map, what its colours cost, the best seats for a party, and one line that
 * says what became of a tap. It fills the height that it is given. The selection belongs to the caller; a seat
 * that somebody else takes is dropped from it and named.
 */
export function SeatPicker(props: SeatPickerProps) {
  const { hall, unavailable, own, selection, onSelectionChange, density } = props
  const words = useMessages(seatingMessages)
  const layout = layoutOf(hall)
  const palette = usePalette(hall.bands)
  usePaletteOnDocument()
  const map = useRef<HallCanvasHandle>(null)
  const miniMap = useRef<MiniMapHandle>(null)
  const [shownBand, setShownBand] = useState<number>()
  const [shownKind, setShownKind] = useState<SeatKind>()
  const [focused, setFocused] = useState<number>()
  const context = useMemo(() => ({ unavailable, own }), [unavailable, own])
  const judgement = useMemo(() => judgementOf(hall, selection, context), [hall, selection, context])
  const looks = useMemo(
    () => seatLooks(layout, context, shownBand, shownKind),
    [layout, context, shownBand, shownKind],
  )
  const tags = useMemo(() => sectionTags(layout, looks, words), [layout, looks, words])
  const freeCounts = useMemo(() => countFree(layout, looks), [layout, looks])
  const left = freeCounts.reduce((sum, count) => sum + count, 0)
  const [leftAtFirst] = useState(left)
  useAnnouncement(words.hallSpoken(hall.name, layout.count, leftAtFirst))
  useSeatNews(layout, looks)
  const picking = useSeatPicking({ hall, context, selection, onSelectionChange, shownBand })

  return (
    <section
      aria-label={words.map}
      data-density={density}
      className="relative h-full min-h-0 [container-type:size]"
    >
      <div className={arrangement}>
        <div className={stage}>
          <div className="relative min-h-0 min-w-0 flex-1">
            <HallCanvas
              ref={map}
              layout={layout}
              looks={looks}
              selection={selection}
              focused={focused}
              palette={palette}
              screenWord={words.screen}
              sectionTags={tags}
              onTapSeat={picking.tap}
              onTapWentNearer={() => picking.say({ kind: 'went-nearer' })}
              onMove={(view, canvas) => miniMap.current?.follow(view, canvas)}
              {...scales[density]}
            />
            <MiniMap
              ref={miniMap}
              layout={layout}
              looks={looks}
              palette={palette}
              selection={selection}
              room={miniMapRoom[density]}
              onLookAt={place => map.current?.lookAt(place)}
            />
            <SeatGrid
              layout={layout}
              context={context}
              looks={looks}
              selection={selection}
              onToggle={picking.tap}
              onFocusSeat={setFocused}
            />
          </div>
          <div className={footer}>
            <StateLegend layout={layout} />
            <MapButtons onZoom={factor => map.current?.zoom(factor)} onFit={() => map.current?.fit()}>
              <PaletteSwitch layout={layout} />
            </MapButtons>
          </div>
        </div>
        <div className={panel}>
          <MessageLine
            layout={layout}
            said={picking.said}
            selection={selection}
            judgement={judgement}
            onRepair={seats => map.current?.reveal(picking.repair(seats))}
            onUndo={seats => map.current?.reveal(picking.undo(seats))}
            onSuggest={(size, wished) => {
              if (wished?.allPrices) setShownBand(undefined)
              const seats =
                wished?.wheelchair === undefined
                  ? picking.suggest(size, wished)
                  : picking.needWheelchair(wished.wheelchair, size)
              map.current?.reveal(seats)
            }}
            onAnother={picking.hasAnother ? () => map.current?.reveal(picking.another()) : undefined}
          />
          <SeatCard layout={layout} seat={focused ?? selection.at(-1)} left={left} />
          <div className={choices}>
            <div className={chipRow}>
              <PriceLegend
                layout={layout}
                freeCounts={freeCounts}
                shownBand={shownBand}
                onShowBand={setShownBand}
              />
              <KindLegend layout={layout} looks={looks} shownKind={shownKind} onShowKind={setShownKind} />
            </div>
            <div className={chipRow}>
              <PartySize
                size={picking.partySize}
                largest={density === 'kiosk' ? Math.min(largestAtKiosk, hall.maxSeats) : hall.maxSeats}
                onChoose={size => {
                  // The best seats are of every kind; the map must not mute what it suggests.
                  setShownKind(undefined)
                  map.current?.reveal(picking.suggest(size))
                }}
                wheelchair={hall.seats.type.includes('W') ? picking.wheelchair : undefined}
                onWheelchair={needed => map.current?.reveal(picking.needWheelchair(needed))}
              />
            </div>
          </div>
        </div>
      </div>
    </section>
  )
}

/** Free seats of every band, whether shown or muted. */
function countFree(layout: HallLayout, looks: Uint8Array): readonly number[] {
  const counts = layout.hall.bands.map(() => 0)
  looks.forEach((look, seat) => {
    const band = layout.band[seat] ?? 0
    if (look === seatLook.free || look === seatLook.muted) counts[band] = (counts[band] ?? 0) + 1
  })
  return counts
}
