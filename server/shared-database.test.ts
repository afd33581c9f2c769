import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from './test-support/postgres.ts'
import { startHouse } from './test-support/start-house.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

test('a house on PostgreSQL sells a ticket, and finds it again after it was opened anew', async () => {
  const environment = {
    DATABASE_URL: await postgres.newDatabase(),
    DATA_KEY: randomBytes(32).toString('base64'),
  }
  const house = await startHouse({ environment })
  const { guest } = house
  const { hall } = await guest.findShow()
  const held = await guest.hold(hall.showId, await guest.freeSeats(hall, 2))
  if (!held.ok) throw new Error(held.error.code)
  const paying = await guest.pay(held.value)
  if (!paying.ok) throw new Error(paying.error.code)
  expect(await guest.onThePhone(paying.value, 'pay')).toBe(303)
  const { pickup } = await guest.watch(held.value, 'ticketed')
  await house.close()

  const again = await startHouse({ environment, dataDir: house.dataDir, clock: house.clock })
  const found = await again.guest.get('findPickup', {
    body: { by: 'code', code: pickup?.code, pin: pickup?.pin },
  })
  expect(found.tickets).toHaveLength(2)
  await again.close()
})

test('a database that cannot be reached is told at the start, without its password', async () => {
  const environment = {
    DATABASE_URL: 'postgres://foyer:a-password@127.0.0.1:1/foyer',
    DATA_KEY: randomBytes(32).toString('base64'),
  }
  await expect(startHouse({ environment })).rejects.toThrow('ECONNREFUSED')
  await expect(startHouse({ environment })).rejects.not.toThrow('a-password')
})
