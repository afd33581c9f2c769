import { enter } from '../../page/page-bench.ts'
import { paintPaths } from '../raw/paint-paths.ts'
import { rawCanvas } from '../raw/raw-canvas.ts'

/** The best that paths can do: seats outside are passed over, far away they are squares, each colour is one path. */
enter(rawCanvas(paintPaths, true))
