/** What a signature covers: every parameter with a value, by name, `a=1&b=2`, not escaped. `sign` is left out. */
export function signedText(parameters: ReadonlyMap<string, string>, without: readonly string[]): string {
  return [...parameters]
    .filter(([name, value]) => !without.includes(name) && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}
