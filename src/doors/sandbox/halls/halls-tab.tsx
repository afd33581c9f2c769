import type { SandboxState } from '#contract/sandbox-control.ts'
import { addDays, businessDay, type LocalDate } from '#contract/time.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { dayLabel } from '#src/lib/dates.ts'
import { Blank } from '../parts/blank.tsx'
import { SelectField } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { usePlace } from '../place.ts'
import { useShow } from '../queries.ts'
import { hallMessages } from './messages.ts'
import { ShowList } from './show-list.tsx'
import { ShowPanel } from './show-panel.tsx'

/** The sandbox plays for so many days; the day that has just gone can still be looked at. */
const daysAhead = 7

/** What is sold and locked where: the shows of one cinema and day, and one of them seat by seat. */
export function HallsTab({ state }: { state: SandboxState }) {
  const t = useMessages(hallMessages)
  const language = useLanguage()
  const { place, go } = usePlace()
  const today = businessDay(state.now)
  const cinema = place.cinema ?? state.cinemas.find(one => one.open)?.cinemaLinkId ?? ''
  const { data: show } = useShow(place.show)
  // A link to a show need not say its day.
  const day = place.day ?? (show ? businessDay(show.startsAt) : today)
  const days: LocalDate[] = Array.from({ length: daysAhead + 1 }, (_, i) => addDays(today, i - 1))
  if (!days.includes(day)) days.push(day)

  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
      <Panel title={t.shows} className={place.show === undefined ? '' : 'max-lg:hidden'}>
        <div className="mb-3 grid grid-cols-2 gap-2">
          <SelectField
            label={t.cinema}
            value={cinema}
            onPick={value => go({ cinema: value, show: undefined })}
            choices={state.cinemas.map(({ cinemaLinkId, name, open }) => ({
              value: cinemaLinkId,
              name: `${cinemaLinkId} ${name}${open ? '' : ` (${t.closed})`}`,
            }))}
          />
          <SelectField
            label={t.day}
            value={day}
            onPick={value => go({ day: value, show: undefined })}
            choices={days.map(date => {
              const label = dayLabel(date, today, language)
              return { value: date, name: `${label.date} ${label.name}` }
            })}
          />
        </div>
        <ShowList cinema={cinema} day={day} opened={place.show} />
      </Panel>
      {place.show === undefined ? (
        <div className="max-lg:hidden">
          <Blank title={t.chooseShow}>{t.chooseShowHint}</Blank>
        </div>
      ) : (
        <ShowPanel key={place.show} scheduleId={place.show} />
      )}
    </div>
  )
}
