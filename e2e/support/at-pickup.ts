import { expect, type Page } from '@playwright/test'
import type { Language } from '#contract/language.ts'
import { pickupMessages } from '#src/features/pickup/messages.ts'

/** Between two keys of an ordinary hand scanner. */
const scannerGapMs = 8

/** The acts of a guest at the pickup door. */
export function guestAtPickup(page: Page, language: Language = 'zh') {
  const words = pickupMessages[language]
  return {
    words,
    open: () => page.goto('/pickup'),
    /** A hand scanner types what it reads, and Enter, wherever the focus is. */
    async scannerReads(text: string): Promise<void> {
      await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeFocused()
      const keyboard = await page.context().newCDPSession(page)
      const beganMs = Date.now()
      for (const [nth, key] of [...text, 'Enter'].entries()) {
        // The scanner's own pace, however busy the machine is that runs the test.
        const timestamp = (beganMs + nth * scannerGapMs) / 1000
        const what = { key, text: key === 'Enter' ? '\r' : key, timestamp }
        await keyboard.send('Input.dispatchKeyEvent', { ...what, type: 'keyDown' })
        await keyboard.send('Input.dispatchKeyEvent', { key, timestamp, type: 'keyUp' })
      }
      await keyboard.detach()
    },
    async typeCode(code: string, pin: string): Promise<void> {
      await page.getByLabel(words.code, { exact: true }).fill(code)
      await page.getByLabel(words.pin, { exact: true }).fill(pin)
      await page.getByRole('button', { name: words.find, exact: true }).click()
    },
    /** The ticket with these seats is on the screen. */
    async findsTicket(ticket: { code: string; filmName: string; seats: readonly string[] }): Promise<void> {
      await expect(page.getByRole('heading', { level: 1, name: words.ticketTitle })).toBeVisible()
      const main = page.getByRole('main')
      await expect(main.getByRole('heading', { name: ticket.filmName })).toBeVisible()
      await expect(main).toContainText(ticket.code.replace(/(.{4})(?=.)/g, '$1 '))
      for (const seat of ticket.seats) await expect(main.getByText(seat).first()).toBeVisible()
    },
  }
}
