import { takenSeats } from '../books.ts'
import type { Show } from '../world.ts'
import { aLock, aShow, channelOf, type Desk, keyOf, type Wish } from './desk.ts'

export function lockSeats(desk: Desk): Wish | undefined {
  const { dice, channels } = desk
  const show = aShow(desk)
  if (!show) return undefined
  return {
    api: 'seat.lockSeats',
    channel: dice.percent(12) ? channels[1] : channels[0],
    data: { ...keyOf(show), outLockId: outLockId(desk), seatIdList: wantedSeats(desk, show) },
  }
}

function outLockId({ books, dice, fresh }: Desk): string {
  const used = [...books.outLockIds].map(mark => mark.split(' ')[1] ?? '')
  return (dice.percent(4) ? dice.pick(used) : undefined) ?? fresh('L')
}

/** Free seats for the most part, both halves of a couple seat; now and then a wish that cannot be granted. */
function wantedSeats({ books, dice, now }: Desk, show: Show): string[] {
  const taken = takenSeats(books, show, now)
  const seats = [...show.seats.values()]
  const free = seats.filter(seat => !taken.has(seat.seatId) && !seat.damaged && seat.type !== 'H')
  const chosen = dice
    .some(free, 1 + dice.below(dice.percent(5) ? 10 : 4))
    .flatMap(seat =>
      seat.partnerId === undefined || dice.percent(8) ? [seat.seatId] : [seat.seatId, seat.partnerId],
    )
  const seatIds = [...new Set(chosen)]
  const [first] = seatIds
  if (dice.percent(80) || first === undefined) return seatIds
  const unwanted = dice.pick([
    dice.pick([...taken]),
    dice.pick(seats.filter(seat => seat.damaged || seat.type === 'H'))?.seatId,
    '0000000000000009-Q-99',
    'A5',
    first,
  ])
  return unwanted === undefined ? seatIds : [...seatIds, unwanted]
}

export function releaseSeats(desk: Desk): Wish | undefined {
  const lock = aLock(desk)
  if (!lock) return undefined
  return {
    api: 'seat.releaseSeats',
    channel: channelOf(desk, lock.channel),
    data: { cinemaLinkId: lock.cinemaLinkId, lockOrderId: lock.lockOrderId },
  }
}
