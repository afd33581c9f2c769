import type { Shape } from 'konva/lib/Shape.js'
import type { Stage } from 'konva/lib/Stage.js'

/** Three layers of one canvas each, as big as the element they lie in and as sharp as the device's pixels. */
export interface Surface {
  readonly width: number
  readonly height: number
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number
  /** Draws one of the layers at once; within a frame of the browser, not a frame later. Before it, none is to be seen. */
  draw(layer: LayerName): void
  /** There is nothing on the layer until it is drawn again. */
  hide(layer: LayerName): void
  /** The pixels of the hall's layer as they are. */
  pixels(): HTMLCanvasElement | undefined
  /** Stops watching and painting; the stage itself is React's to remove. */
  destroy(): void
}

type Painter = (ctx: CanvasRenderingContext2D) => void

/** From below: the hall, the guest's marks on it, and what is written. */
const layerNames = ['hall', 'marks', 'labels'] as const
export type LayerName = (typeof layerNames)[number]

/** A stage and each layer's one shape. */
export type SurfaceNodes = Readonly<Record<LayerName, Shape>> & { readonly stage: Stage }

/**
 * Takes over a stage that React has put into an element: from now on it is as big as the element and drawn on
 * demand. Konva owns canvases, pixel ratio and lifetime; it is told of no seat and listens to nothing, so it
 * costs the same for ten seats and for a hundred thousand.
 *
 * @param resized called after the element has another size, to be followed by drawing
 */
export function openSurface(
  element: HTMLElement,
  nodes: SurfaceNodes,
  painters: Readonly<Record<LayerName, Painter>>,
  resized: () => void,
): Surface {
  const { stage, hall } = nodes
  // Konva and React draw layers when they think fit: after a mount all of them, in the very frame that is to show the
  // hall. What was not asked for here leaves its layer as it is, and so clears nothing either.
  let asked = false
  const paintWith = (paint: Painter) => (context: { readonly _context: CanvasRenderingContext2D }) => {
    if (!asked) return
    context._context.clearRect(0, 0, stage.width(), stage.height())
    paint(context._context)
  }
  for (const name of layerNames) {
    nodes[name].sceneFunc(paintWith(painters[name]))
    nodes[name].getLayer()?.clearBeforeDraw(false).visible(false)
  }
  stage.size({ width: element.clientWidth, height: element.clientHeight })

  const observer = new ResizeObserver(() => {
    if (element.clientWidth === stage.width() && element.clientHeight === stage.height()) return
    stage.size({ width: element.clientWidth, height: element.clientHeight })
    resized()
  })
  observer.observe(element)
  const stopRatio = onPixelRatioChange(ratio => {
    for (const layer of stage.getLayers()) layer.getCanvas().setPixelRatio(ratio)
    resized()
  })

  return {
    get width() {
      return stage.width()
    },
    get height() {
      return stage.height()
    },
    get pixelRatio() {
      return hall.getLayer()?.getCanvas().getPixelRatio() ?? 1
    },
    draw(layer) {
      asked = true
      nodes[layer].getLayer()?.visible(true).draw()
      asked = false
    },
    hide: layer => void nodes[layer].getLayer()?.visible(false),
    pixels: () => stage.getLayers()[0]?.getNativeCanvasElement(),
    destroy() {
      observer.disconnect()
      stopRatio()
    },
  }
}

/** A window dragged to another screen, or a page zoomed by the browser, has another pixel ratio. */
function onPixelRatioChange(changed: (ratio: number) => void): () => void {
  let query: MediaQueryList | undefined
  function watch() {
    query?.removeEventListener('change', tell)
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
    query.addEventListener('change', tell)
  }
  function tell() {
    watch()
    changed(devicePixelRatio)
  }
  watch()
  return () => query?.removeEventListener('change', tell)
}
