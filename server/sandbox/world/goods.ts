/** A snack, a drink or a package of them, as a cinema sells it (specification 6.1.4). */
export interface Goods {
  goodsId: string
  name: string
  description: string
  /** The standard price; what it costs where there is no settle price (6.2.2, note 3). */
  standardFen: number
  /** What a partner has to sell it for, to the fen. */
  settleFen?: number
  /** Whether member cards have a discount on it. */
  cardDiscount: boolean
  /** What a package is made of; absent for a thing sold by itself. */
  contents?: readonly string[]
  /**
   * Whether partners may sell it today. What they may not is not listed, nor is a package whose contents the cinema
   * has cleared away; only callers who kept an old list can still ask for them.
   */
  onSale: boolean
}

/** What a cinema sells through partners. */
export interface GoodsMenu {
  /** The most that one order may hold of one thing. */
  maxBuyCount: number
  goods: readonly Goods[]
}

export const isListed = ({ onSale, contents }: Goods): boolean => onSale && contents?.length !== 0
