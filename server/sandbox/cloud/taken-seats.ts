import type { Db } from './database.ts'

/** The seats that cannot be bought. A lock that has run out counts for nothing, whether its row is still there or not. */
export function takenSeatsIn(db: Db) {
  const ofShow = db
    .prepare<[number, number], string>(
      'SELECT seat_id FROM taken_seat WHERE schedule_id = ? AND (locked_until IS NULL OR locked_until > ?)',
    )
    .pluck()
  const dropExpired = db.prepare<[number, number]>(
    'DELETE FROM taken_seat WHERE schedule_id = ? AND locked_until <= ?',
  )
  const take = db.prepare<[number, string, string | null, number | null]>(
    'INSERT INTO taken_seat VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const sell = db.prepare<[string]>('UPDATE taken_seat SET locked_until = NULL WHERE lock_order_id = ?')
  const free = db.prepare<[string]>('DELETE FROM taken_seat WHERE lock_order_id = ?')
  const freeAt = db.prepare<[number, string]>(
    'UPDATE taken_seat SET locked_until = ? WHERE lock_order_id = ?',
  )

  return {
    /** Sold and locked alike. */
    ofShow: (scheduleId: number, now: number): string[] => ofShow.all(scheduleId, now),
    /**
     * Takes seats for a lock until `lockedUntil`, or for good for somebody at the till (both null).
     *
     * @returns the first seat that was taken already; the caller then rolls back
     */
    take(
      scheduleId: number,
      seatIds: readonly string[],
      by: { lockOrderId: string | null; lockedUntil: number | null; now: number },
    ): string | undefined {
      dropExpired.run(scheduleId, by.now)
      return seatIds.find(
        seatId => take.run(scheduleId, seatId, by.lockOrderId, by.lockedUntil).changes === 0,
      )
    },
    /** Turns a lock's seats into sold ones. */
    sell: (lockOrderId: string): void => void sell.run(lockOrderId),
    /** Gives a lock's or an order's seats back. */
    free: (lockOrderId: string): void => void free.run(lockOrderId),
    /** Gives them back at an instant that may still be to come. */
    freeAt: (lockOrderId: string, at: number): void => void freeAt.run(at, lockOrderId),
  }
}
