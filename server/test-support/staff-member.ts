import type { EndpointName } from '#contract/endpoints.ts'
import { createGuest } from './guest.ts'

/** The sandbox's own staff, as the README names them. */
export const demo = {
  cashier: { staffId: '1001', pin: '135790' },
  manager: { staffId: '9001', pin: '246801' },
} as const

/** A browser at the box office: signed in, it brings its cookie with every request. */
export async function createStaffMember(url: string, who: keyof typeof demo) {
  const browser = createGuest(url)
  const signedIn = await browser.ask('startStaffSession', { body: demo[who] })
  if (!signedIn.ok) throw new Error(signedIn.error.code)
  const setCookie = signedIn.headers.get('set-cookie') ?? ''
  const [cookie = ''] = setCookie.split(';')
  type Asked = Parameters<typeof browser.ask>[1]
  const withCookie = (asked: Asked): NonNullable<Asked> => ({
    ...asked,
    headers: { cookie, ...asked?.headers },
  })
  return {
    setCookie,
    session: signedIn.value,
    ask: <N extends EndpointName>(name: N, asked?: Asked) => browser.ask(name, withCookie(asked)),
    get: <N extends EndpointName>(name: N, asked?: Asked) => browser.get(name, withCookie(asked)),
  }
}
