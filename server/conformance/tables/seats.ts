import { day, openWords, yesNo } from './forms.ts'
import { array, arrayOfStrings, data, field, table } from './notation.ts'

const cinemaLinkId = field('cinemaLinkId', 'String')
const seatIds = field('seats', array([field('seatId', 'String')]))

/** A show, as everything about its seats names it. */
export const showKey = [cinemaLinkId, field('scheduleId', 'String'), field('scheduleKey', 'String')]

export const getSeats = table(
  '4.3',
  'ykse.partner.seat.getSeats',
  [cinemaLinkId, field('hallId', 'String')],
  data([
    cinemaLinkId,
    field('hallId', 'String'),
    field(
      'seatPlanList',
      array([
        field('effectiveDate', 'String', { form: day }),
        field(
          'sections',
          array([
            field('sectionId', 'String'),
            field('name', 'String'),
            field(
              'seats',
              array([
                field('seatId', 'String'),
                field('rowId', 'String'),
                field('columnId', 'String'),
                field('x', 'Integer', { alsoTyped: 'String' }),
                field('y', 'Integer', { alsoTyped: 'String' }),
                field('type', 'String', { form: openWords(['N', 'W', 'L', 'R', 'H', 'Z']) }),
                field('damage', 'String', { form: yesNo }),
              ]),
            ),
          ]),
        ),
      ]),
    ),
  ]),
)

export const getScheduleAreaSeats = table(
  '4.4',
  'ykse.partner.seat.getScheduleAreaSeats',
  showKey,
  data([
    ...showKey,
    field(
      'sectionAreas',
      array([
        field('sectionId', 'String'),
        field('areaDetails', array([field('name', 'String'), field('code', 'String'), seatIds])),
      ]),
    ),
  ]),
)

export const getScheduleSoldSeats = table(
  '4.5',
  'ykse.partner.seat.getScheduleSoldSeats',
  [...showKey, field('sectionId', 'String')],
  data([...showKey, field('sectionList', array([field('sectionId', 'String'), seatIds]))]),
)

export const lockSeats = table(
  '5.1',
  'ykse.partner.seat.lockSeats',
  [...showKey, field('outLockId', 'String', { length: [1, 20] }), field('seatIdList', arrayOfStrings)],
  data([field('lockOrderId', 'String'), field('outLockId', 'String', { length: [1, 20] }), seatIds]),
)

const lock = [cinemaLinkId, field('lockOrderId', 'String')]

export const releaseSeats = table('5.2', 'ykse.partner.seat.releaseSeats', lock, data(lock))
