import { enter } from '../../page/page-bench.ts'
import { paintPaths } from '../raw/paint-paths.ts'
import { rawCanvas } from '../raw/raw-canvas.ts'

const honest = rawCanvas(paintPaths, true)

/** For the test of the harness: whoever taps a seat has chosen the next one. */
enter({
  ...honest,
  prepare(bench) {
    const hall = honest.prepare(bench)
    return { ...hall, chosen: () => hall.chosen().map(seat => seat + 1) }
  },
})
