import type { Db } from './database.ts'

export interface SeatLock {
  lockOrderId: string
  channelCode: string
  outLockId: string
  cinemaLinkId: string
  scheduleId: number
  lockedUntil: number
  released: 0 | 1
}

type NewLock = Omit<SeatLock, 'released'>

/** Every lock there ever was; whether it still holds is a question of the clock. */
export function locksIn(db: Db) {
  const add = db.prepare<[NewLock]>(
    `INSERT INTO seat_lock VALUES (@lockOrderId, @channelCode, @outLockId, @cinemaLinkId, @scheduleId, @lockedUntil, 0)`,
  )
  const addSeat = db.prepare<[string, string]>('INSERT INTO lock_seat VALUES (?, ?)')
  const find = db.prepare<[string], SeatLock>(
    `SELECT lock_order_id AS lockOrderId, channel_code AS channelCode, out_lock_id AS outLockId,
       cinema_link_id AS cinemaLinkId, schedule_id AS scheduleId, locked_until AS lockedUntil, released
     FROM seat_lock WHERE lock_order_id = ?`,
  )
  const seats = db.prepare<[string], string>('SELECT seat_id FROM lock_seat WHERE lock_order_id = ?').pluck()
  const used = db.prepare<[string, string]>(
    'SELECT 1 FROM seat_lock WHERE channel_code = ? AND out_lock_id = ?',
  )
  const release = db.prepare<[string]>('UPDATE seat_lock SET released = 1 WHERE lock_order_id = ?')

  return {
    isUsed: (channelCode: string, outLockId: string): boolean =>
      used.get(channelCode, outLockId) !== undefined,
    add(lock: NewLock, seatIds: readonly string[]): void {
      add.run(lock)
      for (const seatId of seatIds) addSeat.run(lock.lockOrderId, seatId)
    },
    find: (lockOrderId: string): SeatLock | undefined => find.get(lockOrderId),
    seatIds: (lockOrderId: string): string[] => seats.all(lockOrderId),
    release: (lockOrderId: string): void => void release.run(lockOrderId),
  }
}
