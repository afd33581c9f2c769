import { z } from 'zod'
import type { Act } from '../payment/test-support/control.ts'

/** The provider's own books. */
export const Books = z.object({
  trades: z.array(z.object({ outTradeNo: z.string(), state: z.string(), paidFen: z.int() })),
  refunds: z.array(
    z.object({
      outRefundNo: z.string(),
      outTradeNo: z.string(),
      amountFen: z.int(),
      state: z.enum(['PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL']),
    }),
  ),
})
export type Books = z.infer<typeof Books>

/** The provider's stand-in, steered from outside: the guests' phones, its moods, its books. */
export interface ProviderControl {
  act(act: Act): Promise<boolean>
  books(): Promise<Books>
}

/** @param origin where the stand-in listens */
export function steerProvider(origin: string): ProviderControl {
  const post = async (act: Act): Promise<unknown> => {
    const answer = await fetch(`${origin}/stand-in/control`, { method: 'POST', body: JSON.stringify(act) })
    return answer.json()
  }
  return {
    act: async act => z.boolean().parse(await post(act)),
    books: async () => Books.parse(await post({ act: 'books' })),
  }
}
