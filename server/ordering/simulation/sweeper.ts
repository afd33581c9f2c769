import { z } from 'zod'
import { live } from './live.ts'
import { count, emptyTally } from './tally.ts'

/* A process of its own that lives through the seeds it is told, one stretch after another. */

const Stretch = z.object({ from: z.int(), to: z.int(), onDisk: z.boolean() })

process.on('message', message => {
  const { from, to, onDisk } = Stretch.parse(message)
  const lived = async () => {
    const tally = emptyTally()
    for (let seed = from; seed <= to; seed++) count(tally, await live(seed, { onDisk }), onDisk)
    process.send?.(tally)
  }
  void lived()
})
// Ctrl-C is for the one that hands out the work: it still wants what is under way here.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
