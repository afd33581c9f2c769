/** A partner who may call: the account, its secret and what its tickets are sold under. */
export interface Channel {
  channelCode: string
  secret: string
  /** Encrypts card passwords (specification 3). */
  cardKey: string
  name: string
}
