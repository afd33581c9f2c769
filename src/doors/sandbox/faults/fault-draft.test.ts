import { expect, test } from 'vitest'
import { emptyDraft, type FaultDraft, faultOf, ownFields } from './fault-draft.ts'
import { kindWords } from './fault-words.ts'

const draft = (more: Partial<FaultDraft>): FaultDraft => ({ ...emptyDraft, ...more })

test.each<[string, Partial<FaultDraft>, object]>([
  ['nothing filled in: the next call of all', {}, { kind: 'lose-answer' }],
  [
    'an aim',
    { api: ' order.confirmOrder ', cinemaLinkId: '681', channelCode: 'FOYER', repeatedOnly: true },
    {
      kind: 'lose-answer',
      api: 'order.confirmOrder',
      cinemaLinkId: '681',
      channelCode: 'FOYER',
      repeatedOnly: true,
    },
  ],
  [
    'seconds become milliseconds',
    { kind: 'delay', delaySeconds: '1.5', spreadSeconds: '0.25', length: 'for', forSeconds: '90' },
    { kind: 'delay', delayMs: 1_500, spreadMs: 250, forMs: 90_000 },
  ],
  [
    'one call drawn by chance is one call all the same',
    { percent: '12.5' },
    { kind: 'lose-answer', probability: 0.125, times: 1 },
  ],
  [
    'for ever',
    { kind: 'skew', skewSeconds: '-600', length: 'always' },
    { kind: 'skew', skewMs: -600_000, times: 'always' },
  ],
  [
    'a code',
    { kind: 'refuse', code: ' NO_USB_ERROR ', length: 'times', times: '3' },
    { kind: 'refuse', code: 'NO_USB_ERROR', times: 3 },
  ],
])('%s', (_, more, fault) => {
  expect(faultOf(draft(more))).toEqual({ fault })
})

test.each<[Partial<FaultDraft>, string]>([
  [{ percent: '0' }, 'probability'],
  [{ percent: '101' }, 'probability'],
  [{ length: 'times', times: '2.5' }, 'times'],
  [{ length: 'for', forSeconds: '' }, 'forMs'],
  [{ kind: 'delay', delaySeconds: 'soon' }, 'delayMs'],
])('%o is no fault: %s', (more, field) => {
  expect(faultOf(draft(more))).toEqual({ wrong: [field] })
})

test('every kind can be described by the form', () => {
  for (const kind of Object.keys(kindWords.en)) {
    const known = Object.keys(ownFields).find(one => one === kind)
    expect(known, kind).toBeDefined()
  }
})
