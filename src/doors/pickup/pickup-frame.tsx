import { type ReactNode, useEffect, useRef } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { LanguageSwitch } from '#src/ui/language-switch.tsx'
import { pickupDoorMessages } from './messages.ts'

interface PickupFrameProps {
  title: string
  lead?: string
  /** On a shared screen everything to press sits low, in everybody's reach. */
  shared: boolean
  /** Beside the language switch: at the foot of a shared screen, at the head of a phone's. */
  tools?: ReactNode
  /** How wide the content may run where there is room. */
  width?: 'narrow' | 'wide'
  children: ReactNode
}

/** Head, title and content of a page of this door. Its heading takes the focus, so that a reader starts there. */
export function PickupFrame({ title, lead, shared, tools, width = 'narrow', children }: PickupFrameProps) {
  const t = useMessages(pickupDoorMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const tray = (
    <div className="flex items-center gap-1">
      {tools}
      <LanguageSwitch className="-mr-3" />
    </div>
  )
  return (
    <div className="foyer-light min-h-dvh">
      <div
        className={`mx-auto flex min-h-dvh w-full flex-col px-5 md:px-8 ${width === 'wide' ? 'max-w-[52rem] wide:max-w-[92rem]' : 'max-w-[52rem]'}`}
      >
        <title>{t.pageTitle(title)}</title>
        <header className="flex min-h-18 items-center justify-between gap-3 md:min-h-24">
          <p className="font-display text-xl font-bold tracking-wide text-lamp">{t.brand}</p>
          {!shared && tray}
        </header>
        <main className="flex flex-1 flex-col pb-8">
          <div className={shared ? 'mt-auto pt-4 pb-10 wide:pb-8' : 'pt-1 pb-5 md:pt-6 md:pb-8'}>
            <h1
              ref={heading}
              tabIndex={-1}
              className="font-display text-3xl font-extrabold text-balance md:text-6xl"
            >
              {title}
            </h1>
            {lead && <p className="mt-1.5 text-lg text-mist md:mt-3 md:text-2xl">{lead}</p>}
          </div>
          {children}
        </main>
        {shared && (
          <nav aria-label={t.tools} className="flex justify-end border-t border-ink-700/70 py-4">
            {tray}
          </nav>
        )}
      </div>
    </div>
  )
}
