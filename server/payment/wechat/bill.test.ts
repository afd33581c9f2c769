import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { BillRow } from '../provider.ts'
import { start } from '../test-support/parties.ts'
import { readBill } from './bill.ts'

const columns =
  '交易时间,微信订单号,商户订单号,交易状态,应结订单金额,商户退款单号,退款状态,商品名称,订单金额,申请退款金额'
const sale = '`2026-07-28 12:00:00,`42001,`F1,`SUCCESS,`96.00,`0,`,`爆米花,大,`96.50,`0.00'
const back = (state: string) =>
  `\`2026-07-28 13:00:00,\`42001,\`F1,\`REFUND,\`0.00,\`F1R1,\`${state},\`爆米花,大,\`0.00,\`96.50`
const end = '总交易单数,应结订单总金额'
const gateway = 'https://pay.example'

interface Change {
  text?: string
  sha1?: string
  address?: string
  packed?: Buffer
  status?: number
  now?: number
}

async function read({ text = '', sha1, address, packed, status = 200, now }: Change): Promise<BillRow[]> {
  const digest = createHash('sha1').update(text).digest('hex')
  const value = {
    hash_type: 'SHA1',
    hash_value: sha1 ?? digest,
    download_url: address ?? `${gateway}/v3/billdownload/file?token=x`,
  }
  const api = {
    call: async () => ({ kind: 'done' as const, value }),
    refreshKeys: async () => undefined,
    download: async () => ({
      kind: 'answered' as const,
      status,
      headers: {},
      body: packed ?? gzipSync(text),
    }),
  }
  const clock = { now: () => now ?? Date.parse('2026-07-29T10:00:00+08:00') }
  const rows: BillRow[] = []
  for await (const row of readBill({ api, clock, gateway }, '2026-07-28')) rows.push(row)
  return rows
}
const file = (...lines: string[]) => `\uFEFF${[columns, ...lines, ''].join('\r\n')}`

describe('WeChat Pay’s bill', () => {
  test('lists sales and refunds, in the order’s whole amount, whatever commas names bear', async () => {
    expect(await read({ text: file(sale, back('SUCCESS'), end, '`2,`96.00') })).toEqual([
      { kind: 'payment', outTradeNo: 'F1', outRefundNo: undefined, amountFen: 9_650, at: start },
      { kind: 'refund', outTradeNo: 'F1', outRefundNo: 'F1R1', amountFen: 9_650, at: start + 3_600_000 },
    ])
  })

  test.each([
    ['PROCESSING', 1],
    ['FAIL', 0],
    ['CHANGE', 0],
  ])('counts a refund that is %s %d times', async (state, times) => {
    expect(await read({ text: file(back(state), end, '`1,`0.00') })).toHaveLength(times)
  })

  test.each<[string, Change, string]>([
    ['its last lines are missing', { text: file(sale) }, 'cut short'],
    ['its digest is another', { text: file(sale, end), sha1: '0'.repeat(40) }, 'digest'],
    ['it can’t be unpacked', { text: file(sale, end), packed: Buffer.from('no gzip') }, 'unpacked'],
    ['an amount can’t be read', { text: file(sale.replace('96.50', '96,50'), end) }, 'a line of it'],
    ['a time can’t be read', { text: file(sale.replace('12:00:00', '12:00'), end) }, 'a line of it'],
    [
      'it lies elsewhere',
      { text: file(end), address: 'https://pay.example.org/v3/file' },
      'not WeChat Pay’s',
    ],
    ['its address has run out', { text: file(end), status: 404 }, 'HTTP 404'],
    ['the morning has only begun', { text: file(end), now: Date.parse('2026-07-29T09:59:59+08:00') }, 'ten'],
  ])('is not available when %s', async (_why, change, words) => {
    await expect(read(change)).rejects.toThrow(words)
  })
})
