import type { CloudEnv } from './cloud-env.ts'

/** Secrets that stand in public documents or in this project, and so are no secrets. */
const published = new Set([
  '12345',
  '21218CCA77804D2BA1922C33E0151105',
  'sandbox-secret-not-for-production',
  'sandbox-card-key-not-for-production',
])
const shortest = 16

/**
 * Secrets that anybody can guess: refused in production, warned about elsewhere (a test system may hand out
 * short ones). An address without TLS is warned about in production, because its answers cannot be trusted
 * as such (the cloud does not sign them).
 */
export function secretProblems(
  cloud: CloudEnv,
  mode: 'production' | 'development' | 'test',
): { refused: string[]; warnings: string[] } {
  if (cloud.kind === 'embedded-sandbox') {
    return {
      refused: [],
      warnings:
        mode === 'production'
          ? ['No Movie Cloud is configured: the embedded sandbox sells tickets that open no door.']
          : [],
    }
  }
  const secrets = [
    ['MOVIECLOUD_SECRET', cloud.secret],
    ['MOVIECLOUD_SECRET_PREVIOUS', cloud.previousSecret],
    ['MOVIECLOUD_CARD_KEY', cloud.cardKey],
  ] as const
  const weak = secrets.flatMap(([name, value]) => {
    if (value === undefined) return []
    if (published.has(value)) return [`${name} is a published example; ask for one of your own.`]
    return value.length < shortest ? [`${name} is shorter than ${shortest} characters.`] : []
  })
  if (mode !== 'production') return { refused: [], warnings: weak }
  const plain = cloud.url.startsWith('http:')
    ? ['MOVIECLOUD_URL has no TLS: whoever sits on the line can read and change what the cloud says.']
    : []
  return { refused: weak, warnings: plain }
}
