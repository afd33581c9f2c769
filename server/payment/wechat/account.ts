import type { KeyObject } from 'node:crypto'

/** What a merchant has at WeChat Pay (API v3, direct merchant). */
export interface WechatAccount {
  mchId: string
  appId: string
  /** Signs what we send; `serialNo` is that of the API certificate it belongs to. */
  privateKey: KeyObject
  serialNo: string
  /** 32 characters: opens what WeChat Pay encrypts for us. */
  apiV3Key: string
  /** WeChat Pay's public key and its `PUB_KEY_ID_…`; without it platform certificates are downloaded. */
  publicKey?: { id: string; key: KeyObject }
  /** `https://api.mch.weixin.qq.com` */
  gateway: string
}
