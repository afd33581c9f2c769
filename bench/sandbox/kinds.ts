import { z } from 'zod'
import { cinemaLinkId, sectionId } from '../../server/sandbox/test-sale.ts'
import type { Turn } from '../load.ts'
import { type Account, callOver, signedRequest } from './client.ts'
import { lockIn, type Stock } from './stock.ts'

/** One kind of call, or of calls that belong together. */
export interface Kind {
  name: string
  /** Makes what one connection does over and over. */
  turn: () => Turn
  /** The request that the bare server is asked with, and whose answer it gives. */
  example: () => Promise<Buffer>
  /** Whether each turn writes, so that bare commits are a limit too; how often. */
  commitsPerCall: 0 | 1
}

const Order = z.object({ data: z.object({ data: z.object({ orderId: z.string() }) }) })

/** All kinds that are measured. `once` makes a call on a connection of its own and answers its text. */
export async function kindsOf(
  account: Account,
  {
    now,
    days,
    stock,
    once,
  }: { now: number; days: readonly string[]; stock: Stock; once: (request: Buffer) => Promise<string> },
): Promise<Kind[]> {
  const ask = (api: string, data: object) => signedRequest(account, now, api, data)
  const read = (name: string, request: Buffer): Kind => ({
    name,
    turn: () => async send => void (await send(request)),
    example: async () => request,
    commitsPerCall: 0,
  })

  async function lockAndRelease(send: Parameters<Turn>[0], place = stock.take()): Promise<Buffer> {
    const request = stock.lock(place)
    await callOver(send, stock.release(lockIn(await callOver(send, request))))
    return request
  }
  async function lockAndConfirm(send: Parameters<Turn>[0]) {
    const place = stock.take()
    const lockOrderId = lockIn(await callOver(send, stock.lock(place)))
    const request = stock.confirm(place, lockOrderId)
    return { request, answer: await callOver(send, request) }
  }
  const overOnce: Parameters<Turn>[0] = async request => Buffer.from(await once(request))
  const place = stock.take()
  const { request: confirmed, answer } = await lockAndConfirm(overOnce)
  const { orderId } = Order.parse(JSON.parse(answer)).data.data

  return [
    read('cinemas', ask('cinema.getCinemas', {})),
    read(
      'schedules of a week',
      ask('schedule.getSchedules', { cinemaLinkId, startDate: days[0], endDate: days.at(-1) }),
    ),
    read("a hall's seats", ask('seat.getSeats', { cinemaLinkId, hallId: place.hallId })),
    read('sold seats of a show', ask('seat.getScheduleSoldSeats', { ...place.key, sectionId })),
    read('an order', ask('order.getOrderInfo', { cinemaLinkId, orderId })),
    {
      name: 'lock + release',
      // Each connection has a seat that it locks and gives back.
      turn() {
        const own = stock.take()
        return async send => void (await lockAndRelease(send, own))
      },
      example: async () => confirmed,
      commitsPerCall: 1,
    },
    {
      name: 'lock + confirm',
      turn: () => async send => void (await lockAndConfirm(send)),
      example: async () => confirmed,
      commitsPerCall: 1,
    },
  ]
}
