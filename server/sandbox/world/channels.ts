import type { Channel } from '../cloud/channels.ts'
import { apiNames } from '../protocol/api-names.ts'

const opened = (channelCode: string, name: string, limits: Channel['limits'] & object): Channel => ({
  channelCode,
  name,
  secret: `${channelCode.toLowerCase()}-secret-not-for-production`,
  cardKey: `${channelCode.toLowerCase()}-card-key-not-for-production`,
  limits,
})

/**
 * Accounts with fewer rights, in every sandbox beside its first one, to see what a partner who has them is refused.
 * Their secrets are none: they stand in the open.
 */
export const limitedChannels: readonly Channel[] = [
  /** 20001 for cards of both families, CHANNEL_NOT_ALLOW_BUY for goods. */
  opened('FOYER-TICKETS', '只售影票的渠道', {
    apis: apiNames.filter(api => !/\.(card|benefitCard)\./.test(api)),
    ticketsOnly: true,
  }),
  /** CHANNEL_CINEMA_NOT_FOUND everywhere but at cinema 681. */
  opened('FOYER-ONE', '只接入一家影院的渠道', { cinemaLinkIds: ['681'] }),
  /**
   * Cinemas have opened little to it yet: of 681 it has two halls (CINEMA_CHANNEL_NOT_FOUND for the others' shows), of
   * 58 none (HALL_RETURN_NULL); 112 has not granted it the reversals (API_PERMISSION_ERROR). It sells three days ahead
   * (OVER_BOOKING_DAY).
   */
  opened('FOYER-NEW', '刚接入的渠道', {
    bookingDays: 3,
    at: {
      '681': { hallIds: ['2', '3'] },
      '58': { hallIds: [] },
      '112': { notGranted: ['ykse.partner.order.reverseOrder', 'ykse.partner.order.reverseMixOrder'] },
    },
  }),
]
