import { useState } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { useReset } from '../actions.ts'
import { tell } from '../news.ts'
import { ToolButton } from '../parts/tool-button.tsx'
import { useRefusal } from '../use-refusal.ts'
import { topMessages } from './messages.ts'

/** Asks back before everything goes. */
export function ResetButton({ seed }: { seed: number | undefined }) {
  const t = useMessages(topMessages)
  const [asking, setAsking] = useState(false)
  const reset = useReset()
  const refused = useRefusal()
  const close = () => setAsking(false)
  const confirm = () =>
    reset.mutate(undefined, {
      onSuccess: () => tell({ tone: 'done', text: t.resetDone }),
      onError: refused,
      onSettled: close,
    })
  return (
    <>
      <ToolButton kind="plain" disabled={seed === undefined} onClick={() => setAsking(true)}>
        {t.reset}
      </ToolButton>
      <Dialog
        open={asking}
        title={t.resetTitle}
        onClose={close}
        actions={
          <>
            <Button kind="quiet" onClick={close}>
              {t.resetNo}
            </Button>
            <Button kind="danger" busy={reset.isPending} onClick={confirm}>
              {t.resetYes}
            </Button>
          </>
        }
      >
        {t.resetHint(seed ?? 0)}
      </Dialog>
    </>
  )
}
