import type { Text } from './language.ts'
import type { Retry } from './retry.ts'

/** What can go wrong for those who work here. */
export const staffErrors = {
  'not-allowed': {
    status: 403,
    retry: undefined,
    text: { zh: '没有权限进行此操作。', en: 'You may not do this.' },
  },
  'not-signed-in': {
    status: 401,
    retry: undefined,
    text: { zh: '请先登录售票台。', en: 'Please sign in at the box office first.' },
  },
  'sign-in-failed': {
    status: 401,
    retry: 'now',
    text: { zh: '工号或 PIN 码不正确。', en: 'The staff number or the PIN is not right.' },
  },
  'manager-needed': {
    status: 403,
    retry: 'ask-staff',
    text: { zh: '此操作需要值班经理。', en: 'Only a manager may do this.' },
  },
} as const satisfies Record<string, { status: number; retry: Retry | undefined; text: Text }>
