/** Whom a sandbox lets in that was told nothing else; no secrets, they stand in the open. */
export const sandboxAccount = {
  channel: 'FOYER',
  secret: 'sandbox-secret-not-for-production',
  cardKey: 'sandbox-card-key-not-for-production',
} as const
