import { Navigate, useNavigate, useParams } from 'react-router'
import type { Hall } from '#contract/hall.ts'
import { ShowId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { useConnection } from '#src/features/catalog/queries.ts'
import { ProblemNotice } from '#src/features/ordering/problem-notice.tsx'
import { useOrder } from '#src/features/ordering/queries.ts'
import { useOrderId } from '#src/features/ordering/sale-store.ts'
import { useContinueToBasket, useSeatChoice } from '#src/features/ordering/use-seat-choice.ts'
import { seatingMessages } from '#src/features/seating/messages.ts'
import { useHall, useSeatStates } from '#src/features/seating/queries.ts'
import { SeatPicker } from '#src/features/seating/seat-picker.tsx'
import { useRulesForbid, useSoldOut } from '#src/features/seating/seat-rules.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Notice } from '#src/ui/notice.tsx'
import { Skeleton } from '#src/ui/spinner.tsx'
import { checkoutLinks, useDateParam, useOrderParam } from './checkout-links.ts'
import { CheckoutScreen } from './checkout-screen.tsx'
import { checkoutMessages } from './messages.ts'
import { rememberedCinema } from './remembered-cinema.ts'
import { SeatsDock } from './seats-dock.tsx'
import { useShowFacts } from './show-facts.ts'
import { ShowLine } from './show-line.tsx'
import { leadsElsewhere, ShowProblem } from './show-problem.tsx'

/** Which seats: the map takes all the room there is. */
export function SeatsScreen() {
  const showId = ShowId.safeParse(useParams()['showId']).data
  const fromSale = useOrderId()
  const { data: order } = useOrder(useOrderParam() ?? fromSale)
  if (showId === undefined) return <Navigate to="/checkout" replace />
  return <SeatsOfShow key={showId} showId={showId} order={order} />
}

function SeatsOfShow({ showId, order }: { showId: ShowId; order: Order | undefined }) {
  const t = useMessages(checkoutMessages)
  const hall = useHall(showId)
  const films = checkoutLinks(rememberedCinema()).films()
  if (hall.data) return <SeatsOfHall hall={hall.data} order={order} />
  return (
    <CheckoutScreen title={t.seatsTitle} back={films} fixed>
      {hall.isError ? (
        <ShowProblem
          error={hall.error}
          shows={films}
          onRetry={() => void hall.refetch()}
          busy={hall.isFetching}
        />
      ) : (
        <Skeleton className="h-full rounded-card" />
      )}
    </CheckoutScreen>
  )
}

function SeatsOfHall({ hall, order }: { hall: Hall; order: Order | undefined }) {
  const t = useMessages(checkoutMessages)
  const seating = useMessages(seatingMessages)
  const navigate = useNavigate()
  const date = useDateParam()
  const links = checkoutLinks(hall.cinemaId)
  const show = useShowFacts(hall, date, order)
  const shows = show ? links.film(show.filmCode, date) : links.films(date)
  const { selection, own, choose } = useSeatChoice(hall, order)
  const states = useSeatStates(hall.showId, hall.version)
  const basket = useContinueToBasket(hall, order, orderId => void navigate(links.order(orderId)))
  const selling = useConnection() !== 'down'
  // While the hold is on its way its own seats already count as taken: they are the guest's, not somebody else's.
  const mine = basket.busy ? new Set([...own, ...selection]) : own
  const forbidden = useRulesForbid(hall, selection, states.unavailable, mine)
  const soldOut = useSoldOut(hall, states.unavailable, mine)
  // No other seats of this show would help: the way on leads to another one.
  const over = basket.error !== null && leadsElsewhere(basket.error)
  function chooseAnew(indexes: readonly number[]) {
    basket.clearError()
    choose(indexes)
  }
  return (
    <CheckoutScreen
      title={show?.filmName ?? t.seatsTitle}
      subtitle={<ShowLine show={show} hallName={hall.name} />}
      back={shows}
      fixed
      dock={
        <div className="space-y-3">
          {soldOut && (
            <Notice tone="info" action={{ label: t.otherShow, onPress: () => void navigate(shows) }}>
              {seating.soldOut}
            </Notice>
          )}
          {basket.error && (
            <ProblemNotice
              error={basket.error}
              hall={hall}
              {...(over && {
                action: { label: t.otherShow, onPress: () => void navigate(shows) },
              })}
            />
          )}
          <SeatsDock
            hall={hall}
            selection={selection}
            onRemove={seat => chooseAnew(selection.filter(index => index !== seat))}
            onContinue={() => basket.goOn(selection)}
            busy={basket.busy}
            selling={selling}
            forbidden={forbidden || over}
          />
        </div>
      }
    >
      {states.unavailable ? (
        <div className="min-h-0 flex-1 tight:h-[36rem] tight:flex-none">
          <SeatPicker
            hall={hall}
            unavailable={states.unavailable}
            own={mine}
            selection={selection}
            onSelectionChange={chooseAnew}
            density="phone"
          />
        </div>
      ) : states.error ? (
        <ShowProblem error={states.error} shows={shows} />
      ) : (
        <Skeleton className="flex-1 rounded-card" />
      )}
    </CheckoutScreen>
  )
}
