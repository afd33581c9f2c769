import type { z } from 'zod'

/** What the sandbox said instead of doing it; status 0: it did not answer at all. */
export class ControlError extends Error {
  readonly status: number

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}

interface Ask {
  method?: 'GET' | 'POST' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
}

/**
 * Asks the control interface of the sandbox that served this page; `path` is what stands behind `/control/`.
 *
 * @throws ControlError when it refuses or does not answer
 */
export async function control<S extends z.ZodType>(
  path: string,
  schema: S,
  { method = 'GET', body, signal }: Ask = {},
): Promise<z.output<S>> {
  const response = await fetch(`/control/${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ControlError(0, '', { cause })
  })
  const text = await response.text()
  if (!response.ok) throw new ControlError(response.status, text.trim())
  return schema.parse(JSON.parse(text))
}
