import { priceLabel } from '#contract/money.ts'
import { useMessages } from '#src/i18n/messages.ts'
import type { HallLayout } from '../layout/hall-layout.ts'
import { seatingMessages } from '../messages.ts'
import { capitalised } from '../notice-words.ts'
import { seatPrice } from '../seat-price.ts'
import { bandName, distanceWord, kindWord, seatLabel } from '../seat-words.ts'
import { detailMessages } from './messages.ts'
import { asideOf } from './seat-facts.ts'
import { viewFrom, viewFromMiddle } from './seat-view.ts'
import { SeatViewPicture } from './seat-view-picture.tsx'

interface SeatCardProps {
  layout: HallLayout
  /** The seat that the guest is at or has chosen last; undefined before there is one. */
  seat: number | undefined
  /** Seats that can still be had. */
  left: number
}

/**
 * One seat as a guest would ask about it: where it is, what it costs with which fee, how far and how straight the
 * screen is, and the view. Before a seat is chosen it tells of the hall instead, so that nothing moves later.
 */
export function SeatCard({ layout, seat, left }: SeatCardProps) {
  const t = useMessages(detailMessages)
  const shown = seat !== undefined && seat < layout.count
  return (
    <section
      aria-label={shown ? t.seatCard : t.hallCard}
      className="flex min-w-0 items-center gap-3 [@container_(max-height:30rem)]:hidden [@container_(min-aspect-ratio:8/5)]:flex-col [@container_(min-aspect-ratio:8/5)]:items-stretch in-data-[density=kiosk]:gap-5 low:absolute low:bottom-full low:left-0 low:mb-[9.5rem]"
    >
      {shown ? <OneSeat layout={layout} seat={seat} /> : <WholeHall layout={layout} left={left} />}
    </section>
  )
}

const picture =
  'aspect-16/9 w-18 shrink-0 in-data-[density=kiosk]:w-36 [@container_(min-aspect-ratio:8/5)]:in-data-[density=kiosk]:w-full [@container_(min-aspect-ratio:8/5)]:w-full low:in-data-[density=kiosk]:w-72'
/** Where there is little room, what comes after the name goes on in its line. */
const lines = 'flex min-w-0 flex-wrap items-baseline gap-x-2 in-data-[density=kiosk]:block'
const title = 'font-semibold text-sm leading-snug in-data-[density=kiosk]:text-lg'
const fact = 'text-mist text-xs leading-snug in-data-[density=kiosk]:text-base'

function OneSeat({ layout, seat }: { layout: HallLayout; seat: number }) {
  const t = useMessages(detailMessages)
  const words = useMessages(seatingMessages)
  const { hall } = layout
  const band = layout.band[seat] ?? 0
  const feeFen = hall.feeKind === 'ticket' ? (hall.bands[band]?.feeFen ?? 0) : 0
  const view = viewFrom(layout, seat)
  const name = seatLabel(layout, seat, words)
  const kind = kindWord(layout, seat, words)
  return (
    <>
      <div className={picture}>
        <SeatViewPicture view={view} label={t.view(name)} />
      </div>
      <div className={lines}>
        <p className={title}>
          {capitalised(name)}{' '}
          <span className="ml-1 font-normal text-mist">{bandName(layout, band, words)}</span>
        </p>
        <p className={fact}>
          <span className="tabular font-semibold text-paper">{priceLabel(seatPrice(hall, band))}</span>
          {feeFen > 0 && ` ${t.fee(priceLabel(feeFen))}`}
          {kind && ` · ${kind}`}
        </p>
        <p className={`basis-full ${fact}`}>
          {capitalised(distanceWord(layout, seat, words))} · {t[asideOf(view.asideDegrees)]} ·{' '}
          {t.across(Math.round(view.screenDegrees))}
        </p>
      </div>
    </>
  )
}

function WholeHall({ layout, left }: { layout: HallLayout; left: number }) {
  const t = useMessages(detailMessages)
  return (
    <>
      <div className={picture} aria-hidden="true">
        <SeatViewPicture view={viewFromMiddle(layout)} label={layout.hall.name} />
      </div>
      <div className={lines}>
        <p className={title}>{layout.hall.name}</p>
        <p className={`tabular ${fact}`}>
          {t.seats(layout.count)} · {t.left(left)}
        </p>
      </div>
    </>
  )
}
