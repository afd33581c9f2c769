import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStaffMember, demo } from '../test-support/staff-member.ts'
import { startHouse } from '../test-support/start-house.ts'

let house: Awaited<ReturnType<typeof startHouse>>
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

describe('at the box office', () => {
  test('the sandbox’s cashier and manager sign in, and their cookie is for our own pages alone', async () => {
    for (const who of ['cashier', 'manager'] as const) {
      const member = await createStaffMember(house.url, who)
      expect(member.session.staff).toMatchObject({ id: demo[who].staffId, role: who })
      expect(member.setCookie).toMatch(/^foyer-staff=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
      expect(await member.get('getStaffSession')).toMatchObject({ staff: { role: who } })
    }
  })

  test('a session ends by its own hand, and by the next one who signs in at the same browser', async () => {
    const left = await createStaffMember(house.url, 'cashier')
    await left.get('endStaffSession')
    expect(await left.ask('getStaffSession')).toMatchObject({ status: 401 })
    const before = await createStaffMember(house.url, 'cashier')
    await before.get('startStaffSession', { body: demo.manager })
    expect(await before.ask('getStaffSession')).toMatchObject({ status: 401 })
  })

  test('a wrong PIN and an unknown person are one answer, and no other page can make a browser try', async () => {
    const ask = (body: object, headers = {}) => house.guest.ask('startStaffSession', { body, headers })
    const wrong = await ask({ ...demo.cashier, pin: '135791' })
    const unknown = await ask({ ...demo.cashier, staffId: 'nobody' })
    expect(wrong).toMatchObject({ status: 401, error: { code: 'sign-in-failed' } })
    expect(unknown).toMatchObject({ status: 401, error: wrong.ok ? {} : wrong.error })
    expect(await ask(demo.cashier, { origin: 'https://evil.example' })).toMatchObject({ status: 403 })
  })

  test('no PIN and no session stands in the log', async () => {
    const { setCookie } = await createStaffMember(house.url, 'manager')
    const token = /=([^;]+)/.exec(setCookie)?.[1] ?? 'none'
    const log = house.log.join()
    expect(log).toContain('/api/staff/session')
    for (const secret of [token, demo.manager.pin, demo.cashier.pin]) expect(log).not.toContain(secret)
  })
})

test('over TLS the cookie is bound to this host', async () => {
  const tls = await startHouse({ environment: { PUBLIC_URL: 'https://foyer.example' } })
  const { setCookie } = await createStaffMember(tls.url, 'cashier')
  expect(setCookie).toMatch(/^__Host-foyer-staff=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/)
  await tls.close()
})
