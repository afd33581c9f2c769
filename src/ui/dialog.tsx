import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  open: boolean
  title: string
  /** Esc and the like; the caller closes by setting `open`. */
  onClose: () => void
  children?: ReactNode
  actions: ReactNode
}

/** A question that has to be answered first. The browser's own dialog keeps focus and readers inside it. */
export function Dialog({ open, title, onClose, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      className="m-auto low:mb-[6dvh] w-[min(92vw,34rem)] rounded-[1.75rem] bg-ink-850 p-8 text-paper shadow-deep ring-1 ring-inset ring-ink-600 open:animate-rise"
    >
      {open && (
        <>
          <h2 id={titleId} className="font-display text-3xl font-bold text-balance">
            {title}
          </h2>
          <div className="mt-3 text-lg text-mist">{children}</div>
          <div className="mt-7 flex flex-wrap justify-end gap-3">{actions}</div>
        </>
      )}
    </dialog>
  )
}
