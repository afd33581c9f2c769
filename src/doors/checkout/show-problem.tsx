import { useNavigate } from 'react-router'
import { errors } from '#contract/errors.ts'
import { problemOf } from '#src/api/query-client.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { checkoutMessages } from './messages.ts'

interface ShowProblemProps {
  error: unknown
  /** Where other shows are. */
  shows: string
  onRetry?: () => void
  busy?: boolean
}

/** Nothing to choose from: why, and where else to go. */
export function ShowProblem({ error, shows, onRetry, busy = false }: ShowProblemProps) {
  const t = useMessages(checkoutMessages)
  const language = useLanguage()
  const navigate = useNavigate()
  return (
    <div role="alert" className="my-auto">
      <EmptyState
        icon="seat"
        title={errors[problemOf(error).code].text[language]}
        action={
          onRetry && !leadsElsewhere(error)
            ? { label: t.again, onPress: onRetry, busy }
            : { label: t.otherShow, onPress: () => void navigate(shows) }
        }
      />
    </div>
  )
}

/** This show cannot be bought, however often it is tried. */
export function leadsElsewhere(error: unknown): boolean {
  return ['show-not-found', 'show-changed', 'show-not-on-sale', 'sales-ended'].includes(problemOf(error).code)
}
