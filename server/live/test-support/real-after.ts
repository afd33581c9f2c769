/** The machine's own timers, as the house is handed them. */
export const realAfter = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
