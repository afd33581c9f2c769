import type { Cloud } from '../cloud/cloud.ts'
import { giveBackDue } from './give-back.ts'
import { recharge } from './recharge.ts'
import { registerBenefitCard } from './register-benefit-card.ts'
import { registerCard } from './register-card.ts'
import { renewBenefitCard } from './renew-benefit-card.ts'
import { updatePoints } from './update-points.ts'

const cardOrderApis = [registerCard, recharge, updatePoints, registerBenefitCard, renewBenefitCard]

/**
 * Brings the cards up to the clock: whatever the cinemas have done by now is done, each thing as of its own instant
 * and in the order of time, so that it does not matter when anybody looks. Cheap when nothing is due. Call it inside a
 * transaction.
 */
export function settle(cloud: Cloud, now: number): void {
  for (const order of cloud.cardOrders.dueBy(now)) {
    giveBackDue(cloud, order.answeredAt)
    const api = cardOrderApis.find(({ family, type }) => family === order.family && type === order.type)
    if (!api) throw new Error(`card order ${order.cardOrderId} is of no kind`)
    api.settle(cloud, order)
  }
  giveBackDue(cloud, now)
}
