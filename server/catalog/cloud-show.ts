import { z } from 'zod'
import { Film } from '#contract/catalog.ts'
import { CinemaId, HallId } from '#contract/ids.ts'
import { Fen } from '#contract/money.ts'
import type { CloudShow } from '../moviecloud/gateway-types.ts'

/** A show as it lies in the cache file, read back after a restart. */
export const StoredShows = z.array(
  z.object({
    cinemaId: CinemaId,
    scheduleId: z.string(),
    scheduleKey: z.string(),
    hallId: HallId,
    startsAt: z.int(),
    sellsUntil: z.int(),
    onSale: z.boolean(),
    standardFen: Fen,
    lowestFen: Fen,
    settleFen: Fen.exactOptional(),
    feeFen: Fen,
    feeKind: z.enum(['ticket', 'order']),
    areaPrices: z.array(z.object({ name: z.string(), settleFen: Fen })),
    benefitPrices: z.array(
      z.object({ policyCode: z.string(), ticketFen: Fen, perShow: z.int().exactOptional() }),
    ),
    film: Film,
  }),
) satisfies z.ZodType<CloudShow[]>
