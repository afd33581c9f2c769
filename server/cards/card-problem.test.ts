import { expect, it } from 'vitest'
import type { Outcome } from '../kernel/outcome.ts'
import { cardAnswer } from './card-problem.ts'

const refused = (code: string): Outcome<never> => ({ kind: 'refused', code, meaning: `${code} 68116100001` })

it.each<[outcome: Outcome<never>, code: string, field: string | undefined]>([
  [refused('CARD_NOT_EXIST_ERROR'), 'card-not-found', 'number'],
  [refused('BCARD_NOT_EXIST'), 'card-not-found', 'number'],
  [refused('CARD_PASSWORD_ERROR'), 'card-password-wrong', 'password'],
  [refused('CARD_NOT_USE_ERROR'), 'card-not-usable', undefined],
  [refused('BCARD_EXPIRED'), 'card-not-usable', undefined],
  [refused('BCARD_DISABLED'), 'card-not-usable', undefined],
  [refused('BCARD_TICKET_OVER_LIMIT'), 'benefit-used-up', undefined],
  [refused('BCARD_SCHEDULE_NOT_MATCH'), 'card-not-for-show', undefined],
  [refused('AREA_SEAT_NOT_SUPPORT_BENEFIT'), 'card-not-for-seats', undefined],
  [refused('SCHEDULE_HAS_CHANGED'), 'show-changed', undefined],
  [refused('SCHEDULE_NOT_FOUND'), 'show-not-found', undefined],
  // What says nothing about the card is no answer about it.
  [refused('FORMAT_ERROR'), 'cinema-unavailable', undefined],
  [refused('DATA_NOT_EXIST'), 'cinema-unavailable', undefined],
  [refused('A_CODE_OF_TOMORROW'), 'cinema-unavailable', undefined],
  [{ kind: 'unknown', reason: 'timeout' }, 'cinema-unavailable', undefined],
  [{ kind: 'not-sent', reason: 'refused' }, 'cinema-unavailable', undefined],
])('%j is %s', (outcome, code, field) => {
  const problem = (() => {
    try {
      return cardAnswer(outcome)
    } catch (error) {
      return error
    }
  })()
  expect(problem).toMatchObject({ name: 'Problem', code, field })
  // The cloud's words may name a card, and causes are logged.
  expect(String(Object(problem).cause)).not.toContain('68116100001')
})
