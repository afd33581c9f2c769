import { z } from 'zod'
import { priced, theShow, tomorrow } from './test-cloud.ts'
import type { Recorder } from './test-recorder.ts'

const Halls = z.array(
  z.object({ cinemaLinkId: z.string(), halls: z.array(z.object({ hallId: z.string() })) }),
)
const Locked = z.object({ lockOrderId: z.string() })

/** Asks for cinemas, shows and seats (4), and locks some and gives them back (5.1, 5.2), in every variant. */
export async function askProgramme({ cloud, must, all }: Recorder): Promise<void> {
  const cinemas = await must('cinema.getCinemas', {}, Halls)
  for (const { cinemaLinkId, halls } of cinemas) {
    const days = { startDate: tomorrow, endDate: tomorrow }
    await all('schedule.getSchedules', [
      { cinemaLinkId },
      { cinemaLinkId, startDate: tomorrow },
      { cinemaLinkId, ...days },
      ...['default', 'benefit', 'specialSeat'].map(priceQueryType => ({
        cinemaLinkId,
        ...days,
        priceQueryType,
      })),
    ])
    await all(
      'seat.getSeats',
      halls.map(({ hallId }) => ({ cinemaLinkId, hallId })),
    )
  }

  const shows = (await Promise.all(cinemas.map(one => cloud.shows(one.cinemaLinkId)))).flat()
  const byAreas = theShow(shows, priced.byAreas)
  const bySettle = theShow(shows, priced.bySettle)
  const byChannel = theShow(shows, priced.byChannel)
  await all('seat.getScheduleAreaSeats', [byAreas, bySettle].map(cloud.key))

  for (const show of [byAreas, bySettle, byChannel]) {
    const [seatId = ''] = await cloud.freeSeats(show, 1)
    const request = cloud.lockRequest(show, [seatId])
    const { lockOrderId } = await must('seat.lockSeats', request, Locked)
    const sections = new Set((await cloud.seats(show)).map(({ sectionId }) => sectionId))
    await all(
      'seat.getScheduleSoldSeats',
      [...sections].map(sectionId => ({ ...cloud.key(show), sectionId })),
    )
    await all('seat.releaseSeats', [{ cinemaLinkId: show.cinemaLinkId, lockOrderId }])
  }
}
