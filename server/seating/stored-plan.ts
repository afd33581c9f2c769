import { z } from 'zod'
import { SeatType } from '#contract/hall.ts'
import { SeatId, SectionId } from '#contract/ids.ts'
import { LocalDate } from '#contract/time.ts'
import type { HallPlan } from '../moviecloud/gateway-types.ts'

const Seat = z.object({
  id: SeatId,
  row: z.string(),
  column: z.string(),
  x: z.int(),
  y: z.int(),
  type: SeatType,
  damaged: z.boolean(),
})

/** Plans of a hall as they lie in the cache file, read back after a restart. */
export const StoredPlans = z.array(
  z.object({
    effectiveFrom: LocalDate,
    sections: z.array(z.object({ id: SectionId, name: z.string(), seats: z.array(Seat) })),
  }),
) satisfies z.ZodType<HallPlan[]>
