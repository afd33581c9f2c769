import { Link } from 'react-router'
import { useMessages } from '#src/i18n/messages.ts'
import { sandboxMessages } from './messages.ts'
import { tabs, usePlace } from './place.ts'

/** On a phone the links are wider than the screen. */
const inSight = (link: HTMLElement | null) => link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

/** The views as links, so that each can be opened beside another. `standing`: how many faults are set. */
export function TabLinks({ standing }: { standing: number }) {
  const t = useMessages(sandboxMessages)
  const { place, linkTo } = usePlace()
  return (
    <nav
      aria-label={t.tabs}
      className="no-scrollbar flex gap-1 overflow-x-auto border-b border-ink-700 px-3 sm:px-5"
    >
      {tabs.map(tab => (
        <Link
          key={tab}
          ref={tab === place.tab ? inSight : undefined}
          to={linkTo({ tab })}
          aria-current={tab === place.tab ? 'page' : undefined}
          className="relative flex min-h-11 shrink-0 items-center rounded-t-xl px-4 text-mist -outline-offset-2 hover:text-paper aria-[current=page]:font-semibold aria-[current=page]:text-paper aria-[current=page]:shadow-[inset_0_-3px_0_var(--color-lamp)]"
        >
          {t[tab]}
          {tab === 'faults' && standing > 0 && (
            // At the corner, so that the other links stay where they are.
            <span className="tabular absolute top-0.5 -right-1 min-w-5 rounded-full bg-coral px-1.5 text-center text-xs leading-5 font-bold text-ink-950">
              {standing}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
