import { scatterCost } from './scatter-cost.ts'

/*
 * What a row remembers from left to right within a stretch of free seats. "Start" is the wall, aisle or taken seat
 * where the stretch begins; `takenStart` is a start behind a wheelchair place whose left companion seat is chosen.
 */
export const start = 0
export const takenStart = 1
/** One free seat since the start. */
const oneFree = 2
/** Free seats enough: whoever sits next leaves nobody alone here. */
const clear = 3
/** A group of one, or of more, that touches the start. */
const edge = [4, 5] as const
/** A group with room enough on its left. */
const loose = [6, 7] as const
/** A group that leaves one free seat at the start, and so has to reach to the end. */
const bound = [8, 9] as const
/** One free seat behind a group at the start: the stretch may end here. */
const afterEdge = 10
/** One free seat behind any other group: it may not. */
export const afterLoose = 11
export const states = 12
export const forbidden = -1

/** The state after an empty seat that somebody could still have. */
export function afterEmpty(state: number, mayStandAlone: boolean): number {
  switch (state) {
    case start:
    case takenStart:
      return mayStandAlone ? clear : oneFree
    case edge[0]:
    case edge[1]:
      return mayStandAlone ? clear : afterEdge
    case loose[0]:
    case loose[1]:
      return mayStandAlone ? clear : afterLoose
    case bound[0]:
    case bound[1]:
      return forbidden
    default:
      return clear
  }
}

/** The state after a chosen seat. */
export function afterChosen(state: number): number {
  switch (state) {
    case start:
    case takenStart:
      return edge[0]
    case oneFree:
      return bound[0]
    case clear:
      return loose[0]
    case edge[0]:
    case edge[1]:
      return edge[1]
    case loose[0]:
    case loose[1]:
      return loose[1]
    case bound[0]:
    case bound[1]:
      return bound[1]
    default:
      return forbidden
  }
}

/** What joining costs beside the seat itself: a group's first seat sits alone until a second one comes. */
export function joining(state: number): number {
  switch (state) {
    case edge[0]:
    case loose[0]:
    case bound[0]:
      return -scatterCost.alone
    case edge[1]:
    case loose[1]:
    case bound[1]:
      return 0
    default:
      return scatterCost.alone + scatterCost.group
  }
}

export const isGroup = (state: number): boolean => state >= edge[0] && state <= bound[1]
