import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { ConnectionBanner } from '#src/features/catalog/catalog-states.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { Icon } from '#src/ui/icon.tsx'
import { LanguageSwitch } from '#src/ui/language-switch.tsx'
import { checkoutMessages } from './messages.ts'
import { useScrollPlace } from './scroll-place.ts'

interface CheckoutScreenProps {
  title: string
  /** Under the title, small: which cinema, which show. */
  subtitle?: ReactNode
  /** Where the previous step is; absent when there is none to go back to. */
  back?: string | undefined
  /** What the guest does next; stays at the lower edge, under the thumb. */
  dock?: ReactNode
  /** The content fills the height that is left instead of scrolling. */
  fixed?: boolean
  /** Coming back finds the guest where she left, not at the top. */
  keepsPlace?: boolean
  children: ReactNode
}

/** The frame of every screen: one step back and the title above, the content, and the next step below. */
export function CheckoutScreen({
  title,
  subtitle,
  back,
  dock,
  fixed = false,
  keepsPlace = false,
  children,
}: CheckoutScreenProps) {
  const t = useMessages(checkoutMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useScrollPlace(keepsPlace)
  return (
    <div className={`flex flex-col ${fixed ? 'h-dvh tight:h-auto tight:min-h-dvh' : 'min-h-dvh'}`}>
      <title>{t.pageTitle(title)}</title>
      <header className="sticky top-0 z-20 tight:static border-b border-ink-800 bg-ink-950/95 backdrop-blur-sm">
        <div className={`${column(fixed)} flex min-h-16 items-center gap-2 py-1.5`}>
          {back !== undefined && (
            <Link
              to={back}
              aria-label={t.back}
              className="-ml-2.5 grid size-12 shrink-0 place-items-center rounded-2xl hover:bg-ink-800 active:bg-ink-700"
            >
              <Icon name="back" className="size-7" />
            </Link>
          )}
          <div className="min-w-0 flex-1">
            <h1
              ref={heading}
              tabIndex={-1}
              className="truncate tight:whitespace-normal font-display text-xl leading-tight font-bold"
            >
              {title}
            </h1>
            {subtitle}
          </div>
          <LanguageSwitch className="-mr-3 shrink-0 px-3 max-md:[&_svg]:hidden" />
        </div>
      </header>
      <main
        className={`${column(fixed)} flex min-h-0 flex-1 flex-col ${fixed ? 'gap-2.5 py-2.5' : 'gap-5 py-5'}`}
      >
        <ConnectionBanner />
        {children}
      </main>
      {dock && (
        <footer className="sticky bottom-0 z-10 tight:static border-t border-ink-700/70 bg-ink-900/95 pb-[env(safe-area-inset-bottom)] backdrop-blur-sm">
          <div className={`${column(fixed)} py-3`}>{dock}</div>
        </footer>
      )}
    </div>
  )
}

/** A map may use the whole width of a desktop; lines of text may not. */
const column = (fixed: boolean): string => `mx-auto w-full px-5 ${fixed ? 'max-w-6xl' : 'max-w-5xl'}`
