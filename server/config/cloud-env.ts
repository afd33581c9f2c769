/** Where the Movie Cloud is: in this very process, or somewhere else with keys of our own. */
export type CloudEnv =
  /** `port` 0 takes any free one. */
  | { kind: 'embedded-sandbox'; port: number }
  | {
      kind: 'remote'
      url: string
      channel: string
      secret: string
      /** The secret before the last rotation; still accepted by the cloud for a while. */
      previousSecret?: string
      cardKey: string
    }
