import { systemClock } from '../../server/kernel/clock.ts'
import { startSandbox } from '../../server/sandbox/sandbox.ts'
import { answerParent } from './answer-parent.ts'

/* The sandbox cloud as a process of its own, without limits: it is not what is measured. */

const boundless = { perSecond: 1e9, burst: 1e9 }
const sandbox = await startSandbox({
  clock: systemClock,
  limits: { channel: boundless, cinema: boundless },
})
answerParent(sandbox.url)
