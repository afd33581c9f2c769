/**
 * The server's clock at `deviceNowMs`, from a time it told us at `receivedAtMs` of the device's clock, so
 * that a kiosk whose clock is off still counts down truly.
 */
export function serverNowMs(told: { now: string; receivedAtMs: number }, deviceNowMs: number): number {
  return Date.parse(told.now) + Math.max(0, deviceNowMs - told.receivedAtMs)
}

/** Milliseconds until `endsAt`, never below 0. */
export function remainingMs(endsAt: string, nowMs: number): number {
  return Math.max(0, Date.parse(endsAt) - nowMs)
}

/** How much is left when a countdown is spoken: often enough to act in time, and never a voice every second. */
const spokenAtMs = [300_000, 120_000, 60_000, 30_000] as const

/** Of the moments at which a countdown is spoken the one that came last; undefined before the first. */
export function spokenMomentMs(remaining: number): number | undefined {
  return spokenAtMs.findLast(moment => remaining <= moment)
}

/** "7:05": whole seconds, rounded up so that 0:00 is shown only when the time is really over. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000)
  return `${Math.trunc(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
