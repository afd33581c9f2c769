import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { EventSource } from 'undici'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createVirtualTime, type VirtualTime } from '../../server/ordering/test-support/virtual-time.ts'
import { openLive, type Surroundings } from './live.ts'

let server: Server
let url: string
let time: VirtualTime
let hidden: boolean
let tellVisibility: () => void
let close: () => void
/** What happened, in order: connections by their address, events, and whether the stream is there. */
let happened: string[]
let wake: () => void
let screens: ServerResponse[]
let refuse: boolean

const happens = (what: string) => {
  happened.push(what)
  wake()
}
/** Until this has happened; everything up to it is taken. */
async function until(what: string): Promise<string[]> {
  while (!happened.includes(what)) {
    await new Promise<void>(resolve => {
      wake = resolve
    })
  }
  return happened.splice(0, happened.indexOf(what) + 1)
}

beforeEach(async () => {
  happened = []
  screens = []
  refuse = false
  hidden = false
  wake = () => undefined
  tellVisibility = () => undefined
  time = createVirtualTime(0)
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    happens(`asked ${request.url}`)
    if (refuse) return void response.writeHead(503).end()
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    screens.push(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
})
afterEach(() => {
  close()
  server.closeAllConnections()
  server.close()
})

function watch(): void {
  const around: Surroundings = {
    open: path => new EventSource(`${url}${path}`),
    after: time.after,
    chance: () => 0.5,
    isHidden: () => hidden,
    onVisibility(changed) {
      tellVisibility = changed
      return () => {
        tellVisibility = () => undefined
      }
    },
  }
  close = openLive(
    {
      path: '/stream',
      events: { word: z.object({ text: z.string() }), beat: z.object({}) },
      hear: {
        word({ text }) {
          happens(text)
          return text !== 'gap'
        },
        beat: () => {
          happens('beat')
          return true
        },
      },
      onLive: isLive => happens(isLive ? 'live' : 'gone'),
    },
    around,
  )
}

const say = (name: string, data: string, id = '') =>
  screens.at(-1)?.write(`${id && `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`)
const word = (text: string, id?: string) => say('word', JSON.stringify({ text }), id)

describe('a stream', () => {
  test('is there from its first event on, and hands on what it tells', async () => {
    watch()
    expect(await until('asked /stream')).toEqual(['asked /stream'])
    word('one')
    expect(await until('live')).toEqual(['one', 'live'])
    word('two')
    say('unknown', '1')
    say('beat', '{}')
    expect(await until('beat')).toEqual(['two', 'beat'])
  })

  test('that breaks is opened again where it had come to, after a pause', async () => {
    watch()
    await until('asked /stream')
    word('one', 'line.1')
    await until('live')
    screens.at(-1)?.end()
    expect(await until('gone')).toEqual(['gone'])
    time.pass(999)
    time.goTo(time.now())
    expect(happened).toEqual([])
    time.goTo(1_000)
    await until('asked /stream?after=line.1')
    word('two', 'line.2')
    expect(await until('live')).toEqual(['two', 'live'])
  })

  test.each([
    ['skips something', () => word('gap', 'line.9'), ['gap', 'gone']],
    ['says what is not understood', () => say('word', '{"text":1}', 'line.9'), ['gone']],
    ['says what is no JSON', () => say('word', 'one'), ['gone']],
  ])('that %s begins anew', async (_, odd, expected) => {
    watch()
    await until('asked /stream')
    word('one', 'line.1')
    await until('live')
    odd()
    expect(await until('gone')).toEqual(expected)
    time.goTo(1_000)
    await until('asked /stream')
  })

  test('that goes silent is given up', async () => {
    watch()
    await until('asked /stream')
    word('one')
    await until('live')
    time.goTo(24_999)
    expect(happened).toEqual([])
    time.goTo(25_000)
    expect(happened).toEqual(['gone'])
  })

  test('that does not come is tried for again and again, ever more seldom', async () => {
    refuse = true
    watch()
    const pauses = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]
    for (const pauseMs of pauses) {
      await until('asked /stream')
      const due = time.now() + pauseMs
      // The refusal is on its way: until it is here the stream is waited for.
      while (time.nextAt() !== due) await new Promise(resolve => setImmediate(resolve))
      time.goTo(due)
    }
    expect(happened.filter(what => what === 'live')).toEqual([])
  })

  test('of a page that nobody sees is closed after a while, and opened when it is seen again', async () => {
    watch()
    await until('asked /stream')
    word('one', 'line.1')
    await until('live')
    hidden = true
    tellVisibility()
    // A glance elsewhere closes nothing.
    time.goTo(20_000)
    hidden = false
    tellVisibility()
    word('two', 'line.2')
    await until('two')
    time.goTo(40_000)
    expect(happened).toEqual([])
    hidden = true
    tellVisibility()
    say('beat', '{}')
    await until('beat')
    time.goTo(64_999)
    say('beat', '{}')
    await until('beat')
    time.goTo(70_000)
    expect(happened).toEqual(['gone'])
    hidden = false
    tellVisibility()
    await until('asked /stream?after=line.2')
  })

  test('that is closed says nothing more and comes no more', async () => {
    watch()
    await until('asked /stream')
    word('one')
    await until('live')
    close()
    expect(happened).toEqual(['gone'])
    time.goTo(100_000)
    hidden = false
    tellVisibility()
    expect(time.nextAt()).toBeUndefined()
    expect(happened).toEqual(['gone'])
  })
})
