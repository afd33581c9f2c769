import type { LocalDate } from '#contract/time.ts'
import type { PlannedShow } from '../world/programme.ts'
import type { Db } from './database.ts'

/** A show with its prices in fen; specification 4.2.4. */
export type Show = Omit<PlannedShow, 'soldSeatIds' | 'stopped' | 'settleFen' | 'feeFen'> & {
  /** Null: no settle price, the channel's own price applies. */
  settleFen: number | null
  /** Null: the fee is the channel's own too. */
  feeFen: number | null
  stopped: 0 | 1
}

type AreaPrice = Show['areaPrices'][number]
type ShowRow = Omit<Show, 'areaPrices'>

const columns = `
  schedule_id AS scheduleId, schedule_key AS scheduleKey, session_code AS sessionCode,
  cinema_link_id AS cinemaLinkId, hall_id AS hallId, day, starts_at AS startsAt,
  stop_selling_at AS stopSellingAt, film_code AS filmCode, short_name AS shortName, language, dimensional, size,
  stopped, standard_fen AS standardFen, lowest_fen AS lowestFen, settle_fen AS settleFen, fee_fen AS feeFen`

/** The programme as it stands in the database. */
export function showsIn(db: Db) {
  const byId = db.prepare<[number], ShowRow>(`SELECT ${columns} FROM show WHERE schedule_id = ?`)
  const ofCinema = db.prepare<[string, LocalDate, LocalDate], ShowRow>(
    `SELECT ${columns} FROM show WHERE cinema_link_id = ? AND day BETWEEN ? AND ? ORDER BY starts_at, schedule_id`,
  )
  const areaPrices = db.prepare<[number], AreaPrice>(
    'SELECT code, name, settle_fen AS settleFen FROM show_area_price WHERE schedule_id = ? ORDER BY code',
  )
  const withAreas = (row: ShowRow): Show => ({ ...row, areaPrices: areaPrices.all(row.scheduleId) })

  return {
    find(scheduleId: number): Show | undefined {
      const row = byId.get(scheduleId)
      return row && withAreas(row)
    },
    /** Of the business days `from`..`to`, both included, by their start. */
    ofCinema(cinemaLinkId: string, from: LocalDate, to: LocalDate): Show[] {
      return ofCinema.all(cinemaLinkId, from, to).map(withAreas)
    },
  }
}

/** Writes the shows of a day and the seats that others have bought. Call it inside a transaction. */
export function addDay(db: Db, day: LocalDate, shows: readonly PlannedShow[]): void {
  const addShow = db.prepare(
    `INSERT INTO show VALUES (@scheduleId, @scheduleKey, @sessionCode, @cinemaLinkId, @hallId, @day, @startsAt,
       @stopSellingAt, @filmCode, @shortName, @language, @dimensional, @size, @stopped, @standardFen, @lowestFen,
       @settleFen, @feeFen)`,
  )
  const addArea = db.prepare('INSERT INTO show_area_price VALUES (?, ?, ?, ?)')
  const addSold = db.prepare(
    'INSERT INTO taken_seat (schedule_id, seat_id) SELECT ?, value FROM json_each(?) ORDER BY value',
  )
  db.prepare('INSERT INTO programme_day VALUES (?)').run(day)
  for (const { soldSeatIds, areaPrices, stopped, ...show } of shows) {
    addShow.run({ settleFen: null, feeFen: null, ...show, stopped: stopped ? 1 : 0 })
    for (const area of areaPrices) addArea.run(show.scheduleId, area.code, area.name, area.settleFen)
    addSold.run(show.scheduleId, JSON.stringify(soldSeatIds))
  }
}
