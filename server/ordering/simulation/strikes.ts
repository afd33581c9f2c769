import type { FaultName } from './faults.ts'
import type { World } from './world.ts'

/** Whether the fault strikes now; it is counted when it does. */
export function strikes({ weather, time, dice, note }: World, fault: FaultName): boolean {
  const chance = weather.chanceOf(fault, time.now())
  if (chance === 0 || !dice.chance(chance)) return false
  note(fault)
  return true
}
