import { formMessages } from '#src/doors/sandbox/faults/form-messages.ts'
import { faultMessages, presetWords } from '#src/doors/sandbox/faults/messages.ts'
import { hallMessages } from '#src/doors/sandbox/halls/messages.ts'
import { sandboxMessages } from '#src/doors/sandbox/messages.ts'
import { orderMessages } from '#src/doors/sandbox/orders/messages.ts'
import { tabs } from '#src/doors/sandbox/place.ts'
import { topMessages } from '#src/doors/sandbox/top/messages.ts'
import { accessible } from '../support/axe.ts'
import { expect, test } from '../support/beside-kiosk.ts'

const zh = sandboxMessages.zh

test.describe.configure({ timeout: 180_000 })
const scheduleOf = (showId: string) => showId.split('~')[1] ?? ''

test('every view is accessible, by its address and in both languages', async ({ house, control }) => {
  const { show } = await house.nextShow()
  for (const lang of ['zh', 'en'] as const) {
    for (const tab of tabs) {
      await control.open(tab, { lang, ...(tab === 'halls' && { cinema: '681', show: scheduleOf(show.id) }) })
      const { page } = control
      await expect(page.getByRole('heading', { level: 1, name: sandboxMessages[lang][tab] })).toBeAttached()
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
      await accessible(page, `${tab} (${lang})`)
    }
  }
})

test('seats are sold to somebody else with the keyboard alone', async ({ house, control }) => {
  const toSee = await house.nextShow()
  await control.open('halls', { cinema: '681', show: scheduleOf(toSee.show.id) })
  const { page } = control
  const t = hallMessages.zh
  const map = page.getByRole('application', { name: t.map })
  await map.focus()
  const under = page.getByRole('status').filter({ hasText: / 排 .* 座/ })
  await expect(under).toBeVisible()
  for (let i = 0; i < 30 && !(await under.textContent())?.includes(t.free); i++)
    await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(page.getByText(t.chosen(1))).toBeVisible()
  await control.button(t.sell).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(t.sold(1))).toBeVisible()
  await map.focus()
  await expect(under).toContainText(t.till)
})

test('a fault is set by the form, removed, and brought back; the language changes meanwhile', async ({
  control,
}) => {
  const { page } = control
  await control.open('faults')
  const form = formMessages.zh
  await page.getByLabel(form.kind, { exact: true }).selectOption('refuse')
  await page.getByLabel(form.code, { exact: true }).fill('NO_USB_ERROR')
  await page.getByLabel(form.api, { exact: true }).selectOption('seat.lockSeats')
  await page.getByLabel(form.length, { exact: true }).selectOption('times')
  await page.getByLabel(form.timesField, { exact: true }).fill('4')
  await expect(page.getByText(/curl -s .*"code":"NO_USB_ERROR".*"times":4/)).toBeVisible()
  await page.getByRole('button', { name: form.set, exact: true }).click()

  const standing = page.getByRole('region', { name: faultMessages.zh.standing }).getByRole('listitem')
  await expect(standing).toContainText(['NO_USB_ERROR'])
  await expect(standing).toContainText(faultMessages.zh.left(4))
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: new RegExp(`^${faultMessages.en.remove}: `) }).click()
  await expect(page.getByRole('region', { name: faultMessages.en.standing })).toContainText(
    faultMessages.en.none,
  )
  await page.getByRole('button', { name: sandboxMessages.en.undo }).click()
  const back = page.getByRole('region', { name: faultMessages.en.standing }).getByRole('listitem')
  await expect(back).toContainText(faultMessages.en.left(4))

  await page.getByRole('switch', { name: presetWords.en.offline, exact: true }).click()
  await page.getByRole('button', { name: faultMessages.en.removeAll }).click()
  await expect(back).toHaveCount(0)
})

test('a reset asks back, and takes everything with it', async ({ control }) => {
  const { page } = control
  await control.open('faults')
  await control.turnOn(presetWords.zh.skew)
  await control.button(topMessages.zh.hour).click()
  await expect(page.getByText(topMessages.zh.ahead('1 小时'))).toBeVisible()
  await control.button(topMessages.zh.reset).click()
  const question = page.getByRole('dialog', { name: topMessages.zh.resetTitle })
  await accessible(page, 'reset')
  await question.getByRole('button', { name: topMessages.zh.resetNo }).click()
  await expect(control.toggle(presetWords.zh.skew)).toBeChecked()
  await control.button(topMessages.zh.reset).click()
  await question.getByRole('button', { name: topMessages.zh.resetYes }).click()
  await expect(page.getByText(topMessages.zh.resetDone)).toBeVisible()
  await expect(control.toggle(presetWords.zh.skew)).not.toBeChecked()
})

test('a sandbox that is gone is said to be gone, and found again by itself', async ({ house, control }) => {
  const { page } = control
  await control.open('orders')
  await expect(page.getByText(orderMessages.zh.none)).toBeVisible()
  await house.foyer.kill()
  await expect(page.getByText(zh.silentStill)).toBeVisible()
  await accessible(page, 'silent sandbox')
  await house.foyer.start()
  await expect(page.getByText(zh.silentStill)).toBeHidden()
  await expect(page.getByText(orderMessages.zh.none)).toBeVisible()
})
