import type { Hall } from '#contract/hall.ts'
import type { SeatId, SectionId } from '#contract/ids.ts'

/**
 * In which section each of the seats is.
 *
 * @throws RangeError when one of them is not in the hall
 */
export function sectionsOf({ seats, sections }: Hall, seatIds: readonly SeatId[]): Map<SeatId, SectionId> {
  const places = new Map(seats.id.map((id, index) => [id, index]))
  return new Map(
    seatIds.map(seatId => {
      const section = sections[seats.section[places.get(seatId) ?? -1] ?? -1]
      if (section === undefined) throw new RangeError('the hall has no such seat')
      return [seatId, section.id]
    }),
  )
}
