import type { KeyObject } from 'node:crypto'

/** What a merchant has at Alipay (key mode): an application, the account that is paid, and two key pairs' halves. */
export interface AlipayAccount {
  appId: string
  /** The Alipay user who receives the money, `2088` and twelve digits. */
  sellerId: string
  /** Signs what we send. */
  privateKey: KeyObject
  /** Verify what Alipay sends; more than one while its key is being changed. */
  publicKeys: readonly KeyObject[]
  /** `https://openapi.alipay.com/gateway.do` */
  gateway: string
}
