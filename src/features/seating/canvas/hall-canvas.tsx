import type { Shape as ShapeNode } from 'konva/lib/Shape.js'
import type { Stage as StageNode } from 'konva/lib/Stage.js'
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore'
import { type HallStage, openHallStage } from './hall-stage.ts'
import type { HallPicture } from './scene.ts'
import type { View } from './view.ts'

/** What can be asked of the canvas from beside it. */
export interface HallCanvasHandle extends Pick<HallStage, 'zoom' | 'fit' | 'reveal'> {
  /** Where the hall stands; undefined as long as there is no canvas. */
  view(): View | undefined
}

interface HallCanvasProps extends HallPicture {
  onTapSeat: (seat: number) => void
  onTapWentNearer: () => void
  /** Scales in CSS pixels per seat pitch: of a small hall at first sight, and the nearest. */
  largest: number
  nearest: number
  ref?: Ref<HallCanvasHandle>
}

/**
 * The hall as a picture that can be moved and tapped. Takes everything as properties and knows no query and no
 * store. Silent for assistive technology: the grid beside it speaks.
 */
export function HallCanvas({
  onTapSeat,
  onTapWentNearer,
  largest,
  nearest,
  ref,
  ...picture
}: HallCanvasProps) {
  const element = useRef<HTMLDivElement>(null)
  const konva = useRef<StageNode>(null)
  const hall = useRef<ShapeNode>(null)
  const marks = useRef<ShapeNode>(null)
  const labels = useRef<ShapeNode>(null)
  const stage = useRef<HallStage>(null)
  const latest = useRef({ onTapSeat, onTapWentNearer, picture })

  useLayoutEffect(() => {
    latest.current = { onTapSeat, onTapWentNearer, picture }
  })

  // Before the browser paints: the first frame of the page shows the hall, and not an empty box.
  useLayoutEffect(() => {
    if (!element.current || !konva.current || !hall.current || !marks.current || !labels.current) return
    const opened = openHallStage(
      element.current,
      { stage: konva.current, hall: hall.current, marks: marks.current, labels: labels.current },
      {
        tapSeat: seat => latest.current.onTapSeat(seat),
        tapWentNearer: () => latest.current.onTapWentNearer(),
      },
      { largest, nearest },
    )
    opened.show(latest.current.picture)
    stage.current = opened
    return () => {
      stage.current = null
      opened.destroy()
    }
  }, [largest, nearest])

  const { layout, looks, selection, focused, palette, screenWord } = picture
  useLayoutEffect(() => {
    stage.current?.show({ layout, looks, selection, focused, palette, screenWord })
  }, [layout, looks, selection, focused, palette, screenWord])

  useEffect(() => {
    if (focused !== undefined) stage.current?.reveal([focused])
  }, [focused])

  useImperativeHandle(
    ref,
    () => ({
      view: () => stage.current?.view(),
      zoom: factor => stage.current?.zoom(factor),
      fit: () => stage.current?.fit(),
      reveal: seats => stage.current?.reveal(seats),
    }),
    [],
  )

  return (
    <div ref={element} aria-hidden="true" className="absolute inset-0 touch-none select-none overflow-hidden">
      {/* The size is the element's and set by the surface; what is painted is set there too. */}
      <Stage ref={konva} width={1} height={1} listening={false}>
        <Layer listening={false}>
          <Shape ref={hall} listening={false} perfectDrawEnabled={false} />
        </Layer>
        <Layer listening={false}>
          <Shape ref={marks} listening={false} perfectDrawEnabled={false} />
        </Layer>
        <Layer listening={false}>
          <Shape ref={labels} listening={false} perfectDrawEnabled={false} />
        </Layer>
      </Stage>
    </div>
  )
}
