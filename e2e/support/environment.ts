/** What the browser tests take from the environment; the server under test is handed none of it. */
const given = process.env

/** A Chromium that the developer or the build machine wants us to use. */
export const givenChromium = given['PLAYWRIGHT_CHROMIUM_PATH'] || undefined

/** True on a build machine, where nobody watches and nothing may be left running. */
export const onBuildMachine = given['CI'] !== undefined && given['CI'] !== '' && given['CI'] !== 'false'

/** Hands the browser that was found to the processes that we start (Playwright's workers). */
export function rememberChromium(path: string): void {
  given['PLAYWRIGHT_CHROMIUM_PATH'] = path
}
