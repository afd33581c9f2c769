import { HttpRefusal, SystemRefusal } from './refusal.ts'

/**
 * Reads `name=value&...` as browsers and Java write it: UTF-8, `+` for a blank. A parameter that comes twice is
 * refused: nobody could say which of the two was signed.
 *
 * @throws HttpRefusal 400 when an escape or its UTF-8 is broken; SystemRefusal 30006 for a name given twice
 */
export function readForm(text: string, into: Map<string, string>): void {
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = unescapeForm(equals < 0 ? pair : pair.slice(0, equals))
    if (into.has(name)) throw new SystemRefusal('30006', `${name} is given twice`)
    into.set(name, equals < 0 ? '' : unescapeForm(pair.slice(equals + 1)))
  }
}

function unescapeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch (cause) {
    throw new HttpRefusal(400, cause instanceof URIError ? 'broken percent escape' : 'unreadable form')
  }
}
