import { crc32, deflateRawSync } from 'node:zlib'
import type { Books } from '../../test-support/books.ts'
import { amount, text } from './alipay-text.ts'

const columns =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注'
const rule = (words: string) => `#${'-'.repeat(41)}${words}${'-'.repeat(40)}`

/** The bill of a day as Alipay packs it: details and summary, CSV in GBK, in a ZIP. */
export function alipayBill({ trades, refunds }: Books, day: string): Buffer {
  const onDay = (at: number) => at > 0 && text(at).startsWith(day)
  const paid = [...trades.values()].filter(trade => onDay(trade.paidAt))
  const back = [...refunds.values()].filter(refund => refund.state === 'SUCCESS' && onDay(refund.at))
  const line = (kind: string, outTradeNo: string, at: number, yuan: string, refundNo: string) => {
    const trade = trades.get(outTradeNo)
    const names = [trade?.tradeNo, outTradeNo, kind].map(cell => `${cell}\t`)
    const made = text(trade?.createdAt ?? 0)
    const rest = [
      '\t',
      '\t',
      '\t',
      '\t',
      '**博(156******89)\t',
      yuan,
      yuan,
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      '0.00',
    ]
    return [
      ...names,
      trade?.subject,
      made,
      text(at),
      ...rest,
      '',
      '0.00\t',
      '0.00',
      `${refundNo}\t`,
      '0.00',
      '0.00',
      '',
    ].join(',')
  }
  const details = [
    '#支付宝业务明细查询',
    '#账号：[20887226827483540156]',
    `#起始日期：[${day} 00:00:00]   终止日期：[${day} 24:00:00]`,
    rule('业务明细列表'),
    columns,
    ...paid.map(trade => line('交易', trade.outTradeNo, trade.paidAt, amount(trade.paidFen), '')),
    ...back.map(refund =>
      line('退款', refund.outTradeNo, refund.at, `-${amount(refund.amountFen)}`, refund.outRefundNo),
    ),
    rule('业务明细列表结束'),
    `#交易合计：${paid.length}笔`,
    `#退款合计：${back.length}笔`,
    '',
  ].join('\r\n')
  const summary = ['#支付宝业务汇总查询', rule('业务汇总列表'), rule('业务汇总列表结束'), ''].join('\r\n')
  return zip([
    ['details.csv', gbk(details)],
    ['summary.csv', gbk(summary)],
  ])
}

let table: Map<string, Buffer> | undefined

/** Node decodes GBK and does not encode it: the table is turned around. */
export function gbk(words: string): Buffer {
  table ??= gbkTable()
  return Buffer.concat([...words].map(char => table?.get(char) ?? Buffer.from(char, 'latin1')))
}

function gbkTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gbk')
  const map = new Map<string, Buffer>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const bytes = Buffer.from([high, low])
      const char = decoder.decode(bytes)
      if ([...char].length === 1 && char !== '\uFFFD') map.set(char, bytes)
    }
  }
  return map
}

/** A ZIP archive of deflated files. */
export function zip(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt16LE(name.length, 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const entry = Buffer.alloc(42)
    entry.writeUInt16LE(20, 0)
    head.copy(entry, 2)
    entry.writeUInt32LE(offset, 38)
    directory.push(Buffer.from('PK\x01\x02'), entry, Buffer.from(name))
    parts.push(file)
    offset += file.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end])
}
