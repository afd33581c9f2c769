import { z } from 'zod'
import { createBuyer, Market } from './test-buyer.ts'
import { randomFor } from './world/random.ts'

/** What the process is told: at first who its buyers are, then every time they shall buy. */
const Message = z.discriminatedUnion('say', [
  z.object({ say: z.literal('meet'), market: Market, names: z.array(z.string()) }),
  z.object({ say: z.literal('buy') }),
])

let buyers: ReturnType<typeof createBuyer>[] = []

/** Some buyers in a process of their own; it ends with whoever started it. */
process.on('message', (message: unknown) => {
  const said = Message.parse(message)
  if (said.say === 'meet') {
    buyers = said.names.map(name => createBuyer(said.market, name, randomFor(1, name)))
    process.send?.({ met: buyers.length })
    return
  }
  Promise.all(buyers.map(buyer => buyer.buy()))
    .then(bought => process.send?.({ bought: bought.flat() }))
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
      process.exit(1)
    })
})
process.on('disconnect', () => process.exit(0))
