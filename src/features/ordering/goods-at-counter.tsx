import { useMessages } from '#src/i18n/messages.ts'
import { CodeGroups } from '#src/ui/code-groups.tsx'
import { orderingMessages } from './messages.ts'

interface GoodsAtCounterProps {
  readonly goods: readonly { readonly name: string; readonly count: number }[]
  /** The counter's own number, where it has one; otherwise the ticket's code serves there too. */
  readonly code: string | undefined
}

/** What waits at the counter for who holds this ticket; nothing where only seats were bought. */
export function GoodsAtCounter({ goods, code }: GoodsAtCounterProps) {
  const t = useMessages(orderingMessages)
  if (goods.length === 0) return null
  return (
    <section aria-label={t.atCounter} className="mt-5 border-t-2 border-dashed border-on-stub/20 pt-4">
      <p className="text-sm text-on-stub-quiet @3xl:text-base">{t.atCounter}</p>
      <ul className="mt-1 text-xl font-semibold @3xl:text-2xl @min-[54rem]:text-xl">
        {goods.map(({ name, count }) => (
          <li key={name}>{t.goodsOf(name, count)}</li>
        ))}
      </ul>
      {code !== undefined && (
        <p className="mt-2 text-base text-on-stub-quiet">
          {t.counterCode} <CodeGroups code={code} className="tabular font-bold text-on-stub" />
        </p>
      )}
    </section>
  )
}
