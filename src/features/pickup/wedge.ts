/**
 * A scanner that types: what it reads arrives as key presses ending in Enter. Only the speed tells it from a
 * guest at the keyboard.
 */
export interface Burst {
  readonly text: string
  readonly startedAtMs: number
  readonly lastAtMs: number
}

/** A scanner takes 1 to 30 ms a key, over a busy computer a little more; no hand copies a code this fast. */
const averageGapMs = 70
/** A busy computer may swallow a moment amid a scan; a longer pause begins a new text. */
const longestGapMs = 400
/** Shorter than anything worth scanning, and long enough that two keys pressed at once are no scan. */
const shortestText = 8

/**
 * Takes one key press further. `scanned` is the text when this key ended a scan.
 *
 * @param key a `KeyboardEvent.key`; keys that write nothing (Shift) pass without trace
 * @param atMs the press's own time in ms, of any origin
 */
export function feedWedge(
  burst: Burst | undefined,
  key: string,
  atMs: number,
): { burst: Burst | undefined; scanned?: string } {
  const going = burst && atMs - burst.lastAtMs <= longestGapMs ? burst : undefined
  if (key === 'Enter') {
    return going && isScan(going) ? { burst: undefined, scanned: going.text } : { burst: undefined }
  }
  if ([...key].length !== 1) return { burst: going }
  return {
    burst: going
      ? { ...going, text: going.text + key, lastAtMs: atMs }
      : { text: key, startedAtMs: atMs, lastAtMs: atMs },
  }
}

function isScan({ text, startedAtMs, lastAtMs }: Burst): boolean {
  return text.length >= shortestText && (lastAtMs - startedAtMs) / (text.length - 1) <= averageGapMs
}
