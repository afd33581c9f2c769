import type { CDPSession, Page } from '@playwright/test'
import type { Point } from '#src/features/seating/layout/geometry.ts'

/** Fingers on the screen, as the browser gets them from the system. */
export interface Fingers {
  /** One more comes down, or several at once. */
  down(...at: readonly Point[]): Promise<void>
  /** All that are down are here now. */
  move(...at: readonly Point[]): Promise<void>
  /** All go up. */
  up(): Promise<void>
  /** One taps in each place, as fast as the browser takes it. */
  tap(...at: readonly Point[]): Promise<void>
  /** From here to there in so many steps, and stays there. */
  drag(from: readonly Point[], to: readonly Point[], steps: number): Promise<void>
}

export async function fingersOn(page: Page): Promise<Fingers> {
  const cdp = await page.context().newCDPSession(page)
  const down = (...at: readonly Point[]) => send(cdp, 'touchStart', at)
  const move = (...at: readonly Point[]) => send(cdp, 'touchMove', at)
  return {
    down,
    move,
    up: () => send(cdp, 'touchEnd', []),
    async tap(...places) {
      await Promise.all(places.flatMap(at => [down(at), send(cdp, 'touchEnd', [])]))
    },
    async drag(from, to, steps) {
      await down(...from)
      for (let step = 1; step <= steps; step++) {
        await move(...from.map((start, k) => onTheWay(start, to[k] ?? start, step / steps)))
      }
    },
  }
}

async function send(
  cdp: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  at: readonly Point[],
): Promise<void> {
  const touchPoints = at.map(({ x, y }, id) => ({ x, y, id }))
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints })
}

const onTheWay = (from: Point, to: Point, part: number): Point => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
})
