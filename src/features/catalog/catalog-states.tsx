import type { Programme } from '#contract/catalog.ts'
import { clockTime } from '#contract/time.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { catalogMessages } from './messages.ts'
import { useConnection } from './queries.ts'

/** Shown wherever something is sold while the cloud does not answer; goes away by itself. */
export function ConnectionBanner({ className = '' }: { className?: string }) {
  const t = useMessages(catalogMessages)
  if (useConnection() !== 'down') return null
  return (
    <Notice tone="warning" title={t.closed} className={className}>
      {t.closedHint}
    </Notice>
  )
}

/** The programme's age, when it is older than it should be. */
export function ProgrammeAge({ programme }: { programme: Programme }) {
  const t = useMessages(catalogMessages)
  if (!programme.stale) return null
  return <p className="mb-4 text-base text-mist">{t.stale(clockTime(programme.fetchedAt))}</p>
}

/** The programme could not be had at all. */
export function ProgrammeFailed({ onRetry, busy }: { onRetry: () => void; busy: boolean }) {
  const t = useMessages(catalogMessages)
  return (
    <EmptyState icon="film" title={t.failed} action={{ label: t.again, onPress: onRetry, busy }}>
      {t.failedHint}
    </EmptyState>
  )
}

/** A day without films, or without this film. */
export function NothingThatDay({ of }: { of: 'films' | 'film' }) {
  const t = useMessages(catalogMessages)
  return (
    <EmptyState icon="film" title={of === 'films' ? t.noFilms : t.filmGone}>
      {of === 'films' ? t.noFilmsHint : t.filmGoneHint}
    </EmptyState>
  )
}
