import { CinemaList } from '#src/features/catalog/cinema-list.tsx'
import { useCinemas } from '#src/features/catalog/queries.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { Skeleton } from '#src/ui/spinner.tsx'
import { checkoutLinks, useCinemaParam } from './checkout-links.ts'
import { CheckoutScreen } from './checkout-screen.tsx'
import { checkoutMessages } from './messages.ts'
import { rememberedCinema } from './remembered-cinema.ts'
import { ResumeOrder } from './resume-order.tsx'

/** Before everything: which cinema. A guest who comes back is not asked again. */
export function CinemasScreen() {
  const t = useMessages(checkoutMessages)
  const asked = useCinemaParam()
  return (
    <CheckoutScreen title={t.cinemasTitle} back={asked && checkoutLinks(asked).films()}>
      <ResumeOrder />
      <Cinemas current={asked ?? rememberedCinema()} />
    </CheckoutScreen>
  )
}

function Cinemas({ current }: { current: string | undefined }) {
  const t = useMessages(checkoutMessages)
  const { data: cinemas, isError, isFetching, refetch } = useCinemas()
  if (cinemas) {
    return <CinemaList cinemas={cinemas} hrefOf={({ id }) => checkoutLinks(id).films()} current={current} />
  }
  if (isError) {
    return (
      <EmptyState
        icon="film"
        title={t.cinemasFailed}
        action={{ label: t.again, onPress: () => void refetch(), busy: isFetching }}
      >
        {t.cinemasFailedHint}
      </EmptyState>
    )
  }
  return (
    <div role="status" aria-label={t.loading} className="grid gap-3 md:grid-cols-2">
      {['a', 'b', 'c', 'd', 'e', 'f'].map(key => (
        <Skeleton key={key} className="h-20 rounded-card" />
      ))}
    </div>
  )
}
