import type { CDPSession } from '@playwright/test'
import type { Driver } from './page/driver.ts'

/** Where the hand is at first: the middle of the window. */
const middle = { x: 640, y: 400 }
const tickMs = 1000 / 60
/**
 * In the wheel's units. A second of either makes a map seven times as large, whether it takes a pinch as our own does
 * or a turn of the wheel as d3 does; a page that scrolls goes on by 1,440 pixels.
 */
const perTick: Record<Driver['zoom'], number> = { pinch: 3.3, wheel: 24, scroll: 24 }
const reach = { x: 320, y: 200 }

const controlKey = 2

/**
 * What a hand does in three seconds: a second of going nearer, a second of dragging there and back, a second of going
 * away. Sixty events a second go through the browser's own input; the browser joins those that a busy page
 * does not take in time, as it does with a hand's.
 *
 * @param between called when one of the seconds has ended
 */
export async function zoomDragZoom(
  cdp: CDPSession,
  zoom: Driver['zoom'],
  between: () => Promise<void>,
): Promise<void> {
  const nearer = zoom === 'scroll' ? perTick.scroll : -perTick[zoom]
  await forSeconds(1, () => wheel(cdp, zoom, nearer))
  await between()
  await press(cdp, 'mousePressed', middle)
  await forSeconds(1, part => move(cdp, onTheWay(part), 1))
  await press(cdp, 'mouseReleased', onTheWay(1))
  await between()
  await forSeconds(1, () => wheel(cdp, zoom, -nearer))
}

/** Goes nearer about the middle by one step. */
export const goNearer = (cdp: CDPSession, zoom: Driver['zoom']): Promise<unknown> =>
  wheel(cdp, zoom, -3 * perTick[zoom])

/** A hand's way there and back along an ellipse, and where it is after this part of it. */
function onTheWay(part: number): { x: number; y: number } {
  const angle = part * 2 * Math.PI
  return { x: middle.x + Math.sin(angle) * reach.x, y: middle.y + (1 - Math.cos(angle)) * 0.5 * reach.y }
}

export async function click(cdp: CDPSession, at: { x: number; y: number }): Promise<void> {
  await press(cdp, 'mousePressed', at)
  await press(cdp, 'mouseReleased', at)
}

export const move = (cdp: CDPSession, { x, y }: { x: number; y: number }, buttons = 0): Promise<unknown> =>
  cdp.send('Input.dispatchMouseEvent', {
    type: 'mouseMoved',
    x,
    y,
    buttons,
    button: buttons === 0 ? 'none' : 'left',
  })

const wheel = (cdp: CDPSession, zoom: Driver['zoom'], deltaY: number): Promise<unknown> =>
  cdp.send('Input.dispatchMouseEvent', {
    type: 'mouseWheel',
    ...middle,
    deltaX: 0,
    deltaY,
    modifiers: zoom === 'pinch' ? controlKey : 0,
  })

const press = (
  cdp: CDPSession,
  type: 'mousePressed' | 'mouseReleased',
  { x, y }: { x: number; y: number },
): Promise<unknown> =>
  cdp.send('Input.dispatchMouseEvent', {
    type,
    x,
    y,
    button: 'left',
    buttons: type === 'mousePressed' ? 1 : 0,
    clickCount: 1,
  })

/** Does something sixty times a second, and waits at the end until the page has taken all of it. */
async function forSeconds(seconds: number, act: (part: number) => Promise<unknown>): Promise<void> {
  const began = performance.now()
  const sent: Promise<unknown>[] = []
  await new Promise<void>(resolve => {
    const timer = setInterval(() => {
      const part = (performance.now() - began) / (seconds * 1000)
      if (part >= 1) {
        clearInterval(timer)
        resolve()
        return
      }
      sent.push(act(part))
    }, tickMs)
  })
  await Promise.all(sent)
}
