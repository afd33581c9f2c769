import type { LocalDate } from '#contract/time.ts'
import { BillUnavailable } from '../payment/bill-unavailable.ts'
import type { BillRow, PaymentProvider } from '../payment/provider.ts'

/** A provider's books of a day, or why they can't be had. */
export async function readBill(
  provider: Pick<PaymentProvider, 'bill'>,
  day: LocalDate,
): Promise<readonly BillRow[] | { unreadable: string }> {
  try {
    const rows: BillRow[] = []
    for await (const row of provider.bill(day)) rows.push(row)
    return rows
  } catch (error) {
    if (error instanceof BillUnavailable) return { unreadable: error.message }
    throw error
  }
}
