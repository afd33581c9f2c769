import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { ShowSeats } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useSell } from '../actions.ts'
import { ControlError } from '../control.ts'
import { tell } from '../news.ts'
import { Blank, Waiting } from '../parts/blank.tsx'
import { Panel } from '../parts/panel.tsx'
import { dayAndTime, hourAndMinute } from '../parts/times.ts'
import { ToolButton, toolClass } from '../parts/tool-button.tsx'
import { usePlace } from '../place.ts'
import { useShow } from '../queries.ts'
import { useRefusal } from '../use-refusal.ts'
import type { SeatPlace } from './hall-layout.ts'
import { HallMap } from './hall-map.tsx'
import { hallMessages, type PlaceState } from './messages.ts'
import { SeatHolders } from './seat-holders.tsx'
import { SeatLegend } from './seat-legend.tsx'
import { SoldBar } from './show-list.tsx'

/** One show seat by seat: who has what, and free seats to sell to somebody else. */
export function ShowPanel({ scheduleId }: { scheduleId: string }) {
  const t = useMessages(hallMessages)
  const { linkTo } = usePlace()
  const { data: show, error } = useShow(scheduleId)
  const gone = error instanceof ControlError && error.status === 404
  return (
    <div className="min-w-0 space-y-4">
      <Link to={linkTo({ show: undefined })} className={`${toolClass()} lg:hidden`}>
        ← {t.back}
      </Link>
      {gone && <Blank title={t.showGone} />}
      {!gone && !show && <Waiting lines={8} />}
      {!gone && show && <OpenedShow show={show} />}
    </div>
  )
}

function OpenedShow({ show }: { show: ShowSeats }) {
  const t = useMessages(hallMessages)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const sell = useSell()
  const refused = useRefusal()
  // Who was quicker has them: what is no longer free is no longer chosen.
  const chosen = useMemo(
    () =>
      new Set(
        show.places.filter(({ seatId, state }) => state === 'free' && picked.has(seatId)).map(p => p.seatId),
      ),
    [show.places, picked],
  )
  const counts = useMemo(() => countStates(show.places), [show.places])

  const seatName = ({ section, row, column }: SeatPlace) => `${section} · ${t.seat(row, column)}`
  function inWords(place: SeatPlace): string {
    const held = place.lockOrderId === undefined ? [] : [t.lockOrOrder(place.lockOrderId)]
    return [seatName(place), t[place.state], ...held].join(' · ')
  }
  const toggle = ({ seatId }: SeatPlace) =>
    setPicked(before => {
      const after = new Set(before)
      if (!after.delete(seatId)) after.add(seatId)
      return after
    })
  const sellChosen = () =>
    sell.mutate(
      { scheduleId: show.scheduleId, seatIds: [...chosen] },
      {
        onSuccess: ({ sold }) => {
          setPicked(new Set())
          tell({ tone: 'done', text: t.sold(sold) })
        },
        onError: refused,
      },
    )

  return (
    <>
      <Panel
        title={show.film}
        tools={
          <p className="tabular text-sm text-mist">
            {dayAndTime(show.startsAt).slice(0, 11)} · {show.hallName} ·{' '}
            <span className={show.sale === 'open' ? 'text-leaf' : 'text-coral'}>{t[show.sale]}</span> ·{' '}
            {t.until(hourAndMinute(show.stopSellingAt))} · {t.showId} {show.scheduleId}
          </p>
        }
      >
        <SoldBar show={show} />
        <div className="mt-3 mb-4">
          <SeatLegend counts={counts} />
        </div>
        <HallMap places={show.places} chosen={chosen} onToggle={toggle} inWords={inWords} />
        <div className="mt-1 flex min-h-10 flex-wrap items-center gap-3">
          <p className="text-sm text-mist">{chosen.size > 0 ? t.chosen(chosen.size) : t.noneChosen}</p>
          <div className="ml-auto flex gap-2">
            <ToolButton kind="plain" disabled={chosen.size === 0} onClick={() => setPicked(new Set())}>
              {t.clear}
            </ToolButton>
            <ToolButton kind="lamp" disabled={chosen.size === 0 || sell.isPending} onClick={sellChosen}>
              {t.sell}
            </ToolButton>
          </div>
        </div>
      </Panel>
      <SeatHolders places={show.places} />
    </>
  )
}

function countStates(places: readonly SeatPlace[]): Record<PlaceState, number> {
  const counts = { free: 0, locked: 0, ordered: 0, till: 0, broken: 0, held: 0 }
  for (const { state } of places) counts[state] += 1
  return counts
}
