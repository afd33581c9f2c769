import { expect, type Page } from '@playwright/test'

type Role = Parameters<Page['getByRole']>[0]

/** More stops than any screen has between two things that a guest wants. */
const manyStops = 60

/**
 * A guest at a keyboard who sees nothing: she presses keys, and knows what a reader tells her, which is the role and
 * the name of what has the focus and the words of live regions as they change.
 */
export async function listenerAt(page: Page) {
  await page.addInitScript(keepWhatIsSaid)
  const focused = page.locator(':focus')
  const marks = (kind: 'said' | 'pointed') =>
    page.evaluate(name => {
      const found = performance.getEntriesByName(name, 'mark')
      return found.map(entry => (entry instanceof PerformanceMark ? String(entry.detail) : ''))
    }, kind)
  let heard = 0

  return {
    focused,
    press: (key: string, times = 1) => pressed(page, key, times),
    /** A new screen: the reader begins at its heading. */
    async arrives(title: string): Promise<void> {
      await expect(focused).toHaveRole('heading')
      await expect(focused).toHaveAccessibleName(title)
    },
    /** Goes on from stop to stop until the focus is on this; everything on the way has a role and a name. */
    async tabTo(role: Role, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      const wanted = page.getByRole(role, { name, exact: true }).and(focused)
      for (let stop = 0; stop < manyStops; stop++) {
        await page.keyboard.press(key)
        await expect(focused, 'the focus is somewhere, and what has it has a name').toHaveAccessibleName(/\S/)
        if ((await wanted.count()) === 1) return
      }
      throw new Error(`no ${role} named ${name} within ${manyStops} stops`)
    },
    /** What has the focus says this of itself. */
    async isAt(role: Role, name: string | RegExp): Promise<void> {
      await expect(focused).toHaveRole(role)
      await expect(focused).toHaveAccessibleName(name)
    },
    /** A live region says this, after whatever was heard before. */
    async hears(words: string | RegExp): Promise<void> {
      const matches = (sentence: string) =>
        typeof words === 'string' ? sentence.includes(words) : words.test(sentence)
      await expect(async () => {
        const news = (await marks('said')).slice(heard)
        const nth = news.findIndex(matches)
        expect(nth, `"${words}" among: ${news.join(' | ')}`).toBeGreaterThanOrEqual(0)
        heard += nth + 1
      }).toPass({ timeout: 20_000 })
    },
    /** How often live regions have said something like this, from the beginning. */
    async timesHeard(words: RegExp): Promise<number> {
      return (await marks('said')).filter(sentence => words.test(sentence)).length
    },
    /** No mouse, no finger and no pen has had a part in it. */
    async neverPointed(): Promise<void> {
      expect(await marks('pointed')).toEqual([])
    },
  }
}

export type Listener = Awaited<ReturnType<typeof listenerAt>>

async function pressed(page: Page, key: string, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth++) await page.keyboard.press(key)
}

/** Runs in the page, from its first moment. */
function keepWhatIsSaid(): void {
  const polite =
    '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]'
  const pointing = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel', 'click']
  for (const type of pointing) {
    const note = (event: Event) => {
      // A click that a key has made has no count.
      const byKey = event instanceof MouseEvent && type === 'click' && event.detail === 0
      if (event.isTrusted && !byKey) performance.mark('pointed', { detail: type })
    }
    addEventListener(type, note, { capture: true, passive: true })
  }
  const say = (node: Node) => {
    const words = node.textContent?.replace(/\s+/g, ' ').trim()
    if (words) performance.mark('said', { detail: words })
  }
  /** A region that arrives with its words in it is passed over by readers, unless it is an alert. */
  const sayAlerts = (node: Node) => {
    if (!(node instanceof Element)) return
    if (node.matches('[role="alert"]')) say(node)
    for (const alert of node.querySelectorAll('[role="alert"]')) say(alert)
  }
  const regionOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest(polite)
  const observer = new MutationObserver(changes => {
    for (const { addedNodes } of changes) addedNodes.forEach(sayAlerts)
    const changed = new Set<Element>()
    for (const { target, addedNodes } of changes) {
      const region = regionOf(target)
      if (region?.matches('[role="log"]')) addedNodes.forEach(say)
      else if (region) changed.add(region)
    }
    changed.forEach(say)
  })
  observer.observe(document, { childList: true, characterData: true, subtree: true })
}
