import { toInstant } from '#contract/time.ts'

/** `2026-11-23 19:30:00` in Beijing: how both providers write a time without a zone. Whole seconds, cut. */
export function beijingText(epochMs: number): string {
  return toInstant(epochMs).slice(0, 19).replace('T', ' ')
}

/** Epoch ms of `2026-11-23 19:30:00` in Beijing, wherever this server stands; undefined for anything else. */
export function beijingMs(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined
  const ms = Date.parse(`${text.replace(' ', 'T')}+08:00`)
  return Number.isNaN(ms) ? undefined : ms
}
