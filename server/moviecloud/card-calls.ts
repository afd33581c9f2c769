import { about, agrees } from './about.ts'
import { getBenefitCardDetail } from './apis/benefit-card.get-card-detail.ts'
import { getCardConsumeRecords } from './apis/card.get-card-consume-records.ts'
import { getCardDetail } from './apis/card.get-card-detail.ts'
import { getCardDiscountTickets } from './apis/card.get-card-discount-tickets.ts'
import { queryBalance } from './apis/card.query-balance.ts'
import { queryPrice } from './apis/card.query-price.ts'
import { encryptCardPassword } from './card-cipher.ts'
import type { MovieCloudClient } from './client.ts'
import type { MovieCloud, ShowRef } from './gateway-types.ts'
import {
  toAllowance,
  toBalance,
  toBenefitCard,
  toCardPrice,
  toCharges,
  toMemberCard,
} from './translate-cards.ts'

/** How card passwords are enciphered (specification 3): the channel's key, and a source of 16 printable characters. */
export interface CardSeal {
  cardKey: string
  iv: () => string
}

type CardCalls = Pick<
  MovieCloud,
  | 'memberCard'
  | 'cardBalance'
  | 'cardPrice'
  | 'cardAllowance'
  | 'cardCharges'
  | 'benefitCard'
  | 'sealCardPassword'
>

const cardAtShow = (show: ShowRef, { number, sectionId }: { number: string; sectionId: string }) => ({
  cinemaLinkId: show.cinemaId,
  cardNumber: number,
  sectionId,
  scheduleId: show.scheduleId,
  scheduleKey: show.scheduleKey,
})

/** What is asked about cards that are to pay (specification 7.7 - 7.10, 8.5), and of those that have paid (7.12). */
export function cardCalls(client: MovieCloudClient, { cardKey, iv }: CardSeal): CardCalls {
  return {
    async memberCard({ cinemaId, number }) {
      const answer = await client.call(getCardDetail, { cinemaLinkId: cinemaId, cardNumber: number })
      return about(answer, card => (agrees(card.cardNumber, number) ? toMemberCard(card) : undefined))
    },

    async cardBalance({ cinemaId, number, password }) {
      const answer = await client.call(queryBalance, {
        cinemaLinkId: cinemaId,
        cardNumber: number,
        cardPassword: password,
      })
      return about(answer, balance => (agrees(balance.cardNumber, number) ? toBalance(balance) : undefined))
    },

    async cardPrice(show, card) {
      return about(await client.call(queryPrice, cardAtShow(show, card)), toCardPrice)
    },

    async cardAllowance(show, card) {
      return about(await client.call(getCardDiscountTickets, cardAtShow(show, card)), toAllowance)
    },

    async cardCharges({ cinemaId, number, from, to }) {
      const period = { cinemaLinkId: cinemaId, cardNumber: number, startDate: from, endDate: to }
      return about(await client.call(getCardConsumeRecords, period), toCharges)
    },

    async benefitCard({ number }) {
      const answer = await client.call(getBenefitCardDetail, { benefitCardNumber: number })
      return about(answer, card => (agrees(card.benefitCardNumber, number) ? toBenefitCard(card) : undefined))
    },

    sealCardPassword: digits => encryptCardPassword(digits, cardKey, iv()),
  }
}
