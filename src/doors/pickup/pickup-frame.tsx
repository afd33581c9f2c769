import { type ReactNode, useEffect, useRef } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { LanguageSwitch } from '#src/ui/language-switch.tsx'
import { pickupDoorMessages } from './messages.ts'

interface PickupFrameProps {
  title: string
  lead?: string
  /** Left of the language switch at the page's foot on a shared screen, at its head on a phone. */
  tools?: ReactNode
  children: ReactNode
}

/** Head, title and content of a page of this door. Its heading takes the focus, so that a reader starts there. */
export function PickupFrame({ title, lead, tools, children }: PickupFrameProps) {
  const t = useMessages(pickupDoorMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[52rem] flex-col px-5 pb-10 md:px-8">
      <title>{t.pageTitle(title)}</title>
      <header className="flex items-center justify-between gap-3 py-3 md:py-6">
        <p className="font-display text-xl font-bold tracking-wide text-lamp">{t.brand}</p>
        <div className="flex items-center gap-1">
          {tools}
          <LanguageSwitch className="-mr-3" />
        </div>
      </header>
      <main className="flex flex-1 flex-col">
        <h1
          ref={heading}
          tabIndex={-1}
          className="font-display text-4xl font-extrabold text-balance md:mt-6 md:text-6xl"
        >
          {title}
        </h1>
        {lead && <p className="mt-1.5 text-lg text-mist md:mt-3 md:text-2xl">{lead}</p>}
        {children}
      </main>
    </div>
  )
}
