import type { Dice } from './dice.ts'
import type { FaultName } from './faults.ts'

const minuteMs = 60_000

/** From an instant on until another, epoch ms. */
export interface Spell {
  from: number
  until: number
}

/** How bad one world is; every seed draws its own. */
export interface Weather {
  /** How likely a fault is, per call or write; 0 after `healsAt`. */
  chanceOf: (fault: FaultName, now: number) => number
  /** Nobody reaches the cloud. */
  outages: readonly Spell[]
  /** The cloud no longer knows our secret. */
  rotation: Spell | undefined
  /** The cinema's account with the cloud is closed. */
  closed: Spell | undefined
  /** The provider has no money of ours to pay back. */
  lowBalance: Spell | undefined
  /** After this instant nothing goes wrong any more. */
  healsAt: number
}

/** The most that a fault is likely, where it is likely at all. */
const worst: Partial<Record<FaultName, number>> = {
  'connection refused': 0.4,
  'request dropped': 0.5,
  'answer dropped': 0.5,
  'answer delayed 1-200 s': 0.4,
  'request delayed to 25 min': 0.4,
  'reset mid-answer': 0.3,
  'truncated JSON': 0.2,
  'HTTP 502': 0.3,
  'unknown bizCode': 0.2,
  'data as string': 0.5,
  'missing envelope': 0.3,
  'a true refusal': 0.4,
  'lying negative on retry': 0.4,
  'false ORDER_NOT_FOUND': 0.6,
  'ticketing slow 30 s-20 min': 1,
  REVERSE_TICKET_FAILED: 0.4,
  'reversal answer lost': 0.8,
  'late reversal': 0.8,
  '30004': 0.2,
  'payment 1 ms before close': 0.4,
  'callback lost': 1,
  'callback repeated': 0.8,
  'callback days late': 0.3,
  'callback before create returns': 0.2,
  'provider without an answer': 0.4,
  'refund PROCESSING then CLOSED': 0.7,
  'refund ABNORMAL': 0.4,
  'crash at a commit': 0.05,
  'database down': 0.03,
  'database slow': 0.1,
  'commit unknown': 0.03,
  'database full': 0.02,
}

export function drawWeather(dice: Dice, start: number): Weather {
  const chances = new Map<FaultName, number>()
  // Now and then a cinema is slow with everything: then the reversals begin.
  const slowCinema = dice.chance(0.25)
  const healsAt = start + dice.between(slowCinema ? 20 : 0, 180) * minuteMs
  for (const [name, most] of Object.entries(worst) as [FaultName, number][])
    if (dice.chance(0.35)) chances.set(name, dice.next() * most)
  if (slowCinema) chances.set('ticketing slow 30 s-20 min', 1)
  const spell = (longest: number): Spell => {
    const from = start + dice.between(0, 25 * 60) * 1_000
    return { from, until: Math.min(healsAt, from + dice.between(60, longest * 60) * 1_000) }
  }
  const perhaps = (chance: number, longest: number) => (dice.chance(chance) ? spell(longest) : undefined)
  return {
    chanceOf: (fault, now) => (now >= healsAt ? 0 : (chances.get(fault) ?? 0)),
    outages: Array.from({ length: dice.chance(0.3) ? dice.between(1, 3) : 0 }, () => spell(40)),
    rotation: perhaps(0.1, 30),
    closed: perhaps(0.1, 60),
    lowBalance: perhaps(0.2, 180),
    healsAt,
  }
}

/** Whether the spell reigns at that instant. */
export const during = (spell: Spell | undefined, now: number): boolean =>
  spell !== undefined && now >= spell.from && now < spell.until
