import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type FaultInput, SetFault } from '#contract/sandbox-faults.ts'
import type { SandboxOptions } from '../sandbox.ts'
import { startTestCloud, type TestCloud } from '../test-cloud.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
const asOther = { channel: other.channelCode, secret: other.secret }

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
})
afterEach(() => cloud.close())

const SetFaults = z.object({ faults: z.array(SetFault) })
const set = async (fault: FaultInput, at = cloud) => SetFaults.parse(await at.control('faults', fault)).faults
const refuse = { kind: 'refuse', code: '40002' } as const
const hallOf = (cinemaLinkId: string) => ({ cinemaLinkId, hallId: '1' })
const getSeats = (cinemaLinkId = '681', options = {}, at = cloud) =>
  at.code('seat.getSeats', hallOf(cinemaLinkId), options)
const lost = 'retCode 40002'

describe('a fault befalls', () => {
  test('the next call alone, when it says nothing of when it ends', async () => {
    await set(refuse)
    expect([await getSeats(), await getSeats()]).toEqual([lost, 'SUCCESS'])
  })

  test('one cinema', async () => {
    await set({ ...refuse, cinemaLinkId: '112', times: 'always' })
    expect([await getSeats('681'), await getSeats('112'), await getSeats('112')]).toEqual([
      'SUCCESS',
      lost,
      lost,
    ])
  })

  test('one channel', async () => {
    await set({ ...refuse, channelCode: 'OTHER', times: 'always' })
    expect([await getSeats('681'), await getSeats('681', asOther)]).toEqual(['SUCCESS', lost])
  })

  test('repetitions, which are calls of the same channel with the same parameters', async () => {
    await set({ ...refuse, repeatedOnly: true, times: 'always' })
    const codes = [
      await getSeats('681'),
      await getSeats('112'),
      await getSeats('681', asOther),
      await getSeats('681'),
    ]
    expect(codes).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS', lost])
  })

  test('so many calls, for so long, whichever ends first', async () => {
    await set({ ...refuse, times: 3, forMs: 1000 })
    expect(await getSeats()).toBe(lost)
    cloud.clock.time += 1000
    expect(await getSeats()).toBe('SUCCESS')
  })

  test('one after the other: of several that are aimed at a call the oldest', async () => {
    await set({ ...refuse, code: '40001' })
    await set({ ...refuse, code: '40003' })
    expect([await getSeats(), await getSeats(), await getSeats()]).toEqual([
      'retCode 40001',
      'retCode 40003',
      'SUCCESS',
    ])
  })
})

describe('by probability', () => {
  const asked = 100
  async function run(options: SandboxOptions) {
    const other = await startTestCloud(options)
    await set({ ...refuse, probability: 0.3 }, other)
    const codes: string[] = []
    for (let call = 0; call < asked; call++) codes.push(await getSeats('681', {}, other))
    await other.close()
    return codes
  }

  test('it befalls about as many, and the same ones at the same seed', async () => {
    const codes = await run({ seed: 7 })
    const hits = codes.filter(code => code === lost).length
    expect(hits).toBeGreaterThan(15)
    expect(hits).toBeLessThan(45)
    expect(await run({ seed: 7 })).toEqual(codes)
    expect(await run({ seed: 8 })).not.toEqual(codes)
  })
})

describe('what stands', () => {
  test('is told with how many calls it has befallen, how many are left, and until when', async () => {
    await set({ ...refuse, api: 'seat.getSeats', times: 3 })
    await getSeats()
    const [first, second] = await set({ kind: 'lose-answer', api: 'card.recharge', forMs: 5000 })
    expect(first).toMatchObject({ id: 1, befell: 1, left: 2, fault: { api: 'ykse.partner.seat.getSeats' } })
    expect(second).toMatchObject({ id: 2, befell: 0, until: cloud.clock.now() + 5000 })
    expect(second).not.toHaveProperty('left')
  })

  test('can be taken back, one or all', async () => {
    await set({ ...refuse, times: 'always' })
    await set({ ...refuse, code: '40001', times: 'always' })
    const remove = (path: string) => fetch(`${cloud.sandbox.url}/control/${path}`, { method: 'DELETE' })
    const left = SetFaults.parse(await (await remove('faults/1')).json())
    expect(left.faults.map(({ id }) => id)).toEqual([2])
    expect(await getSeats()).toBe('retCode 40001')
    await remove('faults')
    expect(await getSeats()).toBe('SUCCESS')
  })

  test('is forgotten over a restart: it heals', async () => {
    await set({ ...refuse, times: 'always' })
    await cloud.control('reset', {})
    expect(await getSeats()).toBe('SUCCESS')
  })
})

const wrong: [string, object, string][] = [
  ['a probability of 0', { ...refuse, probability: 0 }, 'probability'],
  ['a probability above 1', { ...refuse, probability: 1.1 }, 'probability'],
  ['no calls', { ...refuse, times: 0 }, 'times'],
  ['a time in the past', { ...refuse, forMs: -1 }, 'forMs'],
  ['a delay of no length', { kind: 'delay' }, 'delayMs'],
  ['a trouble that no cinema has', { kind: 'trouble', trouble: 'flood' }, 'trouble'],
  ['a quirk that was never seen', { kind: 'quirk', quirk: 'xml' }, 'quirk'],
  ['an interface that is none', { ...refuse, api: 'seat.sitDown' }, 'api'],
  ['a code that is none', { kind: 'deny', code: 'NO_SUCH_CODE' }, 'code'],
  ['a word that means nothing', { ...refuse, often: true }, 'often'],
]
test.each(wrong)('%s is refused, and the field is named', async (_, fault, field) => {
  await expect(cloud.control('faults', fault)).rejects.toThrow(new RegExp(`400.*${field}`, 's'))
})
