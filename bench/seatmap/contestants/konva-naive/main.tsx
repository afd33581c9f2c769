import { enter } from '../../page/page-bench.ts'
import { reactKonva } from '../react-konva/react-konva-hall.tsx'

/** As one writes it first: a component and a node a seat, nothing remembered, the view in React's state. */
enter(reactKonva({ memo: false }))
