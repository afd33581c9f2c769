import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const compress = promisify(gzip)

/** JSON as the bytes that go out. */
export interface Packed {
  readonly plain: Buffer
  /** The same compressed: once, when first somebody accepts it so (specification 1.7). */
  zipped(): Promise<Buffer>
}

export function packed(json: string): Packed {
  const plain = Buffer.from(json, 'utf8')
  let zipped: Promise<Buffer> | undefined
  return {
    plain,
    zipped() {
      zipped ??= compress(plain, { level: constants.Z_BEST_SPEED })
      return zipped
    },
  }
}
