import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useLanguage } from '#src/i18n/language.ts'
import { announce } from '#src/ui/announcer.tsx'
import type { HallLayout } from '../layout/hall-layout.ts'
import { seatLook } from '../seat-look.ts'
import { newsSentence, seatNews } from './seat-news.ts'

/** What others do is gathered for so long and then said at once: a full house sells a seat every second. */
const gatherMs = 10_000

/**
 * Tells a listener what others buy and give back while she chooses.
 *
 * @param looks how every seat looks to this guest, by `seatLook`
 */
export function useSeatNews(layout: HallLayout, looks: Uint8Array): void {
  const language = useLanguage()
  const gone = useMemo(() => goneSeats(looks), [looks])
  const told = useRef({ layout, gone })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const tell = useEffectEvent(() => {
    timer.current = undefined
    const news = told.current.layout === layout ? seatNews(layout, told.current.gone, gone) : undefined
    told.current = { layout, gone }
    if (news) announce(newsSentence(layout, news, language))
  })

  useEffect(() => {
    if (gone !== told.current.gone) timer.current ??= setTimeout(() => tell(), gatherMs)
  }, [gone])
  useEffect(() => () => clearTimeout(timer.current), [])
}

/** Everything that this guest cannot have, for whatever reason. */
function goneSeats(looks: Uint8Array): ReadonlySet<number> {
  const gone = new Set<number>()
  looks.forEach((look, seat) => {
    if (look !== seatLook.free && look !== seatLook.muted) gone.add(seat)
  })
  return gone
}
