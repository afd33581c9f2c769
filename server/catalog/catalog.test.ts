import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CinemaId, ShowId } from '#contract/ids.ts'
import { openCacheStore } from '../kernel/cache-store.ts'
import { randomIv } from '../moviecloud/card-cipher.ts'
import { createMovieCloudClient } from '../moviecloud/client.ts'
import { createMovieCloud } from '../moviecloud/gateway.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { type Catalog, createCatalog } from './catalog.ts'

/** Monday noon, running only when the test says so. */
const clock = { nowMs: Date.parse('2026-11-23T12:00:00+08:00'), now: () => clock.nowMs }
const minuteMs = 60_000
let asked: string[] = []
let sandbox: Sandbox
let closeClient: () => Promise<void>
let catalog: Catalog

beforeAll(async () => {
  sandbox = await startSandbox({ clock })
  const client = createMovieCloudClient({ ...sandbox, clock })
  closeClient = client.close
  const cloud = createMovieCloud(client, { ...sandbox, iv: randomIv })
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-catalog-'))
  const onError = (error: unknown) => {
    throw error
  }
  catalog = createCatalog({
    clock,
    store: openCacheStore(dataDir, { nowMs: clock.now(), onError }),
    cloud: {
      ...cloud,
      cinemas: () => {
        asked.push('cinemas')
        return cloud.cinemas()
      },
      shows: q => {
        asked.push(`${q.cinemaId} ${q.from}..${q.to}`)
        return cloud.shows(q)
      },
    },
  })
})
afterAll(async () => {
  await closeClient()
  await sandbox.close()
})

const problem = (code: string) => expect.objectContaining({ name: 'Problem', code })

describe('the catalogue', () => {
  it('costs one question for all cinemas and one for a week of shows, however many guests look', async () => {
    asked = []
    const [first] = await catalog.cinemas()
    const id = first?.id ?? CinemaId.parse('none')
    const days = await Promise.all(Array.from({ length: 20 }, () => catalog.programme(id, undefined)))
    for (const date of days[0]?.days ?? []) {
      const { shows } = await catalog.programme(id, date)
      for (const show of shows.slice(0, 3)) expect((await catalog.findShow(show.id)).cinema.id).toBe(id)
    }
    expect(asked).toEqual(['cinemas', `${id} 2026-11-23..2026-11-29`])
    expect(days[0]?.days).toHaveLength(7)
  })

  it('asks for shows again after twenty minutes and for cinemas after four hours', async () => {
    const [first] = await catalog.cinemas()
    const id = first?.id ?? CinemaId.parse('none')
    asked = []
    clock.nowMs += 19 * minuteMs
    await catalog.programme(id, undefined)
    expect(asked).toEqual([])
    clock.nowMs += 61 * minuteMs
    await catalog.programme(id, undefined)
    expect(asked).toEqual([`${id} 2026-11-23..2026-11-29`])
  })

  it('has no programme for a cinema that is not ours, and asks nobody about it', async () => {
    asked = []
    await expect(catalog.programme(CinemaId.parse('no-such'), undefined)).rejects.toEqual(
      problem('not-found'),
    )
    await expect(catalog.findShow(ShowId.parse('no-such~1'))).rejects.toEqual(problem('show-not-found'))
    expect(asked).toEqual([])
  })

  it('looks once a minute at most for shows that nobody has', async () => {
    const [first] = await catalog.cinemas()
    asked = []
    clock.nowMs += 2 * minuteMs
    for (let guess = 0; guess < 30; guess++) {
      const showId = ShowId.parse(`${first?.id}~9${guess}`)
      await expect(catalog.findShow(showId)).rejects.toEqual(problem('show-not-found'))
    }
    expect(asked).toHaveLength(1)
  })

  it('fetches shows again when one of them has changed, but not twice for the same change', async () => {
    const [first] = await catalog.cinemas()
    const id = first?.id ?? CinemaId.parse('none')
    asked = []
    clock.nowMs += minuteMs
    for (let word = 0; word < 5; word++) await catalog.showsChanged(id)
    expect(asked).toHaveLength(1)
  })
})
