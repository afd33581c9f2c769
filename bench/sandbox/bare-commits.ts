import { join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * How many commits a second SQLite makes on this disk in the mode that the sandbox uses, with nothing around them:
 * one row each, which is less than any call writes.
 */
export function bareCommits(folder: string, seconds: number): number {
  const db = new Database(join(folder, 'bare.sqlite'))
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.exec('CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
    const add = db.prepare('INSERT INTO line (text) VALUES (?)')
    const commit = db.transaction(() => add.run('0000000000000001-1-01')).immediate
    const began = performance.now()
    let count = 0
    while (performance.now() - began < seconds * 1000) {
      commit()
      count += 1
    }
    return count / ((performance.now() - began) / 1000)
  } finally {
    db.close()
  }
}
