import type { ApiName } from '../protocol/api-names.ts'
import type { Api } from './api.ts'
import { confirmOrder } from './confirm-order.ts'
import { getCinemas } from './get-cinemas.ts'
import { getOrderInfo } from './get-order-info.ts'
import { getScheduleAreaSeats } from './get-schedule-area-seats.ts'
import { getScheduleSoldSeats } from './get-schedule-sold-seats.ts'
import { getSchedules } from './get-schedules.ts'
import { getSeats } from './get-seats.ts'
import { getTicketInfo } from './get-ticket-info.ts'
import { lockSeats } from './lock-seats.ts'
import { releaseSeats } from './release-seats.ts'
import { reverseOrder } from './reverse-order.ts'

const built: readonly Api[] = [
  getCinemas,
  getSchedules,
  getSeats,
  getScheduleAreaSeats,
  getScheduleSoldSeats,
  lockSeats,
  releaseSeats,
  confirmOrder,
  getOrderInfo,
  getTicketInfo,
  reverseOrder,
]

/** The interfaces that the sandbox answers; the rest of the 43 it knows by name and does not open to anybody. */
export const apis: ReadonlyMap<ApiName, Api> = new Map(built.map(api => [api.name, api]))
