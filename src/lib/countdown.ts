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

/** "7:05": whole seconds, rounded up so that 0:00 is shown only when the time is really over. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000)
  return `${Math.trunc(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
