import { describe, expect, test } from 'vitest'
import { type OrderRecord, orderStates } from '../../journal/record.ts'
import { aCard, anOrder, confirming, paidByCard } from '../test-support/record.ts'
import { withoutSpentSecrets } from './spent-secrets.ts'

const frozen = { kind: 'frozen', payload: 'with the password' } as const
const kept = ({ card, confirm }: OrderRecord) => ({
  password: card?.password,
  payload: confirm.kind === 'none' ? undefined : confirm.payload,
})

describe('a secret of no more use', () => {
  const open = ['DRAFT', 'LOCKING', 'LOCK_UNKNOWN', 'LOCKED', 'PAYING', 'CLOSING', 'PAID']

  test.each(orderStates)('is gone in %s', state => {
    const order = paidByCard({ state, confirm: { kind: 'none' } })
    expect(kept(withoutSpentSecrets(order)).password).toBe(open.includes(state) ? aCard.password : undefined)
    const sent = { ...order, confirm: confirming({ payload: 'with the password' }).confirm }
    const payload = state === 'CONFIRMING' ? 'with the password' : undefined
    expect(kept(withoutSpentSecrets(sent)).payload).toBe(payload)
  })

  test('is the password as soon as the confirm bears it', () => {
    const order = paidByCard({ confirm: frozen })
    expect(kept(withoutSpentSecrets(order))).toEqual({ password: undefined, payload: frozen.payload })
  })

  test('is nothing else of the card or the confirm', () => {
    const { password: _password, ...card } = aCard
    const sent = confirming({ payload: 'x', count: 3 }, { state: 'TICKETED', card: aCard })
    const left = withoutSpentSecrets(sent)
    expect(left).toEqual({ ...sent, card, confirm: { ...sent.confirm, payload: undefined } })
  })

  test('is none of an order that has none', () => {
    const order = anOrder({ state: 'RELEASED' })
    expect(withoutSpentSecrets(order)).toBe(order)
    const { password: _password, ...card } = aCard
    const benefit = anOrder({ state: 'REFUNDED', card })
    expect(withoutSpentSecrets(benefit)).toBe(benefit)
  })
})
