import type { Api } from './api.ts'
import { getBenefitCardDetail } from './get-benefit-card-detail.ts'
import { getBenefitCardOrderDetail } from './get-benefit-card-order-detail.ts'
import { getCardConsumeRecords } from './get-card-consume-records.ts'
import { getCardDetail } from './get-card-detail.ts'
import { getCardDiscountTickets } from './get-card-discount-tickets.ts'
import { getCardGradeList } from './get-card-grade-list.ts'
import { getCardOrderDetail } from './get-card-order-detail.ts'
import { getCardPointsRecords } from './get-card-points-records.ts'
import { getCardRechargeRecords } from './get-card-recharge-records.ts'
import { getPolicyList } from './get-policy-list.ts'
import { modifyInformation } from './modify-information.ts'
import { modifyPassword } from './modify-password.ts'
import { queryBalance } from './query-balance.ts'
import { queryPrice } from './query-price.ts'
import { recharge } from './recharge.ts'
import { registerBenefitCard } from './register-benefit-card.ts'
import { registerCard } from './register-card.ts'
import { renewBenefitCard } from './renew-benefit-card.ts'
import { updatePoints } from './update-points.ts'

/** The interfaces of member cards (7) and benefit cards (8). */
export const cardApis: readonly Api[] = [
  getCardGradeList,
  registerCard,
  recharge,
  updatePoints,
  modifyPassword,
  modifyInformation,
  getCardDetail,
  queryBalance,
  getCardDiscountTickets,
  queryPrice,
  getCardOrderDetail,
  getCardConsumeRecords,
  getCardRechargeRecords,
  getCardPointsRecords,
  getPolicyList,
  registerBenefitCard,
  renewBenefitCard,
  getBenefitCardDetail,
  getBenefitCardOrderDetail,
]
