import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shareStreams } from './shared-streams.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Streams that do as they are told, and what became of them. */
function openStreams() {
  const happened: string[] = []
  const setLive = new Map<string, (isLive: boolean) => void>()
  const streams = shareStreams((key: string, by: string, onLive) => {
    happened.push(`${key} opened by ${by}`)
    setLive.set(key, onLive)
    return () => happened.push(`${key} closed`)
  })
  return { streams, happened, turn: (key: string, isLive: boolean) => setLive.get(key)?.(isLive) }
}

test('a stream is opened once for all who watch it, and closed some time after the last of them has gone', () => {
  const { streams, happened } = openStreams()
  const leave = [streams.watch('a', 'one', vi.fn()), streams.watch('a', 'two', vi.fn())]
  streams.watch('b', 'three', vi.fn())
  for (const go of leave) go()
  vi.advanceTimersByTime(1_499)
  expect(happened).toEqual(['a opened by one', 'b opened by three'])
  vi.advanceTimersByTime(1)
  expect(happened.slice(2)).toEqual(['a closed'])
  streams.watch('a', 'four', vi.fn())
  expect(happened.slice(3)).toEqual(['a opened by four'])
})

test('who comes back at once finds the stream that there was', () => {
  const { streams, happened, turn } = openStreams()
  const leave = streams.watch('a', 'one', vi.fn())
  turn('a', true)
  leave()
  vi.advanceTimersByTime(1_000)
  streams.watch('a', 'two', vi.fn())
  vi.advanceTimersByTime(10_000)
  expect(happened).toEqual(['a opened by one'])
  expect(streams.isLive('a')).toBe(true)
})

test('everybody who watches hears when the stream comes and goes, and nobody else', () => {
  const { streams, turn } = openStreams()
  const [stays, goes, elsewhere] = [vi.fn(), vi.fn(), vi.fn()]
  streams.watch('a', '', stays)
  streams.watch('a', '', goes)()
  streams.watch('b', '', elsewhere)
  expect(streams.isLive('a')).toBe(false)
  turn('a', true)
  expect([streams.isLive('a'), streams.isLive('b'), streams.isLive('c')]).toEqual([true, false, false])
  turn('a', false)
  expect(streams.isLive('a')).toBe(false)
  expect([stays, goes, elsewhere].map(heard => heard.mock.calls.length)).toEqual([2, 0, 0])
})
