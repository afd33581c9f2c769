import type { Layer } from 'konva/lib/Layer.js'
import type { Shape } from 'konva/lib/Shape.js'
import type { Stage } from 'konva/lib/Stage.js'
import type { Bounds, Point } from '../layout/geometry.ts'

/** Three layers of one canvas each over the element they lie in, as sharp as the device's pixels. */
export interface Surface {
  readonly width: number
  readonly height: number
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number
  /**
   * Draws one of the layers at once; within a frame of the browser, not a frame later. Before it, none is to be seen.
   *
   * @param part where there is something to paint, in CSS pixels from the element's corner; without it everywhere. The
   * browser copies and joins whole canvases, and one that covers a few seats costs it next to nothing. A layer is
   * always drawn in parts or never
   */
  draw(layer: LayerName, part?: Bounds): void
  /** There is nothing on the layer until it is drawn again. */
  hide(layer: LayerName): void
  /** The pixels of the hall's layer as they are. */
  pixels(): HTMLCanvasElement | undefined
  /** Stops watching and painting; the stage itself is React's to remove. */
  destroy(): void
}

const origin: Point = { x: 0, y: 0 }
/** A canvas that is laid over a part has room for as many CSS pixels more, so that it seldom needs another size. */
const step = 64

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
    context._context.translate(-corner.x, -corner.y)
    paint(context._context)
  }
  /** Where the canvas that is painted on begins. */
  let corner: Point = origin
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
    draw(name, part) {
      const layer = nodes[name].getLayer()
      if (!layer) return
      corner = part ? layCanvas(layer, part) : origin
      asked = true
      layer.visible(true).draw()
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

/**
 * Lays a layer's canvas over a part of the element, its corner on a whole pixel of the device.
 *
 * @returns the corner, in CSS pixels from the element's
 */
function layCanvas(layer: Layer, part: Bounds): Point {
  const canvas = layer.getCanvas()
  const ratio = canvas.getPixelRatio()
  const corner = { x: Math.floor(part.left * ratio) / ratio, y: Math.floor(part.top * ratio) / ratio }
  const width = part.right - corner.x
  const height = part.bottom - corner.y
  const suits = (pixels: number, wanted: number) =>
    pixels >= wanted * ratio && pixels <= (wanted + 2 * step) * ratio
  if (!suits(canvas.getWidth(), width) || !suits(canvas.getHeight(), height)) {
    const stepped = (length: number) => Math.ceil(length / step + 0.5) * step
    canvas.setSize(stepped(width), stepped(height))
  }
  canvas._canvas.style.transform = `translate(${corner.x}px, ${corner.y}px)`
  return corner
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
