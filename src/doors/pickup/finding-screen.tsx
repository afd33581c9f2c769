import { pickupMessages } from '#src/features/pickup/messages.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Skeleton } from '#src/ui/spinner.tsx'
import { PickupFrame } from './pickup-frame.tsx'

/** A phone that was opened with a ticket's link shows the ticket's place, not the ways to look for one. */
export function FindingScreen() {
  const t = useMessages(pickupMessages)
  return (
    <PickupFrame title={t.finding} shared={false}>
      <div role="status" aria-label={t.finding} className="mx-auto w-full max-w-[42rem] space-y-4">
        <Skeleton className="h-[34rem] rounded-[1.75rem]" />
        <Skeleton className="h-32" />
      </div>
    </PickupFrame>
  )
}
