import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Order } from '#contract/order.ts'
import { holdsSeats } from '#src/features/ordering/order-rules.ts'
import { useCancel } from '#src/features/ordering/queries.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { useKioskLinks } from './kiosk-links.ts'
import { kioskMessages } from './messages.ts'

/** Gives the order up, after asking once. */
export function CancelOrder({ order }: { order: Order }) {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const cancel = useCancel()

  function giveUp() {
    cancel.mutate(order.id, {
      onSuccess: after => {
        if (!holdsSeats(after)) void navigate(links.films())
      },
      onSettled: () => setAsking(false),
    })
  }

  return (
    <>
      <Button kind="danger" size="large" onClick={() => setAsking(true)}>
        {t.cancel}
      </Button>
      <Dialog
        open={asking}
        title={t.cancelTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" size="large" busy={cancel.isPending} onClick={giveUp}>
              {t.cancel}
            </Button>
            <Button size="large" onClick={() => setAsking(false)}>
              {t.cancelKeep}
            </Button>
          </>
        }
      >
        {t.cancelHint}
      </Dialog>
    </>
  )
}
