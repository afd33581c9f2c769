const beijingOffsetMs = 8 * 3_600_000

/** The hour of the day (0 to 23) and the day of the week (0 is Sunday) at an instant in Beijing. */
export function beijingHour(epochMs: number): { hour: number; weekday: number } {
  const beijing = new Date(epochMs + beijingOffsetMs)
  return { hour: beijing.getUTCHours(), weekday: beijing.getUTCDay() }
}
