import { z } from 'zod'
import { type ApiName, isApiName } from '../protocol/api-names.ts'
import { isBizCode, isRetCode } from '../protocol/codes.ts'

const vendorPrefix = 'ykse.partner.'
/** An interface by its full name or the part behind the vendor's prefix; `*` is every one. */
const ApiPattern = z
  .string()
  .transform(name => (name === '*' || name.startsWith(vendorPrefix) ? name : vendorPrefix + name))
  .refine(name => name === '*' || isApiName(name), 'not an interface of the specification')

const common = {
  api: ApiPattern,
  /** It befalls the next so many calls. */
  times: z.int().min(1).max(1000).default(1),
}
const twoDaysMs = 48 * 3_600_000

export const Fault = z.discriminatedUnion('kind', [
  /** The connection breaks before the call is handled. */
  z.strictObject({ kind: z.literal('lose-request'), ...common }),
  /** The call is handled, then the connection breaks. */
  z.strictObject({ kind: z.literal('lose-answer'), ...common }),
  /** The call waits so long before it is handled. */
  z.strictObject({ kind: z.literal('delay'), delayMs: z.int().min(1).max(3_600_000), ...common }),
  /** The call is answered with this code, and not handled. */
  z.strictObject({
    kind: z.literal('refuse'),
    code: z.string().refine(code => isRetCode(code) || isBizCode(code), 'not a code of the specification'),
    ...common,
  }),
  /**
   * The cinema takes so long, by the sandbox's clock, for the tickets or goods of a confirm, or for taking them back
   * on a refund: the order waits until then.
   */
  z.strictObject({ kind: z.literal('slow-tickets'), delayMs: z.int().min(1).max(twoDaysMs), ...common }),
])
export type Fault = z.infer<typeof Fault>

/** What goes wrong next. Kept in memory: a restart heals. */
export interface Faults {
  add(fault: Fault): void
  /** The fault that befalls this call, used up by one. */
  take(api: ApiName): Fault | undefined
  list(): readonly Fault[]
  clear(): void
}

export function createFaults(): Faults {
  let waiting: Fault[] = []
  return {
    add: fault => void waiting.push({ ...fault }),
    take(api) {
      const fault = waiting.find(candidate => candidate.api === '*' || candidate.api === api)
      if (!fault) return undefined
      fault.times -= 1
      if (fault.times === 0) waiting = waiting.filter(candidate => candidate !== fault)
      return fault
    },
    list: () => waiting,
    clear: () => {
      waiting = []
    },
  }
}
