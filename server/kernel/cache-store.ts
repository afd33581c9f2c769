import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import type { CacheShelf } from './cache.ts'

/** A file of cached values that makes a restart warm. Losing it costs a few requests and nothing else. */
export interface CacheStore {
  /** The values of one kind; what no longer has the shape of `schema` counts as absent. */
  shelf<V>(kind: string, schema: z.ZodType<V>): CacheShelf<V>
  close(): void
}

const Row = z.object({ value: z.string(), fetched_at_ms: z.int() })
/** Values that nobody has renewed for so long are of no use to anybody. */
const forgetAfterMs = 8 * 86_400_000

/**
 * Opens `cache.sqlite` in `dataDir`; a file that is damaged is thrown away and begun again. A value that cannot
 * be written (a full disk) stays in memory only: `onError` hears of it, the guest does not.
 */
export function openCacheStore(
  dataDir: string,
  options: { nowMs: number; onError: (error: unknown) => void },
): CacheStore {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'cache.sqlite')
  let db: Database.Database
  try {
    db = open(file, options.nowMs)
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
    db = open(file, options.nowMs)
  }
  const read = db.prepare('select value, fetched_at_ms from cached where kind = ? and key = ?')
  const write = db.prepare(
    'insert into cached (kind, key, value, fetched_at_ms) values (?, ?, ?, ?) ' +
      'on conflict (kind, key) do update set value = excluded.value, fetched_at_ms = excluded.fetched_at_ms',
  )
  return {
    shelf: <V>(kind: string, schema: z.ZodType<V>): CacheShelf<V> => ({
      read(key) {
        const row = Row.optional().parse(read.get(kind, key))
        if (row === undefined) return undefined
        const parsed = schema.safeParse(JSON.parse(row.value))
        return parsed.success ? { value: parsed.data, fetchedAtMs: row.fetched_at_ms } : undefined
      },
      write(key, value, fetchedAtMs) {
        try {
          write.run(kind, key, JSON.stringify(value), fetchedAtMs)
        } catch (error) {
          options.onError(error)
        }
      },
    }),
    close: () => db.close(),
  }
}

function open(file: string, nowMs: number): Database.Database {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = WAL')
    // A lost write is fetched again, so the disk need not be waited for.
    db.pragma('synchronous = NORMAL')
    db.exec(
      'create table if not exists cached (kind text not null, key text not null, value text not null, ' +
        'fetched_at_ms integer not null, primary key (kind, key)) strict, without rowid',
    )
    db.prepare('delete from cached where fetched_at_ms < ?').run(nowMs - forgetAfterMs)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
