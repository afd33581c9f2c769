import type { ApiName } from '../protocol/api-names.ts'
import type { Api } from './api.ts'
import { getCinemas } from './get-cinemas.ts'
import { getScheduleAreaSeats } from './get-schedule-area-seats.ts'
import { getScheduleSoldSeats } from './get-schedule-sold-seats.ts'
import { getSchedules } from './get-schedules.ts'
import { getSeats } from './get-seats.ts'

const built: readonly Api[] = [getCinemas, getSchedules, getSeats, getScheduleAreaSeats, getScheduleSoldSeats]

/** The interfaces that the sandbox answers; the rest of the 43 it knows by name and does not open to anybody. */
export const apis: ReadonlyMap<ApiName, Api> = new Map(built.map(api => [api.name, api]))
