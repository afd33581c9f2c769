import type { AttentionReason } from '#contract/attention.ts'
import type { Words } from '#contract/staff-orders.ts'

interface DoubtWords {
  means: Words
  /** One sentence of the runbook. */
  remedy: Words
}

const say = (zh: string, en: string): Words => ({ zh, en })

/** What each reason to look at an order means, and what to do; docs/runbook.md has more of each. */
export const doubtWords: Record<AttentionReason, DoubtWords> = {
  'answer-mismatch': {
    means: say(
      '影院系统的答复是别的座位或别的订单，已不予采信。',
      'The cloud answered about other seats or another order; the answer was not believed.',
    ),
    remedy: say(
      '向影院系统运营方报告订单号和锁座号；订单会自动继续。',
      'Report the cloud order and lock numbers to the cloud’s operator; the order goes on by itself.',
    ),
  },
  'interface-closed': {
    means: say(
      '影院在影院系统中的接口已关闭或账户余额不足。',
      'The cinema’s interface is closed or its account with the cloud is empty.',
    ),
    remedy: say(
      '联系影院经理恢复接口；在此之前停止该影院售票。',
      'Ask the cinema’s manager to have it opened again; sell nothing for this cinema until then.',
    ),
  },
  'payment-mismatch': {
    means: say(
      '收到的金额与订单不符，正在全额退回。',
      'Another amount than asked came in; it goes back whole.',
    ),
    remedy: say(
      '在支付平台核对这笔交易，查明谁改动了金额。',
      'Look the payment up at the provider and find out who changed the amount.',
    ),
  },
  'payment-unproven': {
    means: say(
      '付款已过时限，支付平台没有说明是否已关闭。',
      'A payment is past its deadline, and the provider does not say whether it is dead.',
    ),
    remedy: say(
      '点“立即查询”；仍不明确时在支付平台查看该单号。',
      'Ask now; if it stays unclear, look the payment’s number up at the provider.',
    ),
  },
  'refund-refused': {
    means: say(
      '支付平台拒绝退款，系统会继续尝试。',
      'The provider refused to pay back; it is tried again by itself.',
    ),
    remedy: say(
      '检查商户账户余额和退款权限，必要时充值。',
      'Look at the merchant account’s balance and its right to refund; top it up.',
    ),
  },
  'refund-abnormal': {
    means: say(
      '支付平台无法把款项退回原账户，需要人工处理。',
      'The provider cannot pay back to the account it came from and wants a person.',
    ),
    remedy: say(
      '在商户平台处理这笔异常退款，把款退到顾客其他账户。',
      'See to the refund in the provider’s console: have it paid to another account of the guest.',
    ),
  },
  'refunded-elsewhere': {
    means: say(
      '支付平台显示已退款，但系统没有发起过退款。',
      'The provider says refunded, and we asked for no refund.',
    ),
    remedy: say(
      '在支付平台查明是谁退的款；影票若仍有效，联系影院收回。',
      'Find out at the provider who did it; if the tickets are still good, have the cinema void them.',
    ),
  },
  'reverse-wrong-kind': {
    means: say(
      '影院系统认为订单类型与冲正请求不符。',
      'The cloud says that the order is of another kind than its reversal.',
    ),
    remedy: say(
      '请影院系统运营方人工冲正，并把订单号报给系统维护人员。',
      'Have the cloud’s operator reverse it by hand, and report the order to whoever maintains this system.',
    ),
  },
  'unsettled-refund': {
    means: say(
      '已退款，但影院系统始终没有说明是否出票。',
      'The money went back, and the cloud never said whether tickets exist.',
    ),
    remedy: say(
      '用锁座号询问影院是否有票；有票则请影院作废。',
      'Ask the cinema by the lock number whether tickets exist; if so, have them voided.',
    ),
  },
  'ticket-and-refund': {
    means: say('款项已退，影票却仍然有效。', 'The money went back, and yet there are good tickets.'),
    remedy: say(
      '立即请影院作废这些影票；开场前系统会继续冲正。',
      'Have the cinema void the tickets at once; reversals are tried until the film starts.',
    ),
  },
  'undone-elsewhere': {
    means: say(
      '影院系统退掉或撤销了订单，而系统没有发起。',
      'The cloud returned or reversed the order, and we did not ask for it.',
    ),
    remedy: say(
      '询问影院原因；顾客没有票时，在此退票或在支付平台退款。',
      'Ask the cinema why; if the guest is left without tickets, see that the money goes back.',
    ),
  },
  'return-unclear': {
    means: say('影院没有说明是否收回了退的票。', 'The cinema does not say whether it took the tickets back.'),
    remedy: say(
      '询问影院该订单是否已退；系统会按影院系统的答复继续。',
      'Ask the cinema whether the order is returned; the house goes on by what the cloud says.',
    ),
  },
  overdue: {
    means: say('到了处理时间却没有处理。', 'Its time has come, and nobody works on it.'),
    remedy: say(
      '点“立即查询”；仍不动时检查服务器是否运行、数据库能否写入。',
      'Ask now; if it still does not move, see whether the servers run and the database can be written.',
    ),
  },
  undecided: {
    means: say(
      '付款已超过 16 分钟，既没有出票也没有决定退款。',
      'Paid more than 16 minutes ago, and neither tickets nor a refund decided.',
    ),
    remedy: say(
      '告诉顾客款项安全：最迟开场或两小时后会有结果；同时询问影院。',
      'Tell the guest that the money is safe and settled by the film’s start or in two hours; ask the cinema.',
    ),
  },
  'refund-slow': {
    means: say('退款已超过一小时尚未到账。', 'A refund has been under way for more than an hour.'),
    remedy: say(
      '在支付平台按退款单号查看进度；余额不足时充值。',
      'Look the refund’s number up at the provider; top the account up when its balance is low.',
    ),
  },
  'ledgers-differ': {
    means: say(
      '账本、支付平台账单和影院系统三方不一致。',
      'Our journal, the provider’s bill and the cloud do not say the same of it.',
    ),
    remedy: say(
      '查看当天的对账结果，按其中的说明逐项处理。',
      'Open the reconciliation of that day and do what it says of the finding.',
    ),
  },
}
