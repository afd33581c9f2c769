import type { TestCloud } from '../test-cloud.ts'
import type { Books } from './books.ts'
import type { Census } from './census.ts'

/** What is needed to make a call and to judge it. */
export interface Run {
  cloud: TestCloud
  books: Books
  census: Census
  /** What was done, a line a call. */
  story: string[]
  /** How many steps were begun. */
  begun: number
}
