import type { Shape as ShapeNode } from 'konva/lib/Shape.js'
import type { Stage as StageNode } from 'konva/lib/Stage.js'
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore'
import { type HallStage, openHallStage } from './hall-stage.ts'
import type { HallPicture } from './scene.ts'
import type { Size, View } from './view.ts'

/** What can be asked of the canvas from beside it. */
export interface HallCanvasHandle extends Pick<HallStage, 'zoom' | 'fit' | 'reveal' | 'lookAt'> {
  /** Where the hall stands; undefined as long as there is no canvas. */
  view(): View | undefined
}

interface HallCanvasProps extends HallPicture {
  onTapSeat: (seat: number) => void
  onTapWentNearer: () => void
  /** Called in every frame that shows the hall elsewhere, or on a canvas of another size. */
  onMove?: (view: View, canvas: Size) => void
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
  onMove,
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
  const latest = useRef({ onTapSeat, onTapWentNearer, onMove, picture })

  useLayoutEffect(() => {
    latest.current = { onTapSeat, onTapWentNearer, onMove, picture }
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
        moved: (view, canvas) => latest.current.onMove?.(view, canvas),
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

  const { layout, looks, selection, focused, palette, screenWord, sectionTags } = picture
  useLayoutEffect(() => {
    stage.current?.show({ layout, looks, selection, focused, palette, screenWord, sectionTags })
  }, [layout, looks, selection, focused, palette, screenWord, sectionTags])

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
      lookAt: place => stage.current?.lookAt(place),
    }),
    [],
  )

  return (
    <div ref={element} aria-hidden="true" className="absolute inset-0 touch-none select-none overflow-hidden">
      {/*
        The size is the element's and set by the surface; what is painted is set there too. Konva would measure the page
        at every event, even where it listens to none: fingers go to the element below.
      */}
      <Stage ref={konva} width={1} height={1} listening={false} className="pointer-events-none">
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
