import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A rule taken out of the engine, by exact replacement of its text. */
export interface Mutant {
  name: string
  changes: readonly { file: string; from: string; to: string }[]
  /** The tables that should notice, beside the simulation. */
  tables: readonly string[]
  /** Whether the simulation should notice: all but what no order's life touches. */
  lives: boolean
}

const core = 'server/ordering/core'
const inCore = (file: string, from: string, to: string) => [{ file: `${core}/${file}`, from, to }]

/** Each of them has lost somebody money somewhere. */
export const mutants: readonly Mutant[] = [
  {
    name: 'trust a query after a reversal (T1)',
    changes: inCore(
      'judgement.ts',
      `      reverse.answer === 'incorrect' &&
      reverse.answeredAt !== undefined &&
      status.askedAt >= reverse.answeredAt &&
      upstream.tickets !== undefined`,
      '      upstream.tickets !== undefined',
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'a negative is final (T5)',
    changes: inCore(
      'judgement.ts',
      `    confirm.negatives === 1 &&
    confirm.count - confirm.notProcessed === 1`,
      '    confirm.negatives >= 1',
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'a pickup code means success (T3)',
    changes: inCore(
      'answers.ts',
      "if (status !== 'ticket_success') return",
      "if (status !== 'ticket_success' && pickupCode === undefined) return",
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'a new refund number per try',
    changes: inCore(
      'rules-money.ts',
      "refundsOf(order, payment).every(refund => refund.state === 'CLOSED')",
      "refundsOf(order, payment).every(refund => refund.state === 'CLOSED' || refund.state === 'SENT')",
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'release without proof of close',
    changes: inCore('rules-hold.ts', 'atOnce(!order.payments.some(isLive))', 'atOnce(true)'),
    tables: [core],
    lives: true,
  },
  {
    name: 'the seats of a refunded order go while a part can still be paid',
    changes: inCore('rules-tickets.ts', 'ticketless && !order.payments.some(isLive) ?', 'ticketless ?'),
    tables: [core],
    lives: true,
  },
  {
    name: 'lock again on a time-out (T6)',
    changes: inCore(
      'rules-tickets.ts',
      '    do: (order, now) => decideRefund(order, noTicketsReason(order), now),',
      `    do: (order, now) =>
      order.confirm.kind === 'sent' && order.confirm.lastCode === 'ORDER_PROCESS_TIME_OUT'
        ? { kind: 'send', effect: { kind: 'lock' } }
        : decideRefund(order, noTicketsReason(order), now),`,
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'confirm after a reversal',
    changes: inCore(
      'rules-tickets.ts',
      `    in: ['CONFIRMING'],
    says: 'Minutes 1 to 12: the same confirm once a minute (section 10).',
    when: order => {
      const { confirm: sent } = order
      if (sent.kind !== 'sent' || sent.count >= timers.confirmTriesMax) return undefined
      return { from: sent.lastAt + timers.confirmEveryMs, until: sent.firstAt + timers.reverseFromMs }`,
      `    in: ['CONFIRMING', 'REVERSING'],
    says: 'Minutes 1 to 12: the same confirm once a minute (section 10).',
    when: order => {
      const { confirm: sent } = order
      if (sent.kind !== 'sent') return undefined
      if (order.state === 'REVERSING') return { from: sent.lastAt + timers.confirmEveryMs, until: order.startsAt }
      if (sent.count >= timers.confirmTriesMax) return undefined
      return { from: sent.lastAt + timers.confirmEveryMs, until: sent.firstAt + timers.reverseFromMs }`,
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'no fence check in the worker',
    changes: [
      {
        file: 'server/ordering/worker.ts',
        from: 'if (order === undefined || order.fence !== fence) return undefined',
        to: 'if (order === undefined) return undefined',
      },
    ],
    tables: ['server/ordering/worker.test.ts'],
    lives: true,
  },
  {
    name: 'no fence and no version check in the store',
    changes: [
      {
        file: 'server/ordering/test-support/memory-store.ts',
        from: 'if (now === undefined || now.version !== before.version || now.fence !== before.fence) return undefined',
        to: 'if (now === undefined) return undefined',
      },
      {
        file: 'server/journal/sql-store.ts',
        from: `if (row === undefined || row.version !== before.version || row.fence !== before.fence)
          return undefined`,
        to: 'if (row === undefined) return undefined',
      },
    ],
    tables: ['server/journal/sql-store.test.ts'],
    lives: true,
  },
  {
    name: 'a callback without an amount check',
    changes: inCore(
      'rules-money.ts',
      "  if (payment.state.paidFen !== payment.amountFen) return 'MISMATCH'\n",
      '',
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'the cloud’s times read as local time',
    changes: [
      {
        file: 'server/moviecloud/fields.ts',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the source
        from: 'const iso = `${date}T${minute}${second}+08:00`',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the source
        to: 'const iso = `${date}T${minute}${second}`',
      },
    ],
    tables: ['server/moviecloud/fields.test.ts'],
    lives: false,
  },
  {
    name: 'evidence is dropped when the lease is stale',
    changes: [
      {
        file: 'server/ordering/worker.ts',
        from: '  return learn(parts, order.id, effect, await inTime(parts, intended, effect, at))',
        to: `  const evidence = await inTime(parts, intended, effect, at)
  if ((await store.byId(order.id))?.fence !== order.fence) return undefined
  return learn(parts, order.id, effect, evidence)`,
      },
      {
        file: 'server/ordering/worker.ts',
        from: '  answer.then(late => learn(parts, order.id, effect, late)).catch(parts.onLateFailure)\n',
        to: '  answer.catch(parts.onLateFailure)\n',
      },
    ],
    tables: ['server/ordering/worker.test.ts'],
    lives: true,
  },
  {
    name: 'one part that is paid counts as all of them',
    changes: inCore(
      'states.ts',
      'return totalFen === order.quote.totalFen && openShares(order).length === 0',
      `return (
    totalFen === order.quote.totalFen &&
    (openShares(order).length === 0 || openShares(order).length < dueShares(order).length)
  )`,
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'a second payment of a part is kept',
    changes: inCore(
      'rules-money.ts',
      `  if (order.payments.some(({ provider, role }) => provider === payment.provider && role === 'ACCEPTED'))
    return 'DUPLICATE'
`,
      '',
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'a part is kept when the rest never comes',
    changes: inCore(
      'states.ts',
      "(payment.role !== 'ACCEPTED' || order.decision.kind === 'REFUND' || order.giveBack.kind === 'done'),",
      `(payment.role !== 'ACCEPTED' ||
        (order.decision.kind === 'REFUND' && isPaidUp(order)) ||
        order.giveBack.kind === 'done'),`,
    ),
    tables: [core],
    lives: true,
  },
  {
    name: 'goods are asked about and undone as tickets',
    changes: [
      {
        file: 'server/ordering/perform.ts',
        from: "  return order.kind === 'goods'",
        to: "  return order.lockRequestId === ''",
      },
      {
        file: 'server/ordering/perform.ts',
        from: '  kind: order.kind,',
        to: "  kind: 'ticket',",
      },
    ],
    tables: ['server/ordering/shares.test.ts'],
    lives: true,
  },
  {
    name: 'the card’s share is left out of the confirm',
    changes: [
      {
        file: 'server/ordering/confirm-request.ts',
        from: "const named = card?.kind === 'benefit' || shares.some(share => share.by === 'card')",
        to: "const named = card?.kind === 'benefit'",
      },
    ],
    tables: ['server/ordering/confirm-request.test.ts'],
    lives: true,
  },
  {
    name: 'a line at the card’s price may be without the card',
    changes: [
      {
        file: 'server/ordering/split-shares.ts',
        from: "const spread = share.by === 'card' ? payEvenly(share, bills) : 0",
        to: 'const spread = 0',
      },
    ],
    tables: ['server/ordering/split-shares.test.ts'],
    lives: false,
  },
  {
    name: 'secrets are kept for ever',
    changes: [
      {
        file: 'server/ordering/forgetful.ts',
        from: 'store.commit(before, withoutSpentSecrets(after), log)',
        to: 'store.commit(before, after, log)',
      },
    ],
    tables: ['server/ordering/forgetful.test.ts'],
    lives: true,
  },
]

/** The changed texts by file. @throws Error when a text is not there exactly once: the mutant no longer applies */
export function mutate(mutant: Mutant): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { file, from, to } of mutant.changes) {
    const text = texts.get(file) ?? readFileSync(file, 'utf8')
    if (text.split(from).length !== 2) throw new Error(`"${mutant.name}" no longer applies to ${file}.`)
    texts.set(
      file,
      text.replace(from, () => to),
    )
  }
  return texts
}

/** What a copy needs to run its own tests. */
const copied = ['server', 'package.json', 'tsconfig.json', 'vite.config.ts']

/** Nothing is changed: every suite has to be green, or red would prove nothing. */
export const healthy: Mutant = {
  name: 'the source as it is',
  changes: [],
  tables: [...new Set(mutants.flatMap(mutant => mutant.tables))],
  lives: true,
}

/** Runs `use` in a folder with a copy of the source with this mutant in it. The source itself is never touched. */
export async function withMutant<T>(mutant: Mutant, use: (folder: string) => Promise<T>): Promise<T> {
  const texts = mutate(mutant)
  const folder = mkdtempSync(join(tmpdir(), 'foyer-mutant-'))
  try {
    for (const part of copied) cpSync(part, join(folder, part), { recursive: true })
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    for (const [file, text] of texts) writeFileSync(join(folder, file), text)
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
