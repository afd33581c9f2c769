import { yuan } from '#contract/money.ts'
import type { Channel } from '../cloud/channels.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { type Goods, type GoodsMenu, isListed } from '../world/goods.ts'
import type { Cinema } from '../world/world.ts'
import type { Api } from './api.ts'
import { cinemaOf } from './lookups.ts'

/** 6.1 What the cinema sells beside tickets. */
export const getGoods: Api = {
  name: 'ykse.partner.goods.getGoods',
  handle(call) {
    const cinema = cinemaOf(call)
    const { maxBuyCount, goods } = menuOf(call.channel, cinema)
    return {
      data: {
        maxBuyCount,
        cinemaLinkId: cinema.cinemaLinkId,
        goodsList: goods.filter(isListed).map(asGoods),
      },
    }
  },
}

/** @throws BizRefusal CHANNEL_NOT_ALLOW_BUY to a channel of tickets alone, or at a cinema that sells nothing through partners */
export function menuOf({ limits }: Channel, cinema: Cinema): GoodsMenu {
  if (limits?.ticketsOnly || !cinema.menu) throw new BizRefusal('CHANNEL_NOT_ALLOW_BUY', cinema.cinemaLinkId)
  return cinema.menu
}

function asGoods({ goodsId, name, description, contents, standardFen, settleFen, cardDiscount }: Goods) {
  return {
    goodsId,
    name,
    isPackage: contents !== undefined,
    salePrice: yuan(standardFen),
    ...(settleFen === undefined ? {} : { settlePrice: yuan(settleFen) }),
    // The sandbox has no pictures; "" is how the cloud says so.
    goodsPicUrl: '',
    desc: description,
    isDiscount: cardDiscount ? 'Y' : 'N',
  }
}
