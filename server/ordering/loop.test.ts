import { expect, test } from 'vitest'
import { OrderId } from '#contract/ids.ts'
import { createLoop } from './loop.ts'
import { createVirtualTime } from './test-support/virtual-time.ts'

const id = (letter: string) => OrderId.parse(letter.repeat(22))
/** Lets everything that waits for nothing but a promise happen. */
const settle = () => new Promise(resolve => setImmediate(resolve))

function setUp() {
  const time = createVirtualTime(0)
  const dueAt = new Map<OrderId, number>()
  const ran: string[] = []
  const failures: unknown[] = []
  let finish: (() => void) | undefined
  const disk = { broken: false }
  const loop = createLoop({
    store: {
      due: async now => {
        if (disk.broken) throw new Error('disk')
        return [...dueAt].filter(([, at]) => at <= now).map(([order]) => order)
      },
      nextDueAt: async () => [...dueAt.values()].sort((a, b) => a - b)[0],
    },
    clock: time,
    after: time.after,
    run: async order => {
      ran.push(`${order[0]}@${time.now()}`)
      dueAt.delete(order)
      if (order === id('s')) await new Promise<void>(resolve => (finish = resolve))
    },
    onFailure: error => failures.push(error),
  })
  return { time, dueAt, ran, failures, loop, finish: () => finish?.(), disk }
}

test('runs what is due now, and what comes due when it does', async () => {
  const { time, dueAt, ran, loop } = setUp()
  dueAt.set(id('a'), 0)
  dueAt.set(id('b'), 1_500)
  loop.start()
  await settle()
  expect(ran).toEqual(['a@0'])
  time.goTo(1_499)
  await settle()
  expect(ran).toEqual(['a@0'])
  time.goTo(1_500)
  await settle()
  expect(ran).toEqual(['a@0', 'b@1500'])
  loop.stop()
})

test('looks at once when woken, while a slow order is still running', async () => {
  const { dueAt, ran, loop, finish } = setUp()
  dueAt.set(id('s'), 0)
  loop.start()
  await settle()
  dueAt.set(id('c'), 0)
  loop.wake()
  await settle()
  expect(ran).toEqual(['s@0', 'c@0'])
  finish()
  await settle()
  loop.stop()
})

test('looks every five seconds although nothing is due: a dead worker’s lease ends unannounced', async () => {
  const { time, dueAt, ran, loop } = setUp()
  loop.start()
  await settle()
  dueAt.set(id('d'), 0)
  time.goTo(5_000)
  await settle()
  expect(ran).toEqual(['d@5000'])
  loop.stop()
})

test('begins nothing once stopped', async () => {
  const { time, dueAt, ran, loop } = setUp()
  loop.start()
  await settle()
  loop.stop()
  dueAt.set(id('e'), 0)
  loop.wake()
  time.goTo(60_000)
  await settle()
  expect(ran).toEqual([])
})

test('tells when the store fails, and looks again', async () => {
  const { time, loop, failures, dueAt, ran, disk } = setUp()
  disk.broken = true
  loop.start()
  await settle()
  expect(failures).toHaveLength(1)
  disk.broken = false
  dueAt.set(id('f'), 0)
  time.goTo(5_000)
  await settle()
  expect(ran).toEqual(['f@5000'])
  loop.stop()
})
