import { expect, test } from 'vitest'
import { openDatabaseClock } from './database-clock.ts'

/** A database and a machine whose clocks the test turns. */
function aWorld() {
  const world = { database: 5_000_000, count: 100, askingMs: 0 }
  const ask = async () => {
    world.count += world.askingMs / 2
    world.database += world.askingMs / 2
    const answer = world.database
    world.count += world.askingMs / 2
    world.database += world.askingMs / 2
    return answer
  }
  const pass = (ms: number) => {
    world.count += ms
    world.database += ms
  }
  return { world, ask, pass, counter: () => world.count }
}

test('it is the database’s time, the way there and back taken into account', async () => {
  const { world, ask, pass, counter } = aWorld()
  world.askingMs = 80
  const clock = await openDatabaseClock(ask, counter)
  expect(clock.now()).toBe(world.database)
  pass(60_000)
  expect(clock.now()).toBe(world.database)
})

test('a counter that drifts is put right by the next asking, forward only', async () => {
  const { world, ask, counter } = aWorld()
  const clock = await openDatabaseClock(ask, counter)
  world.count += 60_500
  world.database += 60_000
  const ahead = clock.now()
  expect(ahead).toBe(world.database + 500)
  await clock.sync()
  expect(clock.now()).toBe(ahead)
  world.count += 501
  expect(clock.now()).toBe(ahead + 1)
})

test('an answer that was long on its way changes nothing', async () => {
  const { world, ask, counter } = aWorld()
  const clock = await openDatabaseClock(ask, counter)
  const before = clock.now()
  world.askingMs = 10_000
  world.database -= 3_000
  await clock.sync()
  expect(clock.now()).toBe(before + 10_000)
})

test('a database that does not answer leaves the clock as it is', async () => {
  const { world, ask, counter } = aWorld()
  let up = true
  const clock = await openDatabaseClock(() => (up ? ask() : Promise.reject(new Error('down'))), counter)
  up = false
  await expect(clock.sync()).rejects.toThrow('down')
  expect(clock.now()).toBe(world.database)
})
