import { enter } from '../../page/page-bench.ts'
import { reactKonva } from '../react-konva/react-konva-hall.tsx'

/** The same with every seat remembered, so that React renders again only those that changed. */
enter(reactKonva({ memo: true }))
