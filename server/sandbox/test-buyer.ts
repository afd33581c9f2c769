import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { Answer, bizCodeOf, dataOf, signedParameters } from './test-client.ts'

/** What a buyer has to know before it starts: where, and what one ticket costs; the best seats come first. */
export const Market = z.object({
  url: z.string(),
  channel: z.string(),
  secret: z.string(),
  key: z.object({ cinemaLinkId: z.string(), scheduleId: z.string(), scheduleKey: z.string() }),
  sectionIds: z.array(z.string()),
  seatIds: z.array(z.string()),
  ticketPrice: z.string(),
  ticketFee: z.string(),
})
export type Market = z.infer<typeof Market>

export const Bought = z.object({ orderId: z.string(), lockOrderId: z.string(), seatIds: z.array(z.string()) })
export type Bought = z.infer<typeof Bought>

const Sold = z.object({
  sectionList: z.array(z.object({ seats: z.array(z.object({ seatId: z.string() })) })),
})
const Locked = z.looseObject({ lockOrderId: z.string() })
const Ordered = z.looseObject({ orderId: z.string() })

/** Out of so many of the best free seats a buyer takes one to three. */
const choice = 12
/** A call that never gets through is a failure, not a reason to go on for ever. */
const mostTries = 2000

export interface Buyer {
  /** Buys until no seat of the show is free. @returns what it bought this time */
  buy(): Promise<Bought[]>
}

/** A buyer with a connection of its own, who keeps to the specification when an answer is lost. */
export function createBuyer(market: Market, name: string, random: () => number): Buyer {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { key } = market
  let locks = 0
  /** How far the cloud's clock is ahead of ours, by what it said itself (30004). */
  let aheadMs = 0

  /** One call; undefined when nobody knows what became of it. */
  async function once(api: string, data: object): Promise<Answer | undefined> {
    const form = signedParameters({ ...market, cardKey: '', close: async () => undefined }, api, data, {
      timestamp: Date.now() + aheadMs,
    })
    try {
      const { date, body } = await post(`${market.url}/route`, String(form), agent)
      const answer = Answer.parse(JSON.parse(body))
      if (answer.retCode !== '30004') return answer
      aheadMs = Date.parse(date) - Date.now()
    } catch (error) {
      if (!isOfTheLine(error)) throw error
      // It may be starting again.
      if (error.code === 'ECONNREFUSED') await pause(25)
    }
    return undefined
  }

  /** A question may be asked until it is answered. */
  async function ask(api: string, data: object): Promise<Answer> {
    for (let tries = 0; tries < mostTries; tries++) {
      const answer = await once(api, data)
      if (answer) return answer
    }
    throw new Error(`${name}: no answer to ${api}`)
  }

  async function freeSeats(): Promise<string[]> {
    const gone = new Set<string>()
    for (const sectionId of market.sectionIds) {
      const { sectionList } = dataOf(await ask('seat.getScheduleSoldSeats', { ...key, sectionId }), Sold)
      for (const { seatId } of sectionList.flatMap(section => section.seats)) gone.add(seatId)
    }
    return market.seatIds.filter(seatId => !gone.has(seatId))
  }

  /** A lock whose answer is lost is given up: its seats come back when it has run out. */
  async function lock(seatIdList: string[]): Promise<string | undefined> {
    const answer = await once('seat.lockSeats', { ...key, outLockId: `${name}-${++locks}`, seatIdList })
    if (!answer) return undefined
    const code = bizCodeOf(answer)
    if (code === 'LOCK_SEAT_ERROR') return undefined
    return dataOf(answer, Locked).lockOrderId
  }

  /** The very same confirm again while nobody knows, and a look at the order after every third (5.3.2, note 2). */
  async function confirm(lockOrderId: string, seatIds: string[]): Promise<string> {
    const { ticketPrice, ticketFee } = market
    const ticketList = seatIds.map(seatId => ({ seatId, ticketPrice, ticketFee }))
    for (let tries = 1; tries < mostTries; tries++) {
      const answer = await once('order.confirmOrder', {
        ...key,
        lockOrderId,
        mobile: '13800138000',
        ticketList,
      })
      if (answer) return dataOf(answer, Ordered).orderId
      if (tries % 3 !== 0) continue
      const found = await ask('order.getOrderInfo', { cinemaLinkId: key.cinemaLinkId, lockOrderId })
      if (bizCodeOf(found) !== 'ORDER_NOT_FOUND') return dataOf(found, Ordered).orderId
    }
    throw new Error(`${name}: no answer to a confirm`)
  }

  return {
    async buy() {
      const bought: Bought[] = []
      for (let free = await freeSeats(); free.length > 0; free = await freeSeats()) {
        const from = Math.floor(random() * Math.min(choice, free.length))
        const seatIds = free.slice(from, from + 1 + Math.floor(random() * 3))
        const lockOrderId = await lock(seatIds)
        if (lockOrderId === undefined) continue
        bought.push({ orderId: await confirm(lockOrderId, seatIds), lockOrderId, seatIds })
      }
      return bought
    },
  }
}

/** Whether the connection, not the call, was at fault. */
function isOfTheLine(error: unknown): error is Error & { code: string } {
  const codes = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

function post(url: string, body: string, agent: Agent): Promise<{ date: string; body: string }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', agent, headers }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', chunk => {
        text += String(chunk)
      })
      response.on('end', () => resolve({ date: response.headers.date ?? '', body: text }))
      response.on('error', reject)
    })
      .on('error', reject)
      .end(body)
  })
}
