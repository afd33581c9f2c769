import { useEffect, useState } from 'react'
import type { Hall } from '#contract/hall.ts'
import { isLegal, nearestInstead, repairOf } from '#contract/seat-repair.ts'
import { bestSeats, type NoSuggestion, type Suggestion } from './best-seats.ts'
import { layoutOf } from './layout/hall-layout.ts'
import { groundFor, type Notice, reconcile, type SelectionContext, toggle } from './selection.ts'

/** What the line under the map says, as facts: the words follow the language of the moment. */
export type Said =
  | (Notice & {
      /** The nearest choice that can be had instead. */
      readonly repair?: readonly number[] | undefined
    })
  /** A repair was taken; `before` is what it took the place of. */
  | { readonly kind: 'changed'; readonly seats: readonly number[]; readonly before: readonly number[] }
  | { readonly kind: 'suggested'; readonly suggestion: Suggestion }
  | {
      readonly kind: 'none-suggested'
      readonly reason: NoSuggestion
      readonly size: number
      readonly atThisPrice: boolean
    }
  | { readonly kind: 'went-nearer' }

interface Suggested {
  readonly size: number
  readonly all: readonly Suggestion[]
  readonly at: number
}

interface SeatPicking {
  hall: Hall
  context: SelectionContext
  selection: readonly number[]
  onSelectionChange: (indexes: readonly number[]) => void
  /** The price band that the guest looks at; suggestions keep to it. */
  shownBand: number | undefined
}

/** Changes to what a suggestion is for. */
export interface Wished {
  readonly wheelchair?: boolean
  readonly allPrices?: boolean
}

/**
 * What a guest does to a selection that belongs to somebody else: taps, asks for the best seats, goes on to the
 * next suggestion, takes a repair or takes it back, and loses seats to others. Tells what is to be said about it.
 */
export function useSeatPicking({ hall, context, selection, onSelectionChange, shownBand }: SeatPicking) {
  const [said, setSaid] = useState<Said>()
  const [suggested, setSuggested] = useState<Suggested>()
  const [wheelchair, setWheelchair] = useState(false)

  useEffect(() => {
    const kept = reconcile(hall, selection, context)
    if (!kept.notice) return
    setSaid({ ...kept.notice, repair: repairOf(groundFor(hall, context), selection)?.seats })
    setSuggested(undefined)
    onSelectionChange(kept.selection)
  }, [hall, selection, context, onSelectionChange])

  function tap(seat: number): void {
    const next = toggle(hall, selection, seat, context)
    // Whoever said so needs not be asked.
    const notice = wheelchair && next.notice?.kind === 'wheelchair-taken' ? undefined : next.notice
    setSaid(notice && { ...notice, repair: wayOut(hall, selection, seat, notice, context) })
    setSuggested(undefined)
    if (next.selection !== selection) onSelectionChange(next.selection)
  }

  /** @returns the seats that are chosen now; none when nothing can be suggested */
  function suggest(size: number, wished: Wished = {}): readonly number[] {
    const band = wished.allPrices ? undefined : shownBand
    const wish = { size, wheelchair: wished.wheelchair ?? wheelchair, band }
    const taken = { has: (seat: number) => context.unavailable.has(seat) && !context.own.has(seat) }
    const best = bestSeats(layoutOf(hall), wish, taken)
    if (best.kind === 'found') return take({ size, all: best.suggestions, at: 0 })
    setSaid({ kind: 'none-suggested', reason: best.reason, size, atThisPrice: band !== undefined })
    setSuggested(undefined)
    return []
  }

  function take(next: Suggested): readonly number[] {
    const suggestion = next.all[next.at]
    if (!suggestion) return []
    setSuggested(next)
    setSaid({ kind: 'suggested', suggestion })
    onSelectionChange(suggestion.seats)
    return suggestion.seats
  }

  /** Goes round the suggestions made last; those that others have taken since are passed over. */
  function another(): readonly number[] {
    if (!suggested) return []
    const { all, at } = suggested
    const order = [...all.keys()].map(step => (at + 1 + step) % all.length)
    const next = order.find(k => !reconcile(hall, all[k]?.seats ?? [], context).notice)
    return next === undefined ? suggest(suggested.size) : take({ ...suggested, at: next })
  }

  /** The party has a wheelchair with it, or has none: what was suggested is suggested anew. */
  function needWheelchair(needed: boolean, size = standing?.size): readonly number[] {
    setWheelchair(needed)
    return size === undefined ? [] : suggest(size, { wheelchair: needed })
  }

  /** @returns the seats that are chosen now */
  function repair(seats: readonly number[]): readonly number[] {
    setSuggested(undefined)
    setSaid({ kind: 'changed', seats, before: selection })
    onSelectionChange(seats)
    return seats
  }

  /** Back to what was chosen before a repair, as far as it can still be had. */
  function undo(before: readonly number[]): readonly number[] {
    setSaid(undefined)
    const { selection: kept } = reconcile(hall, before, context)
    onSelectionChange(kept)
    return kept
  }

  // The caller may have changed the selection since: then it is no suggestion any more.
  const standing =
    suggested && sameSeats(suggested.all[suggested.at]?.seats ?? [], selection) ? suggested : undefined
  return {
    said: isOver(said, selection, standing !== undefined) ? undefined : said,
    say: setSaid,
    tap,
    repair,
    undo,
    suggest,
    another,
    wheelchair,
    needWheelchair,
    /** The party that the present selection was suggested for. */
    partySize: standing?.size,
    hasAnother: standing !== undefined && standing.all.length > 1,
  }
}

/** What was said of a choice is over when the caller has changed it since. */
function isOver(said: Said | undefined, selection: readonly number[], isSuggestion: boolean): boolean {
  if (said?.kind === 'suggested') return !isSuggestion
  return said?.kind === 'changed' && !sameSeats(said.seats, selection)
}

/** The choice to offer when a tap came to nothing, or when it took what others need more. */
function wayOut(
  hall: Hall,
  selection: readonly number[],
  seat: number,
  { kind, seats }: Notice,
  context: SelectionContext,
): readonly number[] | undefined {
  const ground = groundFor(hall, context)
  switch (kind) {
    case 'couple-added':
    case 'couple-removed':
    case 'not-a-seat':
      return undefined
    case 'limit': {
      const exchanged = [...selection.slice(seats.length), ...seats]
      return isLegal(ground, exchanged) ? exchanged : undefined
    }
    default:
      return nearestInstead(ground, selection, seat)?.seats
  }
}

function sameSeats(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every(seat => b.includes(seat))
}
