import type { Bounds, Point } from '../layout/geometry.ts'
import { boundsOfSeats } from '../layout/hall-layout.ts'
import { seatLook } from '../seat-look.ts'
import { appearing } from './appearing.ts'
import { createCamera } from './camera.ts'
import { isDoubleTap, type Tap } from './double-tap.ts'
import type { PointerKind, Touch } from './gestures.ts'
import { paintLabels } from './paint-labels.ts'
import { markReach, paintMarks } from './paint-marks.ts'
import { paintSurroundings, paintWords } from './paint-screen.ts'
import { paintSeats } from './paint-seats.ts'
import { paintSections, sectionAt } from './paint-sections.ts'
import { pickSeat } from './pick.ts'
import { listenToPointers } from './pointer-input.ts'
import { createRaster } from './raster.ts'
import { detailAt, type HallPicture, showsSections } from './scene.ts'
import { createStandIn } from './stand-in.ts'
import { openSurface, type SurfaceNodes } from './surface.ts'
import { type Size, toCanvas, type View, visibleBounds } from './view.ts'

export interface HallStageEvents {
  /** A seat was tapped, whether or not it can be had. */
  tapSeat(seat: number): void
  /** The seats were too small to be told apart, so the tap went nearer instead. */
  tapWentNearer(): void
  /** The hall stands elsewhere now, or the canvas has another size. */
  moved(view: View, canvas: Size): void
}

export interface HallStageOptions {
  /** Scales in CSS pixels per seat pitch: of a small hall at first sight, and the nearest. */
  readonly largest: number
  readonly nearest: number
}

/** The hall on a canvas: shows pictures, moves under the fingers, tells what was tapped. */
export interface HallStage {
  show(picture: HallPicture): void
  /** Where the hall stands at this moment, in CSS pixels from the canvas's corner. */
  view(): View
  zoom(factor: number): void
  fit(): void
  /** Brings seats into view, near enough to be told apart. */
  reveal(seats: readonly number[]): void
  /** Brings a place of the hall to the middle, as far as the hall reaches. */
  lookAt(place: Point): void
  destroy(): void
}

/** Below this scale a tap cannot mean one seat. */
const tellApart: Record<PointerKind, number> = { mouse: 9, touch: 13, pen: 9 }
const comfortable = 34
/** A hall that is painted faster than this stays sharp while it moves. */
const paintBudgetMs = 6
const fadeMs = 480
const popMs = 260
const embedded = window.parent !== window
/** More changes at once than these are not a sale but another view of the hall, and do not fade. */
const fadeAtMost = 400

export function openHallStage(
  element: HTMLElement,
  nodes: SurfaceNodes,
  events: HallStageEvents,
  options: HallStageOptions,
): HallStage {
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  const camera = createCamera({ ...options, still: () => calm.matches })
  const surface = openSurface(
    element,
    nodes,
    { hall: paintHall, marks: paintGuest, labels: paintEdges },
    resized,
  )
  const standIn = createStandIn(() => picture?.layout.bounds ?? emptyBounds, paintAfresh)
  const raster = createRaster()
  const fading = appearing(fadeMs)
  const popping = appearing(popMs)
  let picture: HallPicture | undefined
  let looksBefore: Uint8Array = new Uint8Array(0)
  let hovered: number | undefined
  let paintMs = 0
  let frame = 0
  let hallDirty = false
  let labelsDirty = false
  /** A browser's first text in a typeface takes it as long as thousands of seats: they come before it. */
  let wordless = true
  let lastTap: Tap | undefined

  const size = (): Size => ({ width: surface.width, height: surface.height })

  /** @param ratio device pixels per CSS pixel of the canvas that is painted on */
  function paintAfresh(ctx: CanvasRenderingContext2D, view: View, canvas: Size, ratio = 1): void {
    if (!picture) return
    const { layout } = picture
    paintSurroundings(ctx, picture, view)
    if (raster.suits(picture, view, canvas)) {
      raster.paint(ctx, picture, view, { size: canvas, ratio, moving: camera.moving })
      return
    }
    const shown = visibleBounds(view, canvas)
    paintSeats(ctx, picture, view, each => layout.index.visit(shown, each), { wordless })
  }

  function paintHall(ctx: CanvasRenderingContext2D): void {
    if (!picture) return
    if (camera.moving && standIn.covers(camera.view, size())) {
      standIn.draw(ctx, camera.view, size())
      return
    }
    const start = performance.now()
    paintAfresh(ctx, camera.view, size(), surface.pixelRatio)
    paintMs = performance.now() - start
  }

  function paintGuest(ctx: CanvasRenderingContext2D): void {
    if (!picture) return
    const before = { ...picture, looks: looksBefore }
    for (const seat of fading.all()) {
      paintSeats(ctx, before, camera.view, each => each(seat), {
        alpha: 1 - fading.progress(seat),
        wordless: true,
      })
    }
    paintMarks(ctx, picture, camera.view, hovered, seat => popping.progress(seat))
  }

  function paintEdges(ctx: CanvasRenderingContext2D): void {
    if (!picture) return
    paintWords(ctx, picture, camera.view)
    paintLabels(ctx, picture, camera.view, size())
    paintSections(ctx, picture, camera.view)
  }

  function request(): void {
    if (frame === 0) frame = requestAnimationFrame(drawFrame)
  }

  function drawFrame(now: number): void {
    frame = 0
    const wasMoving = camera.moving
    const moved = camera.advance(now)
    const lively = [fading.advance(now), popping.advance(now)].some(Boolean)
    const cameToRest = wasMoving && !camera.moving
    if (cameToRest) standIn.rest()
    if (moved || hallDirty || cameToRest) surface.draw('hall')
    if (camera.moving) leavePicture()
    if (moved || labelsDirty) surface.draw('labels')
    hallDirty = false
    labelsDirty = false
    drawMarks()
    if (moved) tellMoved()
    if (lively || camera.moving) request()
  }

  /** A canvas that is shown costs a frame all that it covers, even when there is nothing on it. */
  function drawMarks(): void {
    const part = picture && markedPart(picture)
    if (part) surface.draw('marks', part)
    else surface.hide('marks')
  }

  /** Where there is something of the guest's or a seat that fades, in CSS pixels; undefined when it is not seen. */
  function markedPart({ layout, selection, focused }: HallPicture): Bounds | undefined {
    const pointedAt = [focused, hovered].filter(seat => seat !== undefined)
    const seats = boundsOfSeats(layout, [...selection, ...pointedAt, ...fading.all()])
    return seats && toCanvas(camera.view, seats, size(), markReach(camera.view.scale))
  }

  /** The seats with the first frame, and all that is written with the one after it. */
  function drawSeatsAtOnce(): void {
    camera.advance(performance.now())
    surface.draw('hall')
    hallDirty = false
    tellMoved()
    frame = requestAnimationFrame(() => {
      wordless = false
      hallDirty ||= detailAt(camera.view.scale) === 'numbered'
      frame = requestAnimationFrame(drawFrame)
    })
  }

  function tellMoved(): void {
    // A hall that is seen whole has nowhere to go: in another's page, a finger on it scrolls that page.
    element.style.touchAction = embedded && camera.whole ? 'pan-y' : ''
    events.moved(camera.view, size())
  }

  function resized(): void {
    camera.resize(size())
    standIn.forget()
    camera.advance(performance.now())
    surface.draw('hall')
    surface.draw('labels')
    drawMarks()
    tellMoved()
  }

  /** A hall that is slow to paint leaves its picture in its stead, when it has just been painted. */
  function leavePicture(): void {
    if (paintMs <= paintBudgetMs || standIn.covers(camera.view, size())) return
    const painted = surface.pixels()
    if (painted) standIn.take(painted, camera.view, size())
  }

  function move<Done>(action: () => Done): Done {
    if (!camera.moving) leavePicture()
    const done = action()
    request()
    return done
  }

  function tap(touch: Touch): void {
    if (!picture) return
    const far = camera.view.scale < tellApart[touch.kind]
    const seat = far ? undefined : pickSeat(picture, camera.view, touch, touch.kind)
    const here: Tap = { touch, wentNearer: far, seat }
    const first = lastTap && isDoubleTap(lastTap, here) ? lastTap : undefined
    lastTap = first ? undefined : here
    // The first tap of a double tap from afar has gone nearer already.
    if (first?.wentNearer) return
    if (far) {
      const section = showsSections(picture, camera.view) ? sectionAt(picture, camera.view, touch) : undefined
      move(() => {
        if (section) camera.frame(section.bounds)
        else camera.zoom(comfortable / camera.view.scale, touch)
      })
      events.tapWentNearer()
      return
    }
    // The second tap of a double tap goes nearer, or back from the nearest; it does not take back what the first
    // has chosen.
    if (first) move(() => camera.zoom(1.8, touch) || camera.fit())
    else if (seat !== undefined) events.tapSeat(seat)
  }

  function hover(at: Point | undefined): void {
    if (!picture) return
    const near = camera.view.scale >= tellApart.mouse
    const seat = at && near ? pickSeat(picture, camera.view, at, 'mouse') : undefined
    const next = seat !== undefined && isFree(picture, seat) ? seat : undefined
    const section = at && showsSections(picture, camera.view) && sectionAt(picture, camera.view, at)
    element.style.cursor = next !== undefined || section ? 'pointer' : ''
    if (next === hovered) return
    hovered = next
    request()
  }

  const stopListening = listenToPointers(element, {
    tap,
    hover,
    catches: () => camera.caught(),
    moveStart: () => {
      if (!camera.moving) leavePicture()
      camera.grab()
    },
    move(by) {
      camera.drag(by)
      request()
    },
    moveEnd(velocity) {
      camera.release(velocity)
      request()
    },
    wheelZoom: (at, factor) => move(() => camera.zoom(factor, at)) || factor > 1,
    wheelPan: (dx, dy) => move(() => camera.scroll(dx, dy)) || !camera.whole,
  })

  return {
    show(next) {
      const last = picture
      picture = next
      if (last && isSame(last, next)) return
      if (last?.layout !== next.layout) {
        fading.clear()
        popping.clear()
        hovered = undefined
        camera.enter(next.layout.bounds, size())
      } else {
        startFading(last, next)
        if (hovered !== undefined && !isFree(next, hovered)) hovered = undefined
        if (!calm.matches) popping.add(next.selection.filter(seat => !last.selection.includes(seat)))
      }
      const inOtherWords =
        last?.layout !== next.layout || last.palette !== next.palette || last.screenWord !== next.screenWord
      if (inOtherWords || last.looks !== next.looks) {
        hallDirty = true
        standIn.forget()
      }
      labelsDirty ||= inOtherWords || (showsSections(next, camera.view) && tagsDiffer(last, next))
      // Nothing is to be seen yet that would be worth waiting for a frame.
      if (!last) drawSeatsAtOnce()
      else request()
    },
    view: () => camera.view,
    zoom: factor => move(() => camera.zoom(factor)),
    fit: () => move(() => camera.fit()),
    reveal(seats) {
      const part = picture && boundsOfSeats(picture.layout, seats)
      if (part) move(() => camera.reveal(part, tellApart.mouse))
    },
    lookAt: place => move(() => camera.lookAt(place)),
    destroy() {
      stopListening()
      cancelAnimationFrame(frame)
      surface.destroy()
    },
  }

  function startFading(last: HallPicture, next: HallPicture): void {
    if (last.looks === next.looks || calm.matches) return
    const changed: number[] = []
    for (let seat = 0; seat < next.layout.count && changed.length <= fadeAtMost; seat++) {
      if (last.looks[seat] !== next.looks[seat]) changed.push(seat)
    }
    if (changed.length > fadeAtMost) return
    looksBefore = last.looks
    fading.add(changed)
  }
}

const fields = ['layout', 'looks', 'selection', 'focused', 'palette', 'screenWord', 'sectionTags'] as const

function isSame(a: HallPicture, b: HallPicture): boolean {
  return fields.every(field => a[field] === b[field])
}

/** Whether what stands on the sections is another: the guest's own seats do too. */
function tagsDiffer(a: HallPicture | undefined, b: HallPicture): boolean {
  return a?.sectionTags !== b.sectionTags || a.selection !== b.selection
}

function isFree({ looks }: HallPicture, seat: number): boolean {
  return looks[seat] === seatLook.free || looks[seat] === seatLook.muted
}

const emptyBounds: Bounds = { left: 0, top: 0, right: 1, bottom: 1 }
