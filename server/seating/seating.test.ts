import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ShowId } from '#contract/ids.ts'
import { type Catalog, createCatalog } from '../catalog/catalog.ts'
import { openCacheStore } from '../kernel/cache-store.ts'
import { randomIv } from '../moviecloud/card-cipher.ts'
import { createMovieCloudClient } from '../moviecloud/client.ts'
import { createMovieCloud } from '../moviecloud/gateway.ts'
import type { MovieCloud } from '../moviecloud/gateway-types.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { createSeating, type Seating } from './seating.ts'

/** Monday noon, running only when the test says so. */
const clock = { nowMs: Date.parse('2026-11-23T12:00:00+08:00'), now: () => clock.nowMs }
const asked = { plans: 0, areas: 0, sold: 0 }
let sandbox: Sandbox
let closeClient: () => Promise<void>
let catalog: Catalog
let seating: Seating

beforeAll(async () => {
  sandbox = await startSandbox({ clock })
  const client = createMovieCloudClient({ ...sandbox, clock })
  closeClient = client.close
  const cloud = createMovieCloud(client, { ...sandbox, iv: randomIv })
  const counted: MovieCloud = {
    ...cloud,
    hallPlans: q => {
      asked.plans += 1
      return cloud.hallPlans(q)
    },
    showAreas: show => {
      asked.areas += 1
      return cloud.showAreas(show)
    },
    soldSeats: (show, section) => {
      asked.sold += 1
      return cloud.soldSeats(show, section)
    },
  }
  const store = openCacheStore(mkdtempSync(join(tmpdir(), 'foyer-seating-')), {
    nowMs: clock.now(),
    onError: fail,
  })
  catalog = createCatalog({ cloud: counted, clock, store })
  seating = createSeating({ catalog, cloud: counted, clock, store, rules: () => ({ maxSeats: 6 }) })
})
afterAll(async () => {
  await closeClient()
  await sandbox.close()
})

function fail(error: unknown): never {
  throw error
}

/** A show of today that suits. */
async function findShow(suits: (found: { areas: number; sections: number }) => boolean): Promise<ShowId> {
  for (const cinema of await catalog.cinemas()) {
    for (const { id } of (await catalog.programme(cinema.id, undefined)).shows) {
      const { show, hall } = await seating.hall(id)
      if (suits({ areas: show.areaPrices.length, sections: hall.sections.length })) return id
    }
  }
  throw new Error('no show suits')
}

describe('many screens on one show', () => {
  it('cost one poll, which is one call a section', async () => {
    const showId = await findShow(({ sections }) => sections > 1)
    const { hall } = await seating.hall(showId)
    const before = asked.sold
    const answers = await Promise.all(Array.from({ length: 40 }, () => seating.seatStates(showId)))
    clock.nowMs += 1_499
    answers.push(await seating.seatStates(showId))
    expect(asked.sold - before).toBe(hall.sections.length)
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    clock.nowMs += 1
    await seating.seatStates(showId)
    expect(asked.sold - before).toBe(2 * hall.sections.length)
  })

  it('cost one plan for two hours and one look at the areas for ten minutes', async () => {
    const showId = await findShow(({ areas }) => areas > 0)
    const before = { ...asked }
    await Promise.all(Array.from({ length: 40 }, () => seating.hall(showId)))
    clock.nowMs += 9 * 60_000
    await seating.hall(showId)
    expect([asked.plans - before.plans, asked.areas - before.areas]).toEqual([0, 0])
    clock.nowMs += 60_000
    await seating.hall(showId)
    expect([asked.plans - before.plans, asked.areas - before.areas]).toEqual([0, 1])
  })

  it('never ask for areas of a show that has no area prices', async () => {
    const showId = await findShow(({ areas }) => areas === 0)
    const before = asked.areas
    clock.nowMs += 11 * 60_000
    await seating.hall(showId)
    expect(asked.areas).toBe(before)
  })

  it('get the very same hall, written once', async () => {
    const showId = await findShow(() => true)
    expect((await seating.hall(showId)).hall).toBe((await seating.hall(showId)).hall)
  })
})

it('knows at once that seats moved, without waiting for the next poll', async () => {
  const showId = await findShow(() => true)
  const { show } = await seating.hall(showId)
  await seating.seatStates(showId)
  const before = asked.sold
  seating.seatsMoved(show)
  await seating.seatStates(showId)
  expect(asked.sold).toBeGreaterThan(before)
})
