import { enter } from '../../page/page-bench.ts'
import { rawCanvas } from '../raw/raw-canvas.ts'

/** For the test of the harness: a canvas on which no seat is ever painted. */
enter(rawCanvas(() => undefined, true))
