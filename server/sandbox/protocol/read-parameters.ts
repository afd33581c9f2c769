import type { IncomingMessage } from 'node:http'
import { readForm } from './form.ts'
import { HttpRefusal } from './refusal.ts'

/** Enough for a confirm of twenty tickets sent as GET. */
const urlLimit = 16 * 1024
const bodyLimit = 64 * 1024

/**
 * Collects the parameters of a call, from the query and, with POST, from a form as well (specification 1.5 shows
 * GET; the real one takes forms too).
 *
 * @throws HttpRefusal 400, 405, 413, 414, 415; SystemRefusal 30006
 */
export async function readParameters(
  request: IncomingMessage,
  parameters: Map<string, string>,
): Promise<void> {
  const url = request.url ?? ''
  if (url.length > urlLimit) throw new HttpRefusal(414, `the address is longer than ${urlLimit} bytes`)
  const query = url.indexOf('?')
  if (request.method === 'POST') {
    const body = await readBody(request, 'application/x-www-form-urlencoded')
    readForm(body, parameters)
  } else if (request.method !== 'GET') throw new HttpRefusal(405, 'GET or POST')
  if (query >= 0) readForm(url.slice(query + 1), parameters)
}

/**
 * A body of one content type as UTF-8 text; an empty body may come without a type.
 *
 * @throws HttpRefusal 400, 413, 415
 */
export async function readBody(request: IncomingMessage, contentType: string): Promise<string> {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > bodyLimit) throw new HttpRefusal(413, `the body is longer than ${bodyLimit} bytes`)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > bodyLimit) throw new HttpRefusal(413, `the body is longer than ${bodyLimit} bytes`)
    chunks.push(bytes)
  }
  if (length === 0) return ''
  const given = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (given !== contentType) throw new HttpRefusal(415, `the body has to be ${contentType}`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    throw new HttpRefusal(400, `the body is not UTF-8: ${cause instanceof Error ? cause.message : ''}`)
  }
}
