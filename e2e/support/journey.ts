import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { z } from 'zod'
import type { Show } from '#contract/catalog.ts'
import type { Hall } from '#contract/hall.ts'
import type { SeatId } from '#contract/ids.ts'
import { createGuest } from '../../server/test-support/guest.ts'
import { type Foyer, openFoyer } from './foyer.ts'
import { tomorrow } from './tomorrow.ts'

/** A show of the day after today, so that no hour of the night leaves a test without one, and its hall. */
export interface ShowToSee {
  show: Show
  filmName: string
  hall: Hall
}

export interface House {
  foyer: Foyer
  /** Somebody else's browser, by the API alone. */
  api: ReturnType<typeof createGuest>
  /** A show that no other test of this house has been given, in one of these halls. */
  nextShow(halls?: readonly string[]): Promise<ShowToSee>
}

/** The halls of the kiosk's cinema in which every seat can be told apart at first sight, on a phone too. */
const hallsToUse = ['1号厅', '2号厅', 'VIP 沙龙厅']

/** Playwright's `test` in a Foyer that all tests of a worker share, each with a show of its own. */
export const test = base.extend<{ toSee: ShowToSee }, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern, even an empty one.
    async ({}, use) => {
      const foyer = await openFoyer()
      try {
        await use(houseOf(foyer))
      } finally {
        await foyer.close()
      }
    },
    { scope: 'worker' },
  ],
  toSee: async ({ house }, use) => use(await house.nextShow()),
  baseURL: async ({ house }, use) => use(house.foyer.url),
})

export { expect }

/** What tests need of a Foyer that is open. */
export function houseOf(foyer: Foyer): House {
  const api = createGuest(foyer.url)
  const given = new Set<string>()
  return {
    foyer,
    api,
    async nextShow(halls = hallsToUse) {
      const params = { cinemaId: '681' }
      const { shows, films } = await api.get('getProgramme', { params, query: { date: tomorrow() } })
      for (const show of shows) {
        const film = films.find(({ code }) => code === show.filmCode)
        if (given.has(show.id) || !halls.includes(show.hallName) || show.sale !== 'on-sale' || !film) continue
        const hall = await api.get('getHall', { params: { showId: show.id } })
        given.add(show.id)
        return { show, filmName: film.name, hall }
      }
      throw new Error('every show has been given to a test')
    },
  }
}

/** Whether these seats can be had by somebody else at this moment. */
export async function areFree(
  { api }: House,
  { hall }: ShowToSee,
  seatIds: readonly SeatId[],
): Promise<boolean> {
  const { unavailable } = await api.get('getSeatStates', { params: { showId: hall.showId } })
  return seatIds.every(id => !unavailable.includes(hall.seats.id.indexOf(id)))
}

/** Somebody else buys seats, at the cinema's own till. */
export async function othersBuy(
  { foyer }: House,
  { show }: ShowToSee,
  seatIds: readonly SeatId[],
): Promise<void> {
  await tellSandbox(foyer, 'sell', { scheduleId: show.id.split('~')[1], seatIds })
}

/** Something goes wrong in the cloud, as often as said. */
export async function cloudFault(foyer: Foyer, fault: Record<string, unknown>): Promise<void> {
  await tellSandbox(foyer, 'faults', fault)
}

/** The cloud is as it was made: nothing goes wrong any more, nothing was sold by us. */
export async function healCloud(foyer: Foyer): Promise<void> {
  await tellSandbox(foyer, 'reset', {})
}

const CloudOrders = z.object({ orders: z.array(z.looseObject({ scheduleId: z.string().optional() })) })

/** The orders for this show as the cloud itself has them. */
export async function cloudOrders(foyer: Foyer, { show }: ShowToSee): Promise<Record<string, unknown>[]> {
  const answer: unknown = await (await fetch(`${foyer.control}/orders`)).json()
  return CloudOrders.parse(answer).orders.filter(({ scheduleId }) => scheduleId === show.id.split('~')[1])
}

async function tellSandbox(foyer: Foyer, control: string, body: unknown): Promise<void> {
  const answer = await fetch(`${foyer.control}/${control}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the sandbox refuses: ${await answer.text()}`)
}

/** A telephone of its own, with nothing in common with the screen that it scans. */
export async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  })
  return context.newPage()
}
