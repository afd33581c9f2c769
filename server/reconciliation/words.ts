import type { FindingKind, FindingView, Reconciliation } from '#contract/reconciliation.ts'
import type { Words } from '#contract/staff-orders.ts'
import { toInstant } from '#contract/time.ts'
import { shortIdLength } from '../journal/order-list.ts'
import type { Finding, Reconciled } from './ledgers.ts'

const say = (zh: string, en: string): Words => ({ zh, en })

/** What each kind of finding means, and what to do; docs/runbook.md has more of each. */
export const findingWords: Record<FindingKind, { means: Words; remedy: Words }> = {
  'paid-nothing': {
    means: say(
      '已收款，却既没有影票也没有退款。',
      'Money came in, and there are neither tickets nor a refund.',
    ),
    remedy: say(
      '打开订单点“立即查询”；仍不变时在支付平台人工退款，并记录在订单中。',
      'Open the order and ask now; if nothing moves, pay back at the provider by hand and note it in the order.',
    ),
  },
  'ticket-and-refund': {
    means: say('影票有效，款项却已退回。', 'The tickets are good, and the money went back.'),
    remedy: say(
      '请影院作废影票；若已入场，则与顾客联系补款。',
      'Have the cinema void the tickets; if they were used, ask the guest to pay.',
    ),
  },
  'two-tickets': {
    means: say(
      '同一座位出了两张票，或出票数多于座位数。',
      'One seat has two tickets, or an order more tickets than seats.',
    ),
    remedy: say(
      '立即与影院核对座位，换座或退票；并报给系统维护人员。',
      'Check the seats with the cinema at once, move or refund a guest, and report it to whoever maintains this system.',
    ),
  },
  'ticket-without-revenue': {
    means: say('影票有效，却没有任何收款。', 'The tickets are good, and nobody has paid for them.'),
    remedy: say(
      '请影院作废影票，并查明是谁确认的订单。',
      'Have the cinema void the tickets, and find out who confirmed the order.',
    ),
  },
  overpaid: {
    means: say(
      '影票有效，但收款多于票价且没有退还。',
      'The tickets are good, and more money was kept than they cost.',
    ),
    remedy: say(
      '打开订单点“立即查询”，多收的款项会自动退回；否则在支付平台人工退款。',
      'Open the order and ask now, which pays the surplus back; else pay it back at the provider by hand.',
    ),
  },
  'amount-differs': {
    means: say('同一笔款项两边金额不同。', 'The same money has another amount in the other ledger.'),
    remedy: say(
      '比较账本、账单和影院系统的金额，以支付平台为准查明差异。',
      'Compare the amounts of journal, bill and cloud; the provider’s is what the guest has paid.',
    ),
  },
  'payment-without-order': {
    means: say(
      '支付平台有收款，账本中没有对应订单。',
      'The provider has a payment that no order of ours knows.',
    ),
    remedy: say(
      '确认是否属于其他系统的收款；否则在支付平台退回。',
      'See whether it belongs to another system of the same account; if not, pay it back at the provider.',
    ),
  },
  'refund-without-order': {
    means: say('支付平台有退款，系统没有发起过。', 'The provider has paid back what we never asked for.'),
    remedy: say(
      '查明是谁在商户平台退的款；影票若仍有效，请影院作废。',
      'Find out who paid it back in the provider’s console; if its tickets are still good, have them voided.',
    ),
  },
  'payment-not-billed': {
    means: say(
      '账本有收款，支付平台账单中没有。',
      'Our journal has a payment that the provider’s bill lacks.',
    ),
    remedy: say(
      '在支付平台按单号查询；确无此款时，影票属于未付款。',
      'Look the number up at the provider; if it has no such payment, the tickets are not paid for.',
    ),
  },
  'refund-not-billed': {
    means: say(
      '账本显示已退款，支付平台账单中没有。',
      'Our journal has a refund that the provider’s bill lacks.',
    ),
    remedy: say(
      '在支付平台按退款单号查询；未退的款项请人工退回顾客。',
      'Look the refund’s number up at the provider; what did not go back has to be paid back by hand.',
    ),
  },
}

/** A finding as staff see it: an order by its six characters, with what it means and what to do. */
export function viewFinding({ kind, subject, orderId, expectedFen, foundFen }: Finding): FindingView {
  return {
    kind,
    subject: subject === orderId ? subject.slice(0, shortIdLength) : subject,
    ...(orderId !== undefined && { orderId }),
    ...(expectedFen !== undefined && { expectedFen }),
    ...(foundFen !== undefined && { foundFen }),
    ...findingWords[kind],
  }
}

/** A compared day as staff see it. */
export function viewReconciled(result: Reconciled): NonNullable<Reconciliation['done']> {
  const { runAt, verdict, sums, unread, findings } = result
  return { at: toInstant(runAt), verdict, sums, unread: [...unread], findings: findings.map(viewFinding) }
}
