import { Konva } from 'konva/lib/Global.js'
import { Layer } from 'konva/lib/Layer.js'
import { Shape } from 'konva/lib/Shape.js'
import { Stage } from 'konva/lib/Stage.js'

/** Two layers of one canvas each, as big as the element they lie in and as sharp as the device's pixels. */
export interface Surface {
  readonly width: number
  readonly height: number
  /** Draws one of the layers at once; within a frame of the browser, not a frame later. */
  draw(layer: 'hall' | 'marks'): void
  /** The pixels of the hall's layer as they are. */
  pixels(): HTMLCanvasElement
  destroy(): void
}

type Painter = (ctx: CanvasRenderingContext2D) => void

/**
 * Puts a Konva stage into an element. Konva owns canvases, pixel ratio and lifetime; it is told of no seat and
 * listens to nothing, so it costs the same for ten seats and for a hundred thousand.
 *
 * @param resized called after the element has another size, to be followed by drawing
 */
export function openSurface(
  element: HTMLElement,
  painters: { readonly hall: Painter; readonly marks: Painter },
  resized: () => void,
): Surface {
  // Everything is drawn on demand: Konva would otherwise draw each layer again after every change of its own.
  Konva.autoDrawEnabled = false
  const stage = new Stage({
    container: document.createElement('div'),
    width: element.clientWidth,
    height: element.clientHeight,
    listening: false,
  })
  element.append(stage.container())
  let open = false
  const layers = { hall: layerOf('hall'), marks: layerOf('marks') }

  function layerOf(name: 'hall' | 'marks'): Layer {
    const layer = new Layer({ listening: false })
    layer.add(
      new Shape({
        listening: false,
        perfectDrawEnabled: false,
        sceneFunc: context => {
          if (open) painters[name](context._context)
        },
      }),
    )
    stage.add(layer)
    return layer
  }

  const observer = new ResizeObserver(() => {
    if (element.clientWidth === stage.width() && element.clientHeight === stage.height()) return
    open = false
    stage.size({ width: element.clientWidth, height: element.clientHeight })
    open = true
    resized()
  })
  observer.observe(element)
  const stopRatio = onPixelRatioChange(ratio => {
    for (const layer of Object.values(layers)) layer.getCanvas().setPixelRatio(ratio)
    resized()
  })
  open = true

  return {
    get width() {
      return stage.width()
    },
    get height() {
      return stage.height()
    },
    draw: layer => void layers[layer].draw(),
    pixels: () => layers.hall.getNativeCanvasElement(),
    destroy() {
      observer.disconnect()
      stopRatio()
      stage.destroy()
      stage.container().remove()
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
