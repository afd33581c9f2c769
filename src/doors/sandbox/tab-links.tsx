import { Link } from 'react-router'
import { useMessages } from '#src/i18n/messages.ts'
import { sandboxMessages } from './messages.ts'
import { tabs, usePlace } from './place.ts'

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
          to={linkTo({ tab })}
          aria-current={tab === place.tab ? 'page' : undefined}
          className="relative flex min-h-11 shrink-0 items-center gap-2 rounded-t-xl px-3.5 text-mist -outline-offset-2 hover:text-paper aria-[current=page]:font-semibold aria-[current=page]:text-paper aria-[current=page]:shadow-[inset_0_-3px_0_var(--color-lamp)]"
        >
          {t[tab]}
          {tab === 'faults' && standing > 0 && (
            <span className="tabular rounded-full bg-coral px-2 text-xs leading-5 font-bold text-ink-950">
              {standing}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
