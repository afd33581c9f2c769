import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { Film, Programme, Show } from '#contract/catalog.ts'
import { clockTime } from '#contract/time.ts'
import { ConnectionBanner } from '#src/features/catalog/catalog-states.tsx'
import { type FilmOfDay, filmsOfDay } from '#src/features/catalog/programme.ts'
import { useCinemas, useProgramme } from '#src/features/catalog/queries.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useNow } from '#src/lib/use-now.ts'
import { Icon } from '#src/ui/icon.tsx'
import { PosterArt } from '#src/ui/poster/poster-art.tsx'
import { KioskBar } from './kiosk-bar.tsx'
import { useKioskCinema, useKioskLinks } from './kiosk-links.ts'
import { kioskMessages } from './messages.ts'
import { ResumeOrder } from './resume-order.tsx'

const eachFilmMs = 9_000
const filmsInTurn = 6

/** The screen that waits for a guest: today's films in turn, and one place to touch, which is nearly everywhere. */
export function AttractScreen() {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const cinemaId = useKioskCinema()
  const cinema = useCinemas().data?.find(entry => entry.id === cinemaId)
  const { data: programme } = useProgramme(cinemaId)
  const films = useFilmsInTurn(programme)
  const entry = films[0]
  const other = useLanguage() === 'zh' ? 'en' : 'zh-CN'
  return (
    <div className="flex h-dvh flex-col">
      <title>{t.attractTitle}</title>
      <main className="relative isolate flex min-h-0 flex-1 flex-col overflow-hidden">
        <Backdrop film={entry?.film} />
        <header className="flex items-center justify-between gap-6 px-12 pt-12 text-xl font-semibold wide:pt-9">
          <p className="[text-shadow:0_0_1rem_rgb(0_0_0/0.9)]">{cinema?.name}</p>
          <Clock />
        </header>
        <div className="flex min-h-0 flex-1 flex-col justify-end px-12 pb-12 wide:flex-row wide:items-center wide:justify-between wide:gap-20 wide:pb-6">
          <div className="flex flex-col wide:max-w-[44rem] wide:flex-1">
            {entry && <NowShowing key={entry.film.code} entry={entry} />}
            <h1 className="mt-6 font-display text-8xl leading-[1.15] font-extrabold text-balance drop-shadow-xl">
              <Greeting />
            </h1>
            <Link
              to={links.films()}
              className="mt-10 flex min-h-24 items-center justify-center gap-5 rounded-full bg-lamp px-12 text-3xl font-bold text-on-lamp shadow-lamp after:absolute after:inset-0 after:content-['']"
            >
              {t.attractStart}
              <Icon name="forward" className="size-9" />
            </Link>
            <p lang={other} className="mt-5 text-center text-xl text-paper">
              {t.attractOther}
            </p>
          </div>
          {films.length > 0 && <PosterFan films={films} />}
        </div>
      </main>
      <ConnectionBanner className="mx-8 my-4" />
      <ResumeOrder className="mx-8 my-4" />
      <KioskBar />
    </div>
  )
}

function Greeting() {
  const t = useMessages(kioskMessages)
  const hour = Number(clockTime(new Date(useNow(60_000)).toISOString()).slice(0, 2))
  return hour >= 16 || hour < 4 ? t.attractTitle : t.attractTitleDay
}

function Clock() {
  const now = useNow(10_000)
  return (
    <p className="tabular text-3xl [text-shadow:0_0_1rem_rgb(0_0_0/0.9)]">
      {clockTime(new Date(now).toISOString())}
    </p>
  )
}

function Backdrop({ film }: { film: Film | undefined }) {
  return (
    <>
      <div
        key={film?.code}
        className="absolute inset-x-0 top-0 -z-10 h-[84%] animate-[fade_1.6s_ease-out_both] wide:h-full"
      >
        <PosterArt name="" code={film?.code ?? 'foyer'} untitled className="size-full" />
      </div>
      <div className="absolute inset-0 -z-10 bg-[linear-gradient(to_top,var(--color-ink-950)_17%,rgb(11_12_17/0.72)_34%,rgb(11_12_17/0)_62%,rgb(11_12_17/0)_86%,rgb(11_12_17/0.75))] wide:bg-[linear-gradient(75deg,var(--color-ink-950)_10%,rgb(11_12_17/0.75)_42%,rgb(11_12_17/0.1)_75%)]" />
    </>
  )
}

function NowShowing({ entry }: { entry: FilmOfDay }) {
  const t = useMessages(kioskMessages)
  const soon = entry.shows.filter((show: Show) => show.sale === 'on-sale').slice(0, 4)
  return (
    <section aria-label={entry.film.name} className="animate-rise">
      <p className="text-lg text-lamp-bright">{t.attractNext}</p>
      <p className="mt-1 font-display text-4xl font-bold text-balance">{entry.film.name}</p>
      <ul className="mt-4 flex flex-wrap gap-3">
        {soon.map(show => (
          <li
            key={show.id}
            className="tabular rounded-full bg-black/55 px-5 py-1.5 text-xl font-semibold ring-1 ring-inset ring-white/25"
          >
            {clockTime(show.startsAt)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** On a wide screen the film stands as a poster in front of those that follow; upright it fills the screen instead. */
function PosterFan({ films }: { films: readonly FilmOfDay[] }) {
  return (
    <div className="relative hidden h-full max-h-[40rem] w-[38rem] shrink-0 wide:block" aria-hidden="true">
      {films.slice(0, 3).map(({ film }, i) => (
        <PosterArt
          key={film.code}
          name={film.name}
          code={film.code}
          className={`absolute inset-y-0 right-0 my-auto aspect-2/3 h-full rounded-[1.75rem] shadow-deep transition-[transform,opacity] duration-1000 ease-out ${fan[i]}`}
        />
      ))}
    </div>
  )
}

const fan = [
  'z-30 -translate-x-[9rem]',
  'z-20 translate-x-0 rotate-6 scale-90 opacity-80',
  'z-10 -translate-x-[18rem] -rotate-6 scale-[0.86] opacity-60',
]

/** Today's films that can be bought, the one whose turn it is first. */
function useFilmsInTurn(programme: Programme | undefined): FilmOfDay[] {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn(n => n + 1), eachFilmMs)
    return () => clearInterval(timer)
  }, [])
  const films = programme ? filmsOfDay(programme).filter(film => film.sale === 'open') : []
  const first = turn % Math.max(1, Math.min(films.length, filmsInTurn))
  return [...films.slice(first), ...films.slice(0, first)]
}
