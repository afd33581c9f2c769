import { nastyHalls } from './nasty-halls.ts'
import type { PlannedHall } from './planned-hall.ts'
import { realHalls } from './real-halls.ts'

export const halls: readonly PlannedHall[] = [...realHalls, ...nastyHalls]
