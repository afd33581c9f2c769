import type { Clock } from '../../../kernel/clock.ts'
import type { Books } from '../../test-support/books.ts'

/** What the stand-in's interfaces work with. */
export interface WechatHouse {
  books: Books
  clock: Clock
  mchId: string
  appId: string
  origin: string
}
