import type { GoodsMenu } from './goods.ts'
import type { HallDesign } from './hall.ts'
import { beijingHalls } from './halls/beijing.ts'
import { chengduHalls } from './halls/chengdu.ts'
import { guangzhouHalls } from './halls/guangzhou.ts'
import { hangzhouHalls } from './halls/hangzhou.ts'
import { shanghaiHalls } from './halls/shanghai.ts'
import { shenzhenHalls } from './halls/shenzhen.ts'
import { beijingMenu, chengduMenu, guangzhouMenu, shanghaiMenu } from './menus.ts'

export interface CinemaDesign {
  cinemaLinkId: string
  name: string
  /** The national eight-digit code. */
  cinemaId: string
  city: string
  cityCode: string
  /** Minutes before the start until which tickets are taken back; absent: never (specification 4.1.4). */
  refundBeforeMinutes?: number
  /** Minutes after buying from which tickets are taken back; no interface tells partners (specification 5.11.2). */
  refundAfterMinutes?: number
  /** Orders that may be given back per show; absent: no limit. */
  refundLimitCount?: number
  /** Most seats of one lock, the ground system's own setting (specification 5.1.2). */
  seatsPerLock: number
  /** How many business days ahead it sells; shows beyond are listed as not on sale. */
  presaleDays: number
  /** The share of its shows that the cinema has taken off sale again. */
  stoppedShare: number
  /** How long before the start selling ends. */
  stopSellingMinutes: number
  fee: { type: 'ticket' | 'order'; fen: number }
  /**
   * Whether shows at the channel's own price name a fee too. Where they do not, the fee is the channel's own as
   * well (specification 5.3.3), within the cap of Shanghai.
   */
  feeOnChannelPrice: boolean
  /** Cinemas that have not opened to partners exist, but answer nobody. */
  openToPartners: boolean
  /** Absent: it sells no snacks through partners. */
  menu?: GoodsMenu
  halls: readonly HallDesign[]
}

export const cinemaDesigns: readonly CinemaDesign[] = [
  {
    cinemaLinkId: '681',
    name: '拾幕影城（天河珠江店）',
    cinemaId: '44012681',
    city: '广州',
    cityCode: '440100',
    refundBeforeMinutes: 60,
    refundLimitCount: 100,
    seatsPerLock: 8,
    presaleDays: 7,
    stoppedShare: 0,
    stopSellingMinutes: 5,
    fee: { type: 'ticket', fen: 300 },
    feeOnChannelPrice: true,
    openToPartners: true,
    menu: guangzhouMenu,
    halls: guangzhouHalls,
  },
  {
    cinemaLinkId: '112',
    name: '云汀影城（浦东滨江店）',
    cinemaId: '31010112',
    city: '上海',
    cityCode: '310100',
    refundBeforeMinutes: 120,
    refundLimitCount: 2,
    seatsPerLock: 6,
    presaleDays: 7,
    stoppedShare: 0.03,
    stopSellingMinutes: 10,
    fee: { type: 'ticket', fen: 400 },
    feeOnChannelPrice: false,
    openToPartners: true,
    menu: shanghaiMenu,
    halls: shanghaiHalls,
  },
  {
    cinemaLinkId: '92',
    name: '北岸光影剧场（朝阳公园店）',
    cinemaId: '11010092',
    city: '北京',
    cityCode: '110100',
    seatsPerLock: 6,
    presaleDays: 7,
    stoppedShare: 0.03,
    stopSellingMinutes: 15,
    fee: { type: 'order', fen: 500 },
    feeOnChannelPrice: true,
    openToPartners: true,
    menu: beijingMenu,
    halls: beijingHalls,
  },
  {
    cinemaLinkId: '58',
    name: '青梧电影院（西湖店）',
    cinemaId: '33010058',
    city: '杭州',
    cityCode: '330100',
    refundBeforeMinutes: 30,
    seatsPerLock: 4,
    presaleDays: 5,
    stoppedShare: 0.03,
    stopSellingMinutes: 0,
    fee: { type: 'ticket', fen: 0 },
    feeOnChannelPrice: true,
    openToPartners: true,
    halls: hangzhouHalls,
  },
  {
    cinemaLinkId: '206',
    name: '锦里拾光影城（春熙店）',
    cinemaId: '51010206',
    city: '成都',
    cityCode: '510100',
    refundBeforeMinutes: 240,
    refundLimitCount: 5,
    seatsPerLock: 6,
    presaleDays: 7,
    stoppedShare: 0.03,
    stopSellingMinutes: 5,
    fee: { type: 'order', fen: 400 },
    feeOnChannelPrice: true,
    openToPartners: true,
    menu: chengduMenu,
    halls: chengduHalls,
  },
  {
    cinemaLinkId: '7788',
    name: '云幕影城（南山海岸店）',
    cinemaId: '44037788',
    city: '深圳',
    cityCode: '440300',
    refundBeforeMinutes: 1440,
    refundAfterMinutes: 10,
    refundLimitCount: 10,
    seatsPerLock: 6,
    presaleDays: 4,
    stoppedShare: 0.03,
    stopSellingMinutes: 20,
    fee: { type: 'ticket', fen: 250 },
    feeOnChannelPrice: false,
    openToPartners: true,
    halls: shenzhenHalls,
  },
  {
    cinemaLinkId: '114',
    name: '半山影剧院',
    cinemaId: '35010114',
    city: '福州',
    cityCode: '350100',
    seatsPerLock: 4,
    presaleDays: 7,
    stoppedShare: 0,
    stopSellingMinutes: 5,
    fee: { type: 'ticket', fen: 200 },
    feeOnChannelPrice: true,
    openToPartners: false,
    halls: shenzhenHalls,
  },
]
