import type { Goods, GoodsMenu } from './goods.ts'

interface Offer {
  standardFen: number
  settleFen?: number
  cardDiscount?: boolean
  onSale?: boolean
}

/** A thing sold by itself. */
const item = (goodsId: string, name: string, description: string, offer: Offer): Goods => ({
  goodsId,
  name,
  description,
  cardDiscount: true,
  onSale: true,
  ...offer,
})

/** Packages are cheap already: cards have no discount on them unless it is said. */
const bundle = (goodsId: string, name: string, contents: readonly string[], offer: Offer): Goods => ({
  ...item(goodsId, name, contents.length === 0 ? '套餐内容更新中' : contents.join('、'), {
    cardDiscount: false,
    ...offer,
  }),
  contents,
})

/** A settle price for everything; one thing taken off sale (1799) and one package cleared away (1798). */
export const guangzhouMenu: GoodsMenu = {
  maxBuyCount: 10,
  goods: [
    item('1728', '爆米花（中份）', '现爆现卖，焦糖甜香', { standardFen: 2200, settleFen: 1800 }),
    item('1729', '爆米花（大份）', '现爆现卖，够两个人', { standardFen: 2800, settleFen: 2300 }),
    item('1730', '咸味爆米花（大份）', '海盐黄油', { standardFen: 2800, settleFen: 2300 }),
    item('1174', '可口可乐（中杯）', '加冰或常温，500 毫升', { standardFen: 1500, settleFen: 1200 }),
    item('1175', '无糖可乐（中杯）', '加冰或常温，500 毫升', { standardFen: 1500, settleFen: 1200 }),
    item('1176', '冻柠茶', '手打柠檬，少糖', { standardFen: 1800, settleFen: 1450 }),
    item('1177', '矿泉水', '550 毫升', { standardFen: 600, settleFen: 500 }),
    item('1201', '鱼蛋（八粒）', '咖喱汁，趁热', { standardFen: 2000, settleFen: 1650 }),
    item('1202', '热狗', '烤肠，黄芥末', { standardFen: 1900, settleFen: 1550 }),
    item('1203', '雪糕杯', '香草或朱古力', { standardFen: 1600, settleFen: 1300 }),
    bundle('1801', '单人套餐', ['爆米花（中份）', '可口可乐（中杯）'], {
      standardFen: 3700,
      settleFen: 2800,
    }),
    bundle('1802', '双人套餐', ['爆米花（大份）', '可口可乐（中杯）两杯'], {
      standardFen: 5800,
      settleFen: 4300,
    }),
    bundle('1803', '亲子套餐', ['爆米花（中份）', '矿泉水', '雪糕杯'], {
      standardFen: 4400,
      settleFen: 3350,
      cardDiscount: true,
    }),
    item('1799', '圣诞热巧克力', '季节限定', { standardFen: 2600, settleFen: 2200, onSale: false }),
    bundle('1798', '周年纪念套餐', [], { standardFen: 9900, settleFen: 7900 }),
  ],
}

/** No settle prices: a partner sells at his own, from the standard price up. */
export const shanghaiMenu: GoodsMenu = {
  maxBuyCount: 6,
  goods: [
    item('3101', '爆米花（小桶）', '奶油味', { standardFen: 2500 }),
    item('3102', '爆米花（大桶）', '奶油味，够两个人', { standardFen: 3500 }),
    item('3103', '芝士玉米片', '配温热芝士酱', { standardFen: 3200 }),
    item('3104', '气泡水', '青柠，330 毫升', { standardFen: 1800 }),
    item('3105', '可乐（中杯）', '500 毫升', { standardFen: 1800 }),
    item('3106', '美式咖啡', '热或冰', { standardFen: 2600, cardDiscount: false }),
    item('3107', '拿铁', '热或冰，可换燕麦奶', { standardFen: 3200, cardDiscount: false }),
    item('3108', '鲜肉月饼（两只）', '现烤', { standardFen: 1600 }),
    item('3109', '巧克力球', '一包 100 克', { standardFen: 2200 }),
    bundle('3201', '一人食', ['爆米花（小桶）', '可乐（中杯）'], { standardFen: 3900 }),
    bundle('3202', '两人行', ['爆米花（大桶）', '可乐（中杯）两杯'], { standardFen: 6200 }),
    bundle('3203', '咖啡时间', ['拿铁', '鲜肉月饼（两只）'], { standardFen: 4200 }),
    item('3199', '樱花气泡水', '季节限定', { standardFen: 2200, onSale: false }),
  ],
}

/** Some with a settle price, some without. */
export const beijingMenu: GoodsMenu = {
  maxBuyCount: 10,
  goods: [
    item('1728', '可口可乐', '爽口', { standardFen: 1500, settleFen: 1000 }),
    item('1731', '爆米花（中桶）', '奶油或焦糖', { standardFen: 2500, settleFen: 2000 }),
    item('1732', '爆米花（大桶）', '奶油或焦糖', { standardFen: 3200, settleFen: 2600 }),
    item('1733', '北冰洋汽水', '玻璃瓶，桔子味', { standardFen: 1000 }),
    item('1734', '酸梅汤', '冰镇', { standardFen: 1200 }),
    item('1735', '冰糖葫芦', '山楂', { standardFen: 1500 }),
    item('1736', '糖炒栗子', '一包 200 克', { standardFen: 2000 }),
    item('1737', '烤肠', '两根', { standardFen: 1600, settleFen: 1300 }),
    item('1738', '矿泉水', '550 毫升', { standardFen: 500, settleFen: 400 }),
    item('1739', '薯片', '原味', { standardFen: 1200, settleFen: 1000, cardDiscount: false }),
    bundle('8160812223149', '双人观影套餐', ['爆米花（大桶）', '可口可乐两杯', '薯片'], {
      standardFen: 6500,
      settleFen: 5000,
      cardDiscount: true,
    }),
    bundle('8160812223150', '老北京套餐', ['北冰洋汽水两瓶', '冰糖葫芦'], { standardFen: 3200 }),
    item('1790', '热豆浆', '冬季供应', { standardFen: 1000, onSale: false }),
  ],
}

export const chengduMenu: GoodsMenu = {
  maxBuyCount: 20,
  goods: [
    item('5101', '爆米花（中桶）', '焦糖', { standardFen: 2000, settleFen: 1600 }),
    item('5102', '麻辣爆米花（中桶）', '微麻微辣', { standardFen: 2200, settleFen: 1800 }),
    item('5103', '冷锅串串（十串）', '红油', { standardFen: 2800, settleFen: 2300 }),
    item('5104', '狼牙土豆', '小份', { standardFen: 1200, settleFen: 1000 }),
    item('5105', '冰粉', '红糖、花生碎', { standardFen: 1000, settleFen: 800 }),
    item('5106', '盖碗茶', '茉莉花茶，可续水', { standardFen: 2000, settleFen: 1600, cardDiscount: false }),
    item('5107', '可乐（中杯）', '500 毫升', { standardFen: 1200, settleFen: 950 }),
    item('5108', '唯怡豆奶', '245 毫升', { standardFen: 800, settleFen: 650 }),
    item('5109', '矿泉水', '550 毫升', { standardFen: 400, settleFen: 300 }),
    bundle('5201', '安逸套餐', ['爆米花（中桶）', '可乐（中杯）'], { standardFen: 3000, settleFen: 2200 }),
    bundle('5202', '巴适套餐', ['麻辣爆米花（中桶）', '唯怡豆奶两瓶', '冰粉'], {
      standardFen: 4600,
      settleFen: 3600,
    }),
    bundle('5203', '茶座套餐', ['盖碗茶两碗', '狼牙土豆'], { standardFen: 4800, settleFen: 3900 }),
    item('5199', '桃花酥', '春季供应', { standardFen: 1500, settleFen: 1200, onSale: false }),
  ],
}
