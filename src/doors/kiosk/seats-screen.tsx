import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router'
import type { ErrorCode } from '#contract/errors.ts'
import type { Hall } from '#contract/hall.ts'
import { ShowId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { problemOf } from '#src/api/query-client.ts'
import { useSelling } from '#src/features/catalog/queries.ts'
import { ChosenSeats } from '#src/features/ordering/chosen-seats.tsx'
import { ProblemNotice } from '#src/features/ordering/problem-notice.tsx'
import { useOrder } from '#src/features/ordering/queries.ts'
import { useOrderId } from '#src/features/ordering/sale-store.ts'
import { useContinueToBasket, useSeatChoice } from '#src/features/ordering/use-seat-choice.ts'
import { seatingMessages } from '#src/features/seating/messages.ts'
import { useHall, useSeatStates } from '#src/features/seating/queries.ts'
import { SeatPicker } from '#src/features/seating/seat-picker.tsx'
import { useRulesForbid, useSoldOut } from '#src/features/seating/seat-rules.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Button } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Skeleton } from '#src/ui/spinner.tsx'
import { useDateParam, useKioskLinks, useOrderParam } from './kiosk-links.ts'
import { KioskScreen } from './kiosk-screen.tsx'
import { kioskMessages } from './messages.ts'
import { ShowLine } from './show-line.tsx'

/** Step three: which seats. */
export function SeatsScreen() {
  const showId = ShowId.safeParse(useParams()['showId']).data
  const back = useBackFromSeats()
  const fromSale = useOrderId()
  const { data: order } = useOrder(useOrderParam() ?? fromSale)
  if (showId === undefined) return <Navigate to={back} replace />
  return <SeatsOfShow showId={showId} order={order} back={back} />
}

function SeatsOfShow({ showId, order, back }: { showId: ShowId; order: Order | undefined; back: string }) {
  const t = useMessages(kioskMessages)
  const navigate = useNavigate()
  const hall = useHall(showId)
  if (hall.data) return <SeatsOfHall hall={hall.data} order={order} back={back} />
  const gone = problemOf(hall.error).code === 'show-not-found'
  return (
    <KioskScreen title={t.seatsTitle} step="seats" back={back} fixed>
      {hall.isError ? (
        <ProblemNotice
          error={hall.error}
          action={
            gone
              ? { label: t.chooseAnotherShow, onPress: () => void navigate(back) }
              : { label: t.again, onPress: () => void hall.refetch(), busy: hall.isFetching }
          }
        />
      ) : (
        <Skeleton className="h-full rounded-card" />
      )}
    </KioskScreen>
  )
}

function SeatsOfHall({ hall, order, back }: { hall: Hall; order: Order | undefined; back: string }) {
  const t = useMessages(kioskMessages)
  const seating = useMessages(seatingMessages)
  const links = useKioskLinks()
  const navigate = useNavigate()
  const { selection, own, choose } = useSeatChoice(hall, order)
  const states = useSeatStates(hall.showId, hall.version)
  const basket = useContinueToBasket(hall, order, orderId => void navigate(links.order(orderId)))
  const selling = useSelling()
  // While the hold is on its way its own seats already count as taken: they are the guest's, not somebody else's.
  const mine = basket.busy ? new Set([...own, ...selection]) : own
  const forbidden = useRulesForbid(hall, selection, states.unavailable, mine)
  const soldOut = useSoldOut(hall, states.unavailable, mine)
  const over = basket.error !== null && showIsOver.has(problemOf(basket.error).code)
  return (
    <KioskScreen
      title={t.seatsTitle}
      step="seats"
      back={back}
      fixed
      extra={
        <div className="wide:hidden">
          <ShowLine showId={hall.showId} hallName={hall.name} order={order} />
        </div>
      }
      aside={
        <Card className="hidden p-6 wide:block">
          <ShowLine showId={hall.showId} hallName={hall.name} order={order} />
        </Card>
      }
      dock={
        <div className="space-y-4">
          {soldOut && (
            <Notice tone="info" action={{ label: t.chooseAnotherShow, onPress: () => void navigate(back) }}>
              {seating.soldOut}
            </Notice>
          )}
          {basket.error && (
            <ProblemNotice
              error={basket.error}
              hall={hall}
              {...(over && {
                action: { label: t.chooseAnotherShow, onPress: () => void navigate(back) },
              })}
            />
          )}
          <ChosenSeats hall={hall} selection={selection} />
          <Button
            size="large"
            className="w-full"
            disabled={selection.length === 0 || !selling || over || forbidden}
            busy={basket.busy}
            onClick={() => basket.goOn(selection)}
          >
            {basket.busy ? t.holding : t.continue}
          </Button>
        </div>
      }
    >
      {states.unavailable ? (
        <SeatPicker
          hall={hall}
          unavailable={states.unavailable}
          own={mine}
          selection={selection}
          onSelectionChange={indexes => {
            basket.clearError()
            choose(indexes)
          }}
          density="kiosk"
        />
      ) : states.error ? (
        <ProblemNotice error={states.error} />
      ) : (
        <Skeleton className="h-full rounded-card" />
      )}
    </KioskScreen>
  )
}

/** Answers after which other seats of this show would not help. */
const showIsOver: ReadonlySet<ErrorCode> = new Set(['show-not-found', 'show-not-on-sale', 'sales-ended'])

/** Back to the film's shows when the address knows the film, else to all films. */
function useBackFromSeats(): string {
  const [search] = useSearchParams()
  const links = useKioskLinks()
  const date = useDateParam()
  const film = search.get('film')
  return film ? links.film(film, date) : links.films(date)
}
