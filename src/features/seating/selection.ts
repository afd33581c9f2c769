import type { Hall } from '#contract/hall.ts'
import { type HallLayout, layoutOf } from './layout/hall-layout.ts'

/** What decides beside the hall itself: what others have, and what this guest's own hold has locked. */
export interface SelectionContext {
  readonly unavailable: ReadonlySet<number>
  /** Locked by this guest's present hold: reported unavailable, yet free for her. */
  readonly own: ReadonlySet<number>
}

/** Why a seat cannot be chosen at all. */
export type SeatObstacle = 'not-a-seat' | 'held-back' | 'damaged' | 'sold' | 'couple-half-sold'

/** What a seat is to this guest at this moment. */
export type SeatState = 'free' | 'chosen' | SeatObstacle

/** What the guest has to be told, in one sentence, about the seats named. */
export interface Notice {
  readonly kind: SeatObstacle | 'limit' | 'couple-added' | 'couple-removed' | 'taken-meanwhile'
  readonly seats: readonly number[]
}

export interface Selected {
  readonly selection: readonly number[]
  readonly notice?: Notice
}

/** Says why a seat cannot be chosen; undefined when it can. */
export function obstacleOf(
  layout: HallLayout,
  seat: number,
  context: SelectionContext,
): SeatObstacle | undefined {
  const alone = obstacleOfOne(layout, seat, context)
  if (alone) return alone
  const partner = layout.partner[seat] ?? -1
  if (partner >= 0 && obstacleOfOne(layout, partner, context)) return 'couple-half-sold'
  return undefined
}

function obstacleOfOne(
  layout: HallLayout,
  seat: number,
  context: SelectionContext,
): SeatObstacle | undefined {
  if (!Number.isInteger(seat) || seat < 0 || seat >= layout.count) return 'not-a-seat'
  if (layout.damaged[seat] === 1) return 'damaged'
  if (layout.hall.seats.type[seat] === 'H') return 'held-back'
  if (context.unavailable.has(seat) && !context.own.has(seat)) return 'sold'
  return undefined
}

/**
 * Takes a seat into the selection or out of it. Both halves of a couple seat always go together. What
 * cannot be done leaves the selection as it was and says why.
 *
 * Rules that judge the whole selection, such as the one about single gaps, belong behind the limit.
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
  return group.length > 1
    ? { selection: grown, notice: { kind: 'couple-added', seats: group } }
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
