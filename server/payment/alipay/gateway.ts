import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import { beijingText } from '../beijing-text.ts'
import type { Http } from '../exchange.ts'
import { signSha256 } from '../rsa.ts'
import type { AlipayAccount } from './account.ts'
import { readSigned } from './signed-answer.ts'
import { signedText } from './signed-text.ts'

/** One signed call of `method`; `done` bears the response node, whose signature was verified. */
export type CallAlipay = (
  method: string,
  content: object,
  more?: { notifyUrl: string },
) => Promise<Outcome<unknown>>

/** Every response node begins like this; `sub_msg` is never read, because it may quote what we sent. */
const Head = z.object({ code: z.string().max(16), sub_code: z.string().max(64).optional() })

const answerLimit = 1024 * 1024

/**
 * Calls Alipay's gateway: form parameters signed with RSA2, the answer believed only when Alipay signed it. A
 * code that leaves open whether anything was done (20000, `…SYSTEM_ERROR`) is unknown, never a refusal.
 */
export function createCallAlipay(parts: { account: AlipayAccount; http: Http; clock: Clock }): CallAlipay {
  const { account, http, clock } = parts

  return async (method, content, more) => {
    const parameters = new Map([
      ['app_id', account.appId],
      ['method', method],
      ['format', 'JSON'],
      ['charset', 'utf-8'],
      ['sign_type', 'RSA2'],
      ['timestamp', beijingText(clock.now())],
      ['version', '1.0'],
      ['notify_url', more?.notifyUrl ?? ''],
      ['biz_content', JSON.stringify(content)],
    ])
    parameters.set('sign', signSha256(account.privateKey, signedText(parameters, ['sign'])))
    const url = new URL(account.gateway)
    // The gateway decodes the body by what the address says.
    url.searchParams.set('charset', 'utf-8')
    const answer = await http.send({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
      body: new URLSearchParams([...parameters].filter(([, value]) => value !== '')).toString(),
      answerLimit,
    })
    if (answer.kind !== 'answered') return answer
    if (answer.status !== 200) return { kind: 'unknown', reason: `HTTP ${answer.status}` }
    const node = readSigned(answer.body, `${method.replaceAll('.', '_')}_response`, account.publicKeys)
    if (node === undefined) return { kind: 'unknown', reason: 'an answer that Alipay did not sign' }
    return outcomeOf(node)
  }
}

function outcomeOf(node: unknown): Outcome<unknown> {
  const head = Head.safeParse(node)
  if (!head.success) return { kind: 'unknown', reason: 'an answer of another form' }
  const { code, sub_code: subCode = '' } = head.data
  if (code === '10000') return done(node)
  const name = /^[\w.-]+$/.test(subCode) ? subCode : code
  const open = code === '20000' || name.endsWith('SYSTEM_ERROR')
  return open
    ? { kind: 'unknown', reason: name }
    : { kind: 'refused', code: name, meaning: `Alipay answered ${code}` }
}
