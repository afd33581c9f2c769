import type { NewEvent } from '../journal/store.ts'
import type { Evidence } from './core/evidence.ts'

/** What was learnt, in one word or code: for the log of attempts and the history. Never anything personal. */
export function outcomeOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'lock':
      return 'code' in evidence.answer ? `${evidence.answer.is} ${evidence.answer.code}` : evidence.answer.is
    case 'release':
      return evidence.released ? 'released' : 'not released'
    case 'confirm':
      return 'code' in evidence.answer ? `${evidence.answer.is} ${evidence.answer.code}` : evidence.answer.is
    case 'order':
      if (evidence.answer.is === 'found') return evidence.answer.status
      return evidence.answer.is === 'unclear' ? `unclear ${evidence.answer.code}` : evidence.answer.is
    case 'give back':
      return evidence.code === undefined ? evidence.answer : `${evidence.answer} ${evidence.code}`
    case 'reverse':
    case 'refund':
      return evidence.answer
    case 'created':
      return evidence.answer.is
    case 'payment':
      return evidence.facts === 'UNCLEAR' ? 'UNCLEAR' : evidence.facts.status
  }
}

/** The history line of evidence, or none for the answers of a payment poll that say nothing new. */
export function learntEvent(evidence: Evidence, at: number): NewEvent[] {
  const outcome = outcomeOf(evidence)
  if (
    evidence.kind === 'payment' &&
    (outcome === 'UNPAID' || outcome === 'UNCLEAR' || outcome === 'NOT_CREATED')
  )
    return []
  const paid =
    evidence.kind === 'payment' && evidence.facts !== 'UNCLEAR' && evidence.facts.status === 'PAID'
      ? { paidFen: evidence.facts.paidFen, outTradeNo: evidence.outTradeNo }
      : {}
  return [{ at, kind: `learnt: ${evidence.kind}`, detail: { outcome, ...paid } }]
}
