import { request } from 'node:http'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { ApiError } from '#contract/errors.ts'
import type { Live, Opened } from '../live/live.ts'
import { readEvents } from '../live/test-support/event-reader.ts'
import { answerError } from './answer-error.ts'
import { liveRoutes } from './live-routes.ts'

let server: FastifyInstance
afterEach(() => server.close())

/** The routes before streams that the test opens itself. */
async function listen(open: Live['seats']): Promise<string> {
  server = Fastify({ forceCloseConnections: true })
  server.setErrorHandler(answerError)
  const order = async () => neverOpened()
  await server.register(liveRoutes({ seats: open, order }, { now: () => 0 }))
  return `${await server.listen({ port: 0, host: '127.0.0.1' })}/api/shows/681~1/seats/stream`
}

function neverOpened(): never {
  throw new Error('nobody asks for an order')
}

it('who has gone before her stream was open is not waited for', async () => {
  const happened: string[] = []
  let open: (opened: Opened) => void = () => undefined
  let wake: () => void = () => undefined
  const asked = new Promise<void>(resolve => {
    wake = resolve
  })
  const address = await listen(() => {
    wake()
    return new Promise(resolve => {
      open = resolve
    })
  })
  const outgoing = request(address, { agent: false }).on('error', () => undefined)
  outgoing.end()
  await asked
  outgoing.destroy()
  await serverHasNoConnections()
  await new Promise<void>(resolve => {
    const happens = (what: string) => {
      happened.push(what)
      resolve()
    }
    open({ connect: () => happens('connected'), leave: () => happens('left') })
  })
  expect(happened).toEqual(['left'])
})

it('a client that opens streams without end is told to wait', async () => {
  const address = await listen(async () => ({ connect: sink => void sink.end(), leave: () => undefined }))
  for (let nth = 0; nth < 300; nth++) {
    const stream = await readEvents(address)
    expect(stream.status).toBe(200)
    stream.close()
  }
  const refused = await readEvents(address)
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1'])
  expect(ApiError.parse(JSON.parse(await refused.body())).code).toBe('too-many-streams')
})

async function serverHasNoConnections(): Promise<void> {
  for (;;) {
    const count = await new Promise<number>(resolve =>
      server.server.getConnections((_error, connections) => resolve(connections)),
    )
    if (count === 0) return
    await new Promise(resolve => setImmediate(resolve))
  }
}
