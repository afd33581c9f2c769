import { z } from 'zod'
import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Numbers } from './numbers.ts'
import { once } from './once.ts'
import { Count, fenOf, OptionalText, objectIn, readable, rowsIn, Text, yuanOf } from './reading.ts'
import { Untried } from './verdict.ts'

const ListedPolicy = z.object({
  benefitPolicyCode: Text,
  policyStatus: OptionalText,
  registerAmount: OptionalText,
  renewAmount: OptionalText,
  addValidDays: Count,
  renewDiscountTickets: Count,
  cinemas: z.unknown().optional(),
})
const PolicyCinema = z.object({ cinemaLinkId: Text })
const Registered = z.object({ benefitCardNumber: Text, benefitCardOrderId: Text, endDate: OptionalText })
const Detail = z.object({
  benefitPolicyCode: Text,
  endDate: OptionalText,
  availableDiscountTickets: Count,
})

export interface Policy {
  policyCode: string
  enabled: boolean
  registerFen: number
  /** Absent: its cards cannot be renewed (8.2.4). */
  renewFen: number | undefined
  addValidDays: number | undefined
  renewTickets: number | undefined
  cinemaLinkIds: string[]
}

/** A benefit card that the run has registered. */
export interface OwnBenefitCard {
  policy: Policy
  cardNumber: string
  cardOrderId: string
  outTradeNo: string
  mobile: string
  endDate: string | undefined
  request: RegisterBenefitRequest
  answer: Answer
}

export interface RegisterBenefitRequest {
  benefitPolicyId: string
  outTradeNo: string
  mobile: string
  registerAmount: string
  cardUserName: string
}

/** The benefit card that a run makes, once, and the policies there are. */
export interface BenefitCards {
  policies(): Promise<Policy[]>
  /** One that cards can be had of, a renewable one if there is any. @throws Untried not-applicable without one */
  policyOnSale(): Promise<Policy>
  registerRequest(policy: Policy): RegisterBenefitRequest
  own(): Promise<OwnBenefitCard>
  detail(cardNumber: string): Promise<z.output<typeof Detail>>
}

export function createBenefitCards(caller: Caller, numbers: Numbers, cinemaLinkId: string): BenefitCards {
  const policies = once(async () =>
    rowsIn(await caller.must('benefitCard.getPolicyList', {}), ListedPolicy).map(
      (policy): Policy => ({
        policyCode: policy.benefitPolicyCode,
        enabled: policy.policyStatus === 'enable',
        registerFen: fenOf(policy.registerAmount) ?? 0,
        renewFen: fenOf(policy.renewAmount),
        addValidDays: policy.addValidDays,
        renewTickets: policy.renewDiscountTickets,
        cinemaLinkIds: readable(policy.cinemas, PolicyCinema).map(cinema => cinema.cinemaLinkId),
      }),
    ),
  )

  async function policyOnSale(): Promise<Policy> {
    const onSale = (await policies()).filter(({ enabled }) => enabled)
    const here = onSale.filter(({ cinemaLinkIds }) => cinemaLinkIds.includes(cinemaLinkId))
    const fitting = here.length > 0 ? here : onSale
    const policy = fitting.find(({ renewFen }) => renewFen !== undefined) ?? fitting[0]
    if (!policy) throw new Untried('not-applicable', 'no policy of benefit cards is on sale')
    return policy
  }

  const registerRequest = (policy: Policy): RegisterBenefitRequest => ({
    benefitPolicyId: policy.policyCode,
    outTradeNo: numbers.next(),
    mobile: numbers.mobile(),
    registerAmount: yuanOf(policy.registerFen),
    cardUserName: 'conformance',
  })

  return {
    policies,
    policyOnSale,
    registerRequest,
    own: once(async () => {
      const policy = await policyOnSale()
      const request = registerRequest(policy)
      const answer = await caller.must('benefitCard.registerBenefitCard', request)
      const { benefitCardNumber, benefitCardOrderId, endDate } = objectIn(answer, Registered)
      return {
        policy,
        cardNumber: benefitCardNumber,
        cardOrderId: benefitCardOrderId,
        outTradeNo: request.outTradeNo,
        mobile: request.mobile,
        endDate,
        request,
        answer,
      }
    }),
    async detail(benefitCardNumber) {
      return objectIn(await caller.must('benefitCard.getCardDetail', { benefitCardNumber }), Detail)
    },
  }
}
