import type { Words } from '#contract/staff-orders.ts'
import { rules } from '../../ordering/core/decide.ts'

/** What each rule of the engine's table says, in Chinese; the table itself says it in English. */
const inChinese: Readonly<Record<string, string>> = {
  'give up a draft': '锁座请求一直没有发出，也没有人再等待。',
  'nothing to lock': '只买卖品，无需锁座，可以直接付款。',
  'lock the seats': '顾客选了座位，向影院系统锁座。',
  'seats are locked': '影院已为我们保留座位。',
  'seats were refused': '影院没有锁定座位，或请求未送达；未收款。',
  'lock is unknown': '锁座请求已发出但没有收到答复，无法查询结果。',
  'unknown lock is over': '锁座答复来得太晚或已失效；未收款。',
  'hold has run out': '没有人在规定时间内付款。',
  'release the seats': '没有收款，也不会再有付款：座位释放给他人。',
  'payment was closed': '支付平台关闭了这笔付款，或从未建立；顾客可以重新付款。',
  'payment time is over': '付款时限已过：关闭这笔付款。',
  'open the payment': '顾客要付款：向支付平台申请收款码；没有答复时用同一单号再次申请。',
  'watch the payment': '付款通知可能丢失：同时向支付平台查询。',
  'payment is proven closed': '已确认不会再有款项进来，座位可以释放。',
  'payment stays unproven': '支付平台没有说明这笔付款是否已关闭：需要人工询问。',
  'close the payment': '不应再有人付款：已放弃、已超时，或已用其他方式付款。',
  'sort the money': '收到一笔款项：金额正确、按时且是第一笔则接受，否则全额退回。',
  'owe a refund': '需要退款；只有支付平台最终关闭上一笔退款后才换新的退款单号。',
  'send the refund': '通知支付平台退款。',
  'ask about the refund': '受理不等于到账：反复查询，直到支付平台确认。',
  'money is back': '应退的款项已全部退回。',
  'money for returned tickets is back': '影院已收回影票，款项已退给顾客。',
  'more money to return': '退款之后又收到一笔付款。',
  'the cinema took the tickets back': '影院系统确认影票已退：随后退款。',
  'the cinema is taking them after all': '影院在拒绝之后又受理了退票：影票正在退回。',
  'the cinema keeps the tickets sold': '影院不接受退票，也没有在途请求：影票仍然有效。',
  'give the tickets back': '顾客退票：通知影院。',
  'return is unclear for long': '已过一刻钟，影院仍未说明是否收回影票：需要人工查看。',
  'return is over': '影院没有及时说明影票的结果：已受理的退款，否则影票仍然有效。',
  'ask about the return': '受理后立即、答复不清时一分钟后，向影院系统查询退票结果。',
  'give the tickets back again': '查询得知影票仍未退回：每分钟再次通知影院。',
  'watch a refused return': '没有答复的退票请求仍可能生效：5 分钟、1 小时、1 天后再次查询。',
  'paid too late to confirm': '停止售票前没有来得及提交出票。',
  'freeze the confirm': '已付款：先写下出票请求的原文，再首次发送。',
  'tickets are out': '影院系统已为我们的座位出票，且不会再被撤销。',
  'no tickets': '已证实没有出票：退款。',
  'cloud was never reached': '十三分钟内没有一次出票请求被受理：退款。',
  'ask a last time': '等待答复的时限已到：退款前最后查询一次。',
  'unsettled for too long': '影院系统没有说明订单结果：先退款给顾客，需要人工查看。',
  confirm: '已付款并已记录：首次提交出票。',
  'ask before going on': '出票没有明确答复，一分钟后向影院系统查询。',
  'confirm again': '第 1 至 12 分钟：每分钟重发同一出票请求。',
  'release what is not found': '影院系统长时间查不到订单：释放锁座后，迟到的出票请求不会再生效。',
  reverse: '第 13 分钟仍无明确答复：撤销出票（冲正）。',
  'ask after a reversal': '冲正没有明确答复，一分钟后查询；答复无可冲正时立即查询。',
  'reverse once more': '冲正已发出却仍显示有票：每分钟再次冲正，直到明确。',
  'reverse again': '第 14 至 16 分钟再次冲正，之后每半小时一次，直到开场。',
  'only ask': '不能再提交，或影院系统还没有给出订单号：只查询。',
  'free the seats of a refunded order': '没有出票：座位释放给他人，迟到的出票请求也不会生效。',
  'watch afterwards': '退款或冲正之后，5 分钟、1 小时、1 天后再次查询。',
}

const table = new Map(
  rules.map(({ name, says }): [string, Words] => [
    name,
    // The specification's paragraphs and our own list of traps mean nothing at a counter.
    { zh: inChinese[name] ?? says, en: says.replace(/ \((T\d+|section \d+|\d[\d.]*)\)/g, '') },
  ]),
)

/** What a rule says; undefined when the table has none of that name. */
export function sayRule(name: string): Words | undefined {
  return table.get(name)
}

/** Rules that still lack their words. */
export const rulesWithoutWords = rules.map(({ name }) => name).filter(name => inChinese[name] === undefined)
