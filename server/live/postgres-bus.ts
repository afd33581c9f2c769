import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { OrderId, ShowId } from '#contract/ids.ts'
import type { JournalTables } from '../journal/schema.ts'
import { msPerCall, waitFor } from './budget.ts'
import { type Bus, type Ear, leadMs, type News, type Seen } from './bus.ts'
import { listenTo } from './news-line.ts'

const channel = 'foyer_live'
/** PostgreSQL takes 8000 bytes; a larger step is read from the table instead. */
const payloadMax = 7_500
/** News of one moment go to the database together. */
const gatherMs = 5

/** The database's own time: a lead means the same on every node, whatever its clock says. */
const nowMs = sql<number>`floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint`

const indexes = z.array(z.int())
const Step = z.object({ from: z.int(), seq: z.int(), taken: indexes, freed: indexes, atMs: z.number() })
/** What goes over the channel; `by` is the node that says it. */
const Said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), by: z.string(), orderId: OrderId }),
  z.object({ kind: z.literal('seats'), by: z.string(), showId: ShowId }),
  z.object({
    kind: z.literal('seen'),
    by: z.string(),
    showId: ShowId,
    epoch: z.string(),
    seq: z.int(),
    step: Step.exactOptional(),
  }),
])

/**
 * The bus of a house whose nodes share a PostgreSQL: news by NOTIFY, leads, sights and budgets in two tables.
 *
 * @param parts.owner names this node among the others
 * @throws Error when it cannot listen
 */
export async function openPostgresBus(parts: {
  url: string
  db: Kysely<JournalTables>
  owner: string
  onError: (error: unknown) => void
  after: (ms: number, run: () => void) => () => void
  chance: () => number
}): Promise<Bus> {
  const { db, owner, onError, after } = parts
  const ears = new Set<Ear>()
  let gathered: News[] = []
  let sending: Promise<unknown> = Promise.resolve()

  const line = await listenTo({
    ...parts,
    channel,
    onNews(payload) {
      const said = Said.safeParse(parsed(payload))
      // What another version of this program says is not for us.
      if (!said.success || said.data.by === owner) return
      const { by: _by, ...news } = said.data
      for (const ear of ears) {
        if (news.kind === 'seen') ear.seen(news)
        else ear.news(news)
      }
    },
    onAgain() {
      for (const ear of ears) ear.missed()
    },
  })

  function send(): void {
    if (gathered.length === 0) return
    const payloads = gathered.map(news => JSON.stringify({ ...news, by: owner }))
    gathered = []
    sending = sql`SELECT pg_notify(${channel}, payload) FROM unnest(${payloads}::text[]) AS payload`
      .execute(db)
      .catch(onError)
  }

  return {
    listen(ear) {
      ears.add(ear)
      return () => ears.delete(ear)
    },

    tell(news) {
      for (const ear of ears) ear.news(news)
      gathered.push(news)
      if (gathered.length === 1) after(gatherMs, send)
    },

    async lead(showIds) {
      if (showIds.length === 0) return new Set()
      const { rows } = await sql<{ show_id: string }>`
        INSERT INTO live_show (show_id, lead_owner, lead_until)
        SELECT show_id, ${owner}, ${nowMs} + ${leadMs} FROM unnest(${[...showIds]}::text[]) AS show_id ORDER BY show_id
        ON CONFLICT (show_id) DO UPDATE SET lead_owner = excluded.lead_owner, lead_until = excluded.lead_until
        WHERE live_show.lead_owner = excluded.lead_owner OR live_show.lead_until <= ${nowMs}
        RETURNING show_id`.execute(db)
      return new Set(rows.map(row => ShowId.parse(row.show_id)))
    },

    async resign(showIds) {
      if (showIds.length === 0) return
      await sql`
        UPDATE live_show SET lead_until = 0
        WHERE lead_owner = ${owner} AND show_id = ANY(${[...showIds]}::text[])`.execute(db)
    },

    async spend(cinemaId, calls) {
      const cost = calls * msPerCall
      const { rows } = await sql<{ paid_up_to: number; now: number }>`
        INSERT INTO live_budget (cinema_id, paid_up_to) VALUES (${cinemaId}, ${nowMs} + ${cost})
        ON CONFLICT (cinema_id) DO UPDATE SET paid_up_to = greatest(live_budget.paid_up_to, ${nowMs}) + ${cost}
        RETURNING paid_up_to, ${nowMs} AS now`.execute(db)
      const [row] = rows
      return row === undefined ? 0 : waitFor(row.paid_up_to, row.now)
    },

    async lastSight(showId) {
      const row = await db
        .selectFrom('live_show')
        .selectAll()
        .where('show_id', '=', showId)
        .executeTakeFirst()
      if (row?.epoch == null || row.seq === null || row.hall_version === null || row.seen_at === null)
        return undefined
      const unavailable = indexes.parse(JSON.parse(row.unavailable_json ?? ''))
      return { epoch: row.epoch, seq: row.seq, hallVersion: row.hall_version, unavailable, atMs: row.seen_at }
    },

    async record(showId, sight, step) {
      const { epoch, seq, hallVersion, unavailable, atMs } = sight
      const seen: Seen & { kind: 'seen'; by: string } = { kind: 'seen', by: owner, showId, epoch, seq }
      const whole = JSON.stringify({ ...seen, ...(step && { step }) })
      const payload = Buffer.byteLength(whole) <= payloadMax ? whole : JSON.stringify(seen)
      const { rows } = await sql`
        WITH kept AS (
          UPDATE live_show SET epoch = ${epoch}, seq = ${seq}, hall_version = ${hallVersion},
            unavailable_json = ${JSON.stringify(unavailable)}, seen_at = ${atMs}
          WHERE show_id = ${showId} AND lead_owner = ${owner} RETURNING show_id)
        SELECT pg_notify(${channel}, ${payload}) FROM kept`.execute(db)
      return rows.length > 0
    },

    async close() {
      ears.clear()
      send()
      await sending
      await line.close()
    },
  }
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return undefined
  }
}
