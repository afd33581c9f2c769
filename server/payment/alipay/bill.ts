import { z } from 'zod'
import type { LocalDate } from '#contract/time.ts'
import type { Clock } from '../../kernel/clock.ts'
import { beijingMs } from '../beijing-text.ts'
import { BillUnavailable, expectBillReady } from '../bill-unavailable.ts'
import type { Http } from '../exchange.ts'
import type { BillRow } from '../provider.ts'
import { fenOf } from '../yuan-text.ts'
import type { CallAlipay } from './gateway.ts'
import { unzip } from './unzip.ts'

const Download = z.object({ bill_download_url: z.url() })
const archiveLimit = 64 * 1024 * 1024
const fileLimit = 512 * 1024 * 1024

/**
 * Alipay's trade bill of a day: a ZIP of CSV files in GBK, behind an address that lives for 30 seconds. A day without a
 * trade has no bill.
 *
 * @throws BillUnavailable when it isn't made yet, can't be fetched, or can't be read to the last line
 */
export async function* readBill(
  parts: { call: CallAlipay; http: Http; clock: Clock; gateway: string },
  day: LocalDate,
): AsyncIterable<BillRow> {
  expectBillReady(day, parts.clock.now())
  const answer = await parts.call('alipay.data.dataservice.bill.downloadurl.query', {
    bill_type: 'trade',
    bill_date: day,
  })
  if (answer.kind === 'refused' && /bill_not_exist$/i.test(answer.code)) return
  if (answer.kind === 'refused') throw new BillUnavailable(day, answer.code)
  if (answer.kind !== 'done') throw new BillUnavailable(day, answer.reason)
  const download = Download.safeParse(answer.value)
  const url = download.success ? billAddress(download.data.bill_download_url, parts.gateway) : undefined
  if (url === undefined) throw new BillUnavailable(day, 'it lies at an address that is not Alipay’s')

  const file = await parts.http.send({
    url,
    method: 'GET',
    headers: {},
    timeoutMs: 60_000,
    answerLimit: archiveLimit,
  })
  if (file.kind !== 'answered') throw new BillUnavailable(day, file.reason)
  if (file.status !== 200) throw new BillUnavailable(day, `HTTP ${file.status}`)
  yield* rowsOf(file.body, day)
}

/** Alipay's own hosts, always over TLS, or the very host that the gateway is at. */
function billAddress(address: string, gateway: string): URL | undefined {
  const url = new URL(address)
  if (url.origin === new URL(gateway).origin) return url
  if (!url.hostname.endsWith('.alipay.com') || url.port !== '') return undefined
  url.protocol = 'https:'
  return url
}

function rowsOf(archive: Buffer, day: LocalDate): BillRow[] {
  let texts: string[]
  try {
    texts = unzip(archive, fileLimit).map(file => new TextDecoder('gbk', { fatal: true }).decode(file))
  } catch (error) {
    throw new BillUnavailable(day, error instanceof Error ? error.message : 'it can’t be unpacked')
  }
  const details = texts.find(text => text.includes('业务明细列表'))
  if (details === undefined) throw new BillUnavailable(day, 'the archive has no details')
  const lines = details.split(/\r?\n/)
  // The list ends with a line of its own, so that a file cut short does not pass for a quiet day.
  const end = lines.findIndex(line => line.startsWith('#') && line.includes('业务明细列表结束'))
  if (end < 0) throw new BillUnavailable(day, 'the details are cut short')
  const [names = '', ...rows] = lines.slice(0, end).filter(line => line !== '' && !line.startsWith('#'))
  const columns = cells(names)
  return rows.map(row => {
    const values = wholeNames(cells(row), columns)
    return rowOf(new Map(columns.map((column, i) => [column, values[i] ?? ''])), day)
  })
}

/** Cells bear tabs, so that a spreadsheet keeps long numbers as they are. */
const cells = (line: string) => line.split(',').map(cell => cell.trim())

/** A comma in a name of goods is not escaped: what is too much in a line belongs to the name. */
function wholeNames(values: string[], columns: readonly string[]): string[] {
  const name = columns.indexOf('商品名称')
  const tooMuch = values.length - columns.length
  return tooMuch > 0 && name >= 0 ? values.toSpliced(name + 1, tooMuch) : values
}

function rowOf(row: ReadonlyMap<string, string>, day: LocalDate): BillRow {
  const kind = row.get('业务类型') === '退款' ? 'refund' : 'payment'
  const amountFen = fenOf((row.get('订单金额（元）') ?? '').replace(/^-/, ''))
  const at = beijingMs(row.get('完成时间') ?? '')
  const outTradeNo = row.get('商户订单号') ?? ''
  if (amountFen === undefined || at === undefined || outTradeNo === '')
    throw new BillUnavailable(day, 'a line of it can’t be read')
  const outRefundNo = kind === 'refund' ? row.get('退款批次号/请求号') : undefined
  return { kind, outTradeNo, outRefundNo, amountFen, at }
}
