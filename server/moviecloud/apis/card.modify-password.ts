import { z } from 'zod'
import { declare, nothing, required } from '../declare.ts'

/** 7.5 Changes a card's password; both passwords are sent enciphered. */
export const modifyPassword = declare({
  name: 'card.modifyPassword',
  section: '7.5',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'none',
  params: z.object({
    cinemaLinkId: required,
    cardNumber: required,
    oldPassword: required,
    newPassword: required,
  }),
  result: nothing,
})
