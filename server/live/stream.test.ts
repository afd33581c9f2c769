import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { type Feed, openStream } from './stream.ts'
import { rest } from './test-support/watched-cinema.ts'

/** A reader with room for a few events, and a feed whose next event always tells all that there is. */
function openReader() {
  let now = 0
  let newest = 0
  let told = 0
  let closed = 0
  const pipe = new PassThrough({ readableHighWaterMark: 10, writableHighWaterMark: 10 })
  const feed: Feed = {
    next() {
      if (told === newest) return undefined
      told = newest
      return Buffer.from(`event ${newest};`)
    },
    beat: () => Buffer.from('beat;'),
  }
  const onClose = () => {
    closed += 1
  }
  const stream = openStream(pipe, feed, { now: () => now, onClose })
  return {
    stream,
    pipe,
    pass: (ms: number) => {
      now += ms
    },
    happen() {
      newest += 1
      stream.wake()
    },
    read: () => String(pipe.read() ?? ''),
    closed: () => closed,
  }
}

it('tells a reader who keeps up each event', async () => {
  const { happen, read } = openReader()
  let text = ''
  for (let nth = 0; nth < 5; nth++) {
    happen()
    await rest()
    text += read()
    await rest()
  }
  expect(text).toBe('event 1;event 2;event 3;event 4;event 5;')
})

it('keeps nothing for a slow reader: when she reads on, she is told how it stands then', async () => {
  const { happen, read, pipe } = openReader()
  for (let nth = 0; nth < 1_000; nth++) happen()
  await rest()
  expect(pipe.readableLength + pipe.writableLength).toBeLessThan(50)
  let text = ''
  for (let nth = 0; nth < 10; nth++) {
    text += read()
    await rest()
  }
  expect(text.split(';').length).toBeLessThan(6)
  expect(text).toMatch(/event 1000;$/)
})

it('does without a slow reader’s beats, and gives her up in the end', async () => {
  const { happen, stream, pipe, pass, closed } = openReader()
  for (let nth = 0; nth < 10; nth++) happen()
  const held = pipe.readableLength + pipe.writableLength
  stream.beat()
  pass(29_999)
  stream.beat()
  expect([pipe.readableLength + pipe.writableLength, pipe.destroyed]).toEqual([held, false])
  pass(1)
  stream.beat()
  await rest()
  expect([pipe.destroyed, closed()]).toEqual([true, 1])
})

it('says that it is there to a reader who keeps up', async () => {
  const { stream, read } = openReader()
  stream.beat()
  await rest()
  expect(read()).toBe('beat;')
})

it('ends when it is told to, and says so once', async () => {
  const { stream, pipe, closed, happen } = openReader()
  pipe.resume()
  stream.end()
  await rest()
  expect(closed()).toBe(1)
  happen()
  stream.beat()
  stream.end()
  expect(closed()).toBe(1)
})

it('survives a connection that breaks', async () => {
  const { pipe, closed } = openReader()
  pipe.destroy(new Error('reset'))
  await rest()
  expect(closed()).toBe(1)
})
