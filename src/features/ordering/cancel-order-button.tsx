import { useState } from 'react'
import type { Order } from '#contract/order.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { orderingMessages } from './messages.ts'
import { holdsSeats } from './order-rules.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { useCancel } from './queries.ts'

interface CancelOrderButtonProps {
  order: Order
  /** The seats went back, nothing was paid. */
  onReleased: () => void
}

/** Gives the order up, after asking once. */
export function CancelOrderButton({ order, onReleased }: CancelOrderButtonProps) {
  const t = useMessages(orderingMessages)
  const [asking, setAsking] = useState(false)
  const cancel = useCancel()

  function giveUp() {
    cancel.mutate(order.id, {
      onSuccess: after => {
        setAsking(false)
        if (!holdsSeats(after)) onReleased()
      },
    })
  }

  function ask() {
    cancel.reset()
    setAsking(true)
  }

  return (
    <>
      <Button kind="danger" size="large" onClick={ask}>
        {t.cancel}
      </Button>
      <Dialog
        open={asking}
        title={t.cancelTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" size="large" busy={cancel.isPending} onClick={giveUp}>
              {t.cancelYes}
            </Button>
            <Button size="large" onClick={() => setAsking(false)}>
              {t.cancelKeep}
            </Button>
          </>
        }
      >
        {t.cancelHint}
        {cancel.error && <ProblemNotice error={cancel.error} className="mt-5" />}
      </Dialog>
    </>
  )
}
