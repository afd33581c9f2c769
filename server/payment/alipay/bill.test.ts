import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttp } from '../exchange.ts'
import type { BillRow } from '../provider.ts'
import { start, testClock } from '../test-support/parties.ts'
import { openStandInServer, type StandInServer } from '../test-support/stand-in-server.ts'
import { readBill } from './bill.ts'
import { gbk, zip } from './test-support/alipay-bill.ts'

const columns =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,对方账户,订单金额（元）,退款批次号/请求号,备注'
const open = `#-----------------业务明细列表----------------`
const close = `#-----------------业务明细列表结束-----------------`
const sale = '2026072822001\t,F1\t,交易\t,火星救援,2026-07-28 12:00:00,2026-07-28 12:00:05,**博\t,96.50,\t,'
const back =
  '2026072822001\t,F1\t,退款\t,火星救援,2026-07-28 12:00:00,2026-07-28 13:00:00,**博\t,-96.50,F1R1\t,'
const archive = (...lines: string[]) =>
  zip([
    ['summary.csv', gbk(['#支付宝业务汇总查询', ''].join('\r\n'))],
    ['details.csv', gbk(['#支付宝业务明细查询', ...lines, ''].join('\r\n'))],
  ])

let server: StandInServer
let file: { status: number; body: Buffer }
beforeEach(async () => {
  server = await openStandInServer({
    port: 0,
    route: () => ({ api: 'file', work: () => ({ ...file, headers: {} }) }),
    control: async () => undefined,
  })
})
afterEach(() => server.close())

/** The rows of a bill that lies at `address`, with the protocol before it cut short. */
async function read(body: Buffer, address = `${server.origin}/bill`, status = 200): Promise<BillRow[]> {
  file = { status, body }
  const clock = testClock()
  clock.to(Date.parse('2026-07-29T10:00:00+08:00'))
  const rows: BillRow[] = []
  const call = async () => ({ kind: 'done' as const, value: { bill_download_url: address } })
  const http = createHttp()
  for await (const row of readBill(
    { call, http, clock, gateway: `${server.origin}/gateway.do` },
    '2026-07-28',
  ))
    rows.push(row)
  await http.close()
  return rows
}

describe('Alipay’s bill', () => {
  test('is read from the file that bears the details', async () => {
    expect(await read(archive(open, columns, sale, back, close, '#退款合计：1笔'))).toEqual([
      { kind: 'payment', outTradeNo: 'F1', outRefundNo: undefined, amountFen: 9_650, at: start + 5_000 },
      { kind: 'refund', outTradeNo: 'F1', outRefundNo: 'F1R1', amountFen: 9_650, at: start + 3_600_000 },
    ])
  })

  test('is read although a name of goods bears commas', async () => {
    const rows = await read(archive(open, columns, sale.replace('火星救援', '爆米花,大,甜'), close))
    expect(rows).toMatchObject([{ amountFen: 9_650, at: start + 5_000 }])
  })

  test('of a day on which nothing was sold is empty', async () => {
    expect(await read(archive(open, columns, close))).toEqual([])
  })

  test.each([
    ['its last line is missing', () => archive(open, columns, sale)],
    ['an amount can’t be read', () => archive(open, columns, sale.replace('96.50', '96.5.0'), close)],
    ['a time can’t be read', () => archive(open, columns, sale.replaceAll('2026-07-28 12:00:05', ''), close)],
    ['a number is missing', () => archive(open, columns, sale.replace('F1\t', '\t'), close)],
    ['there are no details', () => archive('#', columns)],
    ['the archive is cut', () => archive(open, columns, sale, close).subarray(0, 200)],
    ['it is no archive', () => Buffer.from('<html>')],
    ['it is no GBK', () => zip([['details.csv', Buffer.from([0xff, 0xff])]])],
  ])('is not available when %s', async (_why, body) => {
    await expect(read(body())).rejects.toThrow('The bill of 2026-07-28 is not available')
  })

  test('is not fetched from an address that is not Alipay’s', async () => {
    for (const address of [
      'http://127.0.0.1:9/bill',
      'https://alipay.com.example/bill',
      'https://dwbillcenter.alipay.com:8443/bill',
      'file:///etc/passwd',
    ])
      await expect(read(archive(open, columns, close), address)).rejects.toThrow('not Alipay’s')
    expect(server.calls).toEqual([])
  })

  test('is not available when its address has run out', async () => {
    await expect(read(Buffer.from(''), undefined, 404)).rejects.toThrow('HTTP 404')
  })

  test('is not asked for before it can be ready', async () => {
    const clock = testClock()
    clock.to(Date.parse('2026-07-29T09:59:59+08:00'))
    const call = () => Promise.reject(new Error('asked'))
    const rows = readBill({ call, http: createHttp(), clock, gateway: server.origin }, '2026-07-28')
    await expect(rows[Symbol.asyncIterator]().next()).rejects.toThrow('ten o’clock')
  })
})
