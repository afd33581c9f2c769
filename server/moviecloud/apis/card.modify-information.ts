import { z } from 'zod'
import { declare, nothing, required } from '../declare.ts'

/** 7.6 Changes what is known of a card's owner; what is absent stays. */
export const modifyInformation = declare({
  name: 'card.modifyInformation',
  section: '7.6',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'none',
  params: z.object({
    cinemaLinkId: required,
    cardNumber: required,
    cardPassword: required,
    mobile: required.optional(),
    cardUserName: z.string().max(20).optional(),
    idCard: z.string().max(25).optional(),
    address: z.string().max(25).optional(),
    birthdate: z.iso.date().optional(),
    email: z.string().max(25).optional(),
    gender: z.string().max(3).optional(),
  }),
  result: nothing,
})
