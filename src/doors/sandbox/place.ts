import { useSearchParams } from 'react-router'
import { z } from 'zod'

export const tabs = ['halls', 'orders', 'cards', 'faults', 'calls', 'start'] as const
export type Tab = (typeof tabs)[number]

const Place = z.object({
  tab: z.enum(tabs).catch('halls'),
  cinema: z.string().optional(),
  day: z.iso.date().optional().catch(undefined),
  show: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional()
    .catch(undefined),
  /** What is looked for among the orders. */
  find: z.string().default(''),
  order: z.string().optional(),
  call: z.coerce.number().int().optional().catch(undefined),
})
export type Place = z.infer<typeof Place>

type Patch = Partial<Record<keyof Place, string | undefined>>

/** Where on the page one is, as the address tells it: every view can be linked to. */
export function usePlace() {
  const [search, setSearch] = useSearchParams()
  /** The query of a link that leads on from here; undefined takes a part away. */
  const linkTo = (patch: Patch): string => `?${changed(search, patch)}`
  return {
    place: Place.parse(Object.fromEntries(search)),
    linkTo,
    /** Goes there at once, without a step that "back" would return to. */
    go: (patch: Patch): void => setSearch(now => changed(now, patch), { replace: true }),
  }
}

function changed(search: URLSearchParams, patch: Patch): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}
