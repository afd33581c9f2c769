import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anOrder } from '../ordering/test-support/record.ts'
import { createFieldCipher } from './field-cipher.ts'
import type { Journal } from './journal.ts'
import { createSqlStore } from './sql-store.ts'
import { openSqliteJournal } from './sqlite-journal.ts'
import { alarmed, isStorageFailure } from './storage-failure.ts'
import { noLog, wish } from './test-support/test-journal.ts'

let dir: string
let file: string
let journal: Journal
const cipher = createFieldCipher(Buffer.alloc(32, 3))
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-journal-'))
  file = join(dir, 'journal.sqlite')
  journal = await openSqliteJournal(file)
})
afterEach(async () => {
  await journal.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('the file', () => {
  test('that fails is told apart from a rule that is broken, and raises the alarm', async () => {
    const alarms: unknown[] = []
    const watched = alarmed(createSqlStore(journal, cipher), error => alarms.push(error))
    await watched.insert(anOrder({ version: 0, fence: 0 }), wish)
    const before = await watched.byId(anOrder().id)
    if (before === undefined) throw new Error('no order')
    await expect(watched.commit(before, { ...before, state: 'TICKETED' }, noLog)).rejects.toThrow('CHECK')
    expect(alarms).toEqual([])
    await sql`PRAGMA query_only = ON`.execute(journal.db)
    await expect(watched.commit(before, before, noLog)).rejects.toThrow()
    expect(alarms.filter(isStorageFailure)).toHaveLength(1)
  })

  test('that is no database is not opened', async () => {
    const other = join(dir, 'other.sqlite')
    writeFileSync(other, 'this is a text, and long enough to be none of SQLite’s headers at all')
    await expect(openSqliteJournal(other)).rejects.toThrow()
  })

  test('belongs to one process, until that ends', async () => {
    await expect(openSqliteJournal(file)).rejects.toThrow('Another Foyer has this DATA_DIR')
    await journal.close()
    journal = await openSqliteJournal(file)
  })

  test('does not open what was sealed with another key', async () => {
    await createSqlStore(journal, cipher).insert(anOrder({ version: 0, fence: 0 }), wish)
    const other = createSqlStore(journal, createFieldCipher(Buffer.alloc(32, 4)))
    await expect(other.byId(anOrder().id)).rejects.toThrow()
  })
})
