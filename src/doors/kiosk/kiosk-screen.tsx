import { type ReactNode, useEffect, useRef } from 'react'
import { ConnectionBanner } from '#src/features/catalog/catalog-states.tsx'
import { useLanguage } from '#src/i18n/language.ts'
import { useComfort } from './comfort-store.ts'
import { KioskBar } from './kiosk-bar.tsx'
import { type KioskStep, KioskSteps } from './kiosk-steps.tsx'
import { useScrollPlace } from './scroll-place.ts'

interface KioskScreenProps {
  title: string
  step: KioskStep
  /** Where the previous step is; absent when there is none to go back to. */
  back?: string | undefined
  /** Beside the title, to be read: a countdown, the show. */
  extra?: ReactNode
  /** Beside the title, to be pressed: the row of days. */
  choices?: ReactNode
  /** What the guest does next: stands above the bar when upright, at the right's foot when wide. */
  dock?: ReactNode
  /** The second column of the wide layout; upright it follows the content. */
  aside?: ReactNode
  /** A picture behind the upper part of the screen. */
  backdrop?: ReactNode
  /** The content fills the height that is left instead of scrolling. */
  fixed?: boolean
  /** Coming back, the content is scrolled to where it was left. */
  keepsPlace?: boolean
  children: ReactNode
}

/** The frame of every screen but the first: steps and title, content, what to do next, and the bar. */
export function KioskScreen({
  title,
  step,
  back,
  extra,
  choices,
  dock,
  aside,
  backdrop,
  fixed = false,
  keepsPlace = false,
  children,
}: KioskScreenProps) {
  const lowered = useComfort(state => state.lowered)
  const heading = useRef<HTMLHeadingElement>(null)
  const language = useLanguage()
  const twoColumns = aside !== undefined || dock !== undefined
  const scroller = useScrollPlace(keepsPlace)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div
      data-lowered={lowered}
      className="relative isolate flex h-dvh flex-col transition-[padding] duration-500 wide:data-[lowered=true]:pt-[20dvh]"
    >
      <title>{language === 'zh' ? `${title} · 自助售票` : `${title} · Kiosk`}</title>
      {backdrop && (
        <div className="absolute inset-x-0 top-0 -z-10 h-3/5 opacity-30 [mask-image:linear-gradient(to_bottom,#000_30%,transparent)]">
          {backdrop}
        </div>
      )}
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 px-10 pt-8 pb-5 transition-[min-height] duration-500 low:min-h-[45dvh] low:content-end wide:pt-6">
        <div className="flex flex-col-reverse gap-2 wide:flex-row wide:items-center wide:gap-8">
          <h1
            ref={heading}
            tabIndex={-1}
            className="font-display text-5xl font-extrabold text-balance wide:text-4xl"
          >
            {title}
          </h1>
          <KioskSteps step={step} />
        </div>
        {extra}
        {choices && !lowered && <div className="w-full wide:w-auto">{choices}</div>}
      </header>
      {choices && lowered && <div className="px-10 pb-5">{choices}</div>}
      <ConnectionBanner className="mx-10 mb-4" />
      <main
        className={`grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_auto] ${twoColumns ? 'wide:grid-cols-[minmax(0,1fr)_31rem]' : ''}`}
      >
        <div
          ref={scroller}
          className={`flex min-h-0 flex-col gap-6 ${fixed ? '' : 'no-scrollbar overflow-y-auto'} ${twoColumns ? 'wide:contents' : ''}`}
        >
          <div
            // What scrolls has to be within the keyboard's reach, and whatever is a stop has a name.
            {...(!fixed && { tabIndex: 0, role: 'region', 'aria-label': title })}
            className={`min-w-0 px-10 ${fixed ? 'min-h-0 flex-1 wide:pb-5' : 'no-scrollbar flex flex-1 flex-col pb-8 wide:overflow-y-auto'} ${twoColumns ? 'wide:row-span-2 wide:min-h-0' : ''}`}
          >
            {children}
          </div>
          {aside && (
            <div className="no-scrollbar px-10 pb-6 empty:hidden wide:col-start-2 wide:min-h-0 wide:overflow-y-auto wide:pl-0">
              {aside}
            </div>
          )}
        </div>
        {dock && <div className="px-10 py-5 wide:col-start-2 wide:row-start-2 wide:pl-0">{dock}</div>}
      </main>
      <KioskBar back={back} />
    </div>
  )
}
