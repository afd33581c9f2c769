import type { Hall } from '#contract/hall.ts'
import { type SeatGround, seatGround } from '#contract/seat-ground.ts'
import type { SeatRule } from '#contract/seat-rule.ts'
import { obstacleAt, type SeatObstacle } from '#contract/seat-rules.ts'
import { type HallLayout, layoutOf } from './layout/hall-layout.ts'

/** What decides beside the hall itself: what others have, and what this guest's own hold has locked. */
export interface SelectionContext {
  readonly unavailable: ReadonlySet<number>
  /** Locked by this guest's present hold: reported unavailable, yet free for her. */
  readonly own: ReadonlySet<number>
}

/** What a seat is to this guest at this moment. */
export type SeatState = 'free' | 'chosen' | SeatObstacle

/** What the guest has to be told, in one sentence, about the seats named. */
export interface Notice {
  readonly kind: SeatRule | 'couple-added' | 'couple-removed' | 'wheelchair-taken'
  readonly seats: readonly number[]
}

export interface Selected {
  readonly selection: readonly number[]
  readonly notice?: Notice
}

const grounds = new WeakMap<SelectionContext, SeatGround>()

/** What the rules are judged on for this guest at this moment: her own hold's seats are free for her. */
export function groundFor(hall: Hall, context: SelectionContext): SeatGround {
  const known = grounds.get(context)
  if (known?.seats === hall.seats) return known
  const { unavailable, own } = context
  const ground = seatGround(hall, { has: seat => unavailable.has(seat) && !own.has(seat) })
  grounds.set(context, ground)
  return ground
}

/** Says why a seat cannot be chosen; undefined when it can. */
export function obstacleOf(
  { hall }: HallLayout,
  seat: number,
  context: SelectionContext,
): SeatObstacle | undefined {
  return obstacleAt(groundFor(hall, context), seat)
}

/**
 * Takes a seat into the selection or out of it. Both halves of a couple seat always go together. What
 * cannot be done leaves the selection as it was and says why. Rules that judge a whole choice stop no tap: the
 * choice may not be finished yet.
 */
export function toggle(
  hall: Hall,
  selection: readonly number[],
  index: number,
  context: SelectionContext,
): Selected {
  const layout = layoutOf(hall)
  const partner = layout.partner[index] ?? -1
  const group = partner >= 0 ? [index, partner] : [index]
  if (selection.includes(index)) {
    const rest = selection.filter(seat => !group.includes(seat))
    return group.length > 1
      ? { selection: rest, notice: { kind: 'couple-removed', seats: group } }
      : { selection: rest }
  }
  const obstacle = obstacleOf(layout, index, context)
  if (obstacle) return { selection, notice: { kind: obstacle, seats: [index] } }
  const grown = [...selection.filter(seat => !group.includes(seat)), ...group]
  if (grown.length > hall.maxSeats) return { selection, notice: { kind: 'limit', seats: group } }
  if (group.length > 1) return { selection: grown, notice: { kind: 'couple-added', seats: group } }
  return hall.seats.type[index] === 'W'
    ? { selection: grown, notice: { kind: 'wheelchair-taken', seats: group } }
    : { selection: grown }
}

/** Drops what can no longer be bought, whole couple seats at a time, and names what was taken meanwhile. */
export function reconcile(hall: Hall, selection: readonly number[], context: SelectionContext): Selected {
  const layout = layoutOf(hall)
  const lost = selection.filter(seat => obstacleOf(layout, seat, context) !== undefined)
  if (lost.length === 0) return { selection }
  const gone = new Set(lost)
  return {
    selection: selection.filter(seat => !gone.has(seat)),
    notice: { kind: 'taken-meanwhile', seats: lost },
  }
}
