import { z } from 'zod'
import type { Caller } from './caller.ts'
import { once } from './once.ts'
import type { Cinema } from './programme.ts'
import { Count, fenOf, OptionalText, objectIn, readable, Text } from './reading.ts'
import { barredBy, Untried } from './verdict.ts'

const ListedMenu = z.object({ maxBuyCount: Count, goodsList: z.unknown().optional() })
const ListedGoods = z.object({
  goodsId: Text,
  isPackage: z.union([z.boolean(), z.stringbool()]).catch(false),
  salePrice: OptionalText,
  // The spellings of the example in 6.1.5.
  standardPrice: OptionalText,
  settlePrice: OptionalText,
  settleprice: OptionalText,
})

export interface Goods {
  goodsId: string
  isPackage: boolean
  /** What it has to be sold for, to the fen; absent where the partner makes the price. */
  settleFen: number | undefined
  priceFen: number
}

export interface Menu {
  maxBuyCount: number | undefined
  goods: Goods[]
}

/** What the cinema sells beside tickets, asked once. */
export interface Counter {
  menu(): Promise<Menu>
  /** @throws Untried not-applicable when the cinema sells nothing through partners */
  firstGoods(): Promise<Goods>
}

export function createCounter(caller: Caller, { cinemaLinkId }: Cinema): Counter {
  const menu = once(async () => {
    const answer = await caller.ask('goods.getGoods', { cinemaLinkId })
    if (answer.code === 'CHANNEL_NOT_ALLOW_BUY')
      throw new Untried('not-applicable', 'the cinema sells no goods through this channel')
    if (!answer.ok) throw barredBy(answer)
    const { maxBuyCount, goodsList } = objectIn(answer, ListedMenu)
    return { maxBuyCount, goods: readable(goodsList, ListedGoods).flatMap(goodsOf) }
  })
  return {
    menu,
    async firstGoods() {
      const { goods } = await menu()
      const first = goods.find(({ isPackage }) => !isPackage) ?? goods[0]
      if (!first) throw new Untried('not-applicable', 'the cinema lists no goods')
      return first
    },
  }
}

function goodsOf(listed: z.output<typeof ListedGoods>): Goods[] {
  const settleFen = fenOf(listed.settlePrice ?? listed.settleprice)
  const priceFen = settleFen ?? fenOf(listed.salePrice ?? listed.standardPrice)
  if (priceFen === undefined) return []
  return [{ goodsId: listed.goodsId, isPackage: listed.isPackage, settleFen, priceFen }]
}
