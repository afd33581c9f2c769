import { useEffect, useRef } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { Icon } from '#src/ui/icon.tsx'
import { sandboxMessages } from './messages.ts'
import { dismissNews, useNews } from './news.ts'
import { ToolButton } from './parts/tool-button.tsx'

const shownMs = 9_000

/**
 * The latest news above everything else; it goes by itself, unless somebody is about to undo it. The frame stays on
 * the page, since readers announce only what changes within one that they know.
 */
export function NewsLine() {
  const t = useMessages(sandboxMessages)
  const latest = useNews(state => state.latest)
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!latest) return
    const timer = setInterval(() => {
      if (!line.current?.matches(':focus-within, :hover')) dismissNews()
    }, shownMs)
    return () => clearInterval(timer)
  }, [latest])
  const { undo } = latest ?? {}
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-20 flex justify-center px-3"
      ref={line}
    >
      {latest && (
        <div
          key={latest.id}
          className="pointer-events-auto flex max-w-2xl animate-rise items-center gap-3 rounded-2xl bg-ink-800 py-2 pr-2 pl-4 shadow-deep ring-1 ring-inset ring-ink-600"
        >
          <Icon
            name={latest.tone === 'done' ? 'check' : 'alert'}
            className={`size-5 ${latest.tone === 'done' ? 'text-leaf' : 'text-coral'}`}
          />
          <p className="min-w-0 text-sm break-words">{latest.text}</p>
          {undo && (
            <ToolButton
              kind="lamp"
              onClick={() => {
                dismissNews()
                undo()
              }}
            >
              {t.undo}
            </ToolButton>
          )}
          <ToolButton kind="plain" aria-label={t.close} onClick={dismissNews} className="px-2">
            <Icon name="close" className="size-4" />
          </ToolButton>
        </div>
      )}
    </div>
  )
}
