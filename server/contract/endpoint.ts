import { z } from 'zod'
import type { ErrorCode } from './errors.ts'

/** One line of the API: the server's routes, the browser's calls and the OpenAPI document are all made from it. */
export interface Endpoint {
  method: 'GET' | 'POST'
  /** Path with `:name` parameters. */
  path: `/api/${string}`
  summary: string
  /** Who may ask; absent: anybody. A manager is staff too. Those signed in at the box office are known by their cookie. */
  access?: 'staff' | 'manager'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  result: z.ZodType
  /** Errors beside `invalid-request` and `internal`, which any call may answer. */
  errors: readonly ErrorCode[]
}

export const noBody = z.strictObject({})
