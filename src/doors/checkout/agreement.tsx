import { useId } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { Icon } from '#src/ui/icon.tsx'
import { checkoutMessages } from './messages.ts'

interface AgreementProps {
  agreed: boolean
  onAgree: (agreed: boolean) => void
  /** The guest tried to go on without it. */
  complain: boolean
}

/** The guest's word that she knows the refund rule; never ticked for her. */
export function Agreement({ agreed, onAgree, complain }: AgreementProps) {
  const t = useMessages(checkoutMessages)
  const id = useId()
  return (
    <div className="mt-3 border-t border-ink-700/70 pt-2">
      <label className="flex min-h-12 cursor-pointer items-center gap-4 py-1 text-base font-semibold">
        <span className="relative grid size-8 shrink-0 place-items-center">
          <input
            type="checkbox"
            checked={agreed}
            onChange={event => onAgree(event.target.checked)}
            aria-invalid={complain || undefined}
            aria-describedby={complain ? id : undefined}
            className="peer absolute inset-0 cursor-pointer appearance-none rounded-lg bg-ink-950 ring-2 ring-inset ring-ink-600 checked:bg-lamp checked:ring-lamp aria-invalid:ring-coral"
          />
          <Icon
            name="check"
            className="pointer-events-none relative size-6 text-on-lamp opacity-0 transition-opacity peer-checked:opacity-100"
          />
        </span>
        {t.agree}
      </label>
      {complain && (
        <p id={id} role="alert" className="text-base text-coral">
          {t.agreeFirst}
        </p>
      )}
    </div>
  )
}
