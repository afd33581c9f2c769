import { createDecipheriv } from 'node:crypto'
import { z } from 'zod'

/** What WeChat Pay encrypts under the merchant's API v3 key: notifications and platform certificates. */
export const Sealed = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'),
  nonce: z.string().length(12),
  associated_data: z.string().default(''),
  ciphertext: z.base64().max(256 * 1024),
})
export type Sealed = z.infer<typeof Sealed>

const tagLength = 16

/** The plain text; undefined when the key is another one or a bit of it was changed. */
export function unseal(apiV3Key: string, sealed: Sealed): Buffer | undefined {
  const bytes = Buffer.from(sealed.ciphertext, 'base64')
  if (bytes.length < tagLength) return undefined
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(sealed.nonce), {
    authTagLength: tagLength,
  })
  decipher.setAAD(Buffer.from(sealed.associated_data))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()])
  } catch {
    return undefined
  }
}
