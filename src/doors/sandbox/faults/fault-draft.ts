import { Fault, type FaultInput } from '#contract/sandbox-faults.ts'
import type { Kind } from './fault-words.ts'

/** What stands in the form's fields: texts, as they are typed. */
export interface FaultDraft {
  kind: Kind
  api: string
  cinemaLinkId: string
  channelCode: string
  repeatedOnly: boolean
  percent: string
  length: 'next' | 'times' | 'for' | 'always'
  times: string
  forSeconds: string
  delaySeconds: string
  spreadSeconds: string
  code: string
  handled: boolean
  skewSeconds: string
  quirk: string
  trouble: string
}

export const emptyDraft: FaultDraft = {
  kind: 'lose-answer',
  api: '*',
  cinemaLinkId: '',
  channelCode: '',
  repeatedOnly: false,
  percent: '100',
  length: 'next',
  times: '3',
  forSeconds: '60',
  delaySeconds: '5',
  spreadSeconds: '0',
  code: 'SYSTEM_ERROR',
  handled: false,
  skewSeconds: '600',
  quirk: 'data-as-string',
  trouble: 'offline',
}

/** The fields that only some kinds have. */
export const ownFields: Readonly<Record<Kind, readonly (keyof FaultDraft)[]>> = {
  'lose-request': [],
  'lose-answer': [],
  reset: [],
  truncate: [],
  'bad-gateway': ['handled'],
  delay: ['delaySeconds', 'spreadSeconds'],
  'delay-answer': ['delaySeconds', 'spreadSeconds'],
  refuse: ['code'],
  deny: ['code'],
  'unknown-code': [],
  'slow-tickets': ['delaySeconds'],
  'fail-tickets': ['delaySeconds'],
  skew: ['skewSeconds'],
  quirk: ['quirk'],
  trouble: ['trouble'],
}

const inMs = (seconds: string): number => Math.round(Number(seconds) * 1000)

const partOf: Partial<Record<keyof FaultDraft, (draft: FaultDraft) => object>> = {
  handled: ({ handled }) => ({ handled }),
  delaySeconds: ({ delaySeconds }) => ({ delayMs: inMs(delaySeconds) }),
  spreadSeconds: ({ spreadSeconds }) => ({ spreadMs: inMs(spreadSeconds) }),
  code: ({ code }) => ({ code: code.trim() }),
  skewSeconds: ({ skewSeconds }) => ({ skewMs: inMs(skewSeconds) }),
  quirk: ({ quirk }) => ({ quirk }),
  trouble: ({ trouble }) => ({ trouble }),
}

const lengths: Record<FaultDraft['length'], (draft: FaultDraft) => object> = {
  next: () => ({ times: 1 }),
  times: ({ times }) => ({ times: Number(times) }),
  for: ({ forSeconds }) => ({ forMs: inMs(forSeconds) }),
  always: () => ({ times: 'always' }),
}

/** The fault that the form describes, without what goes without saying; or the fields' names that make it none. */
export function faultOf(draft: FaultDraft): { fault: FaultInput } | { wrong: string[] } {
  const { kind, api, cinemaLinkId, channelCode, repeatedOnly, percent } = draft
  const parsed = Fault.safeParse({
    kind,
    ...Object.assign({}, ...ownFields[kind].map(field => partOf[field]?.(draft))),
    api: api.trim() === '' ? '*' : api.trim(),
    ...(cinemaLinkId !== '' && { cinemaLinkId }),
    ...(channelCode !== '' && { channelCode }),
    repeatedOnly,
    probability: Number(percent) / 100,
    ...lengths[draft.length](draft),
  })
  if (!parsed.success) return { wrong: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))] }
  const { api: aimed, repeatedOnly: repeated, probability, times, ...rest } = parsed.data
  return {
    fault: {
      ...rest,
      ...(aimed !== '*' && { api: aimed }),
      ...(repeated && { repeatedOnly: repeated }),
      ...(probability !== 1 && { probability }),
      // One call is what goes without saying, unless it is drawn by chance.
      ...(times !== undefined && (times !== 1 || probability !== 1) && { times }),
    },
  }
}
