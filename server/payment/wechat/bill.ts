import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { LocalDate } from '#contract/time.ts'
import type { Clock } from '../../kernel/clock.ts'
import { beijingMs } from '../beijing-text.ts'
import { BillUnavailable, expectBillReady } from '../bill-unavailable.ts'
import type { BillRow } from '../provider.ts'
import { fenOf } from '../yuan-text.ts'
import type { WechatApi } from './api.ts'

const Download = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string().regex(/^[0-9a-fA-F]{40}$/),
  download_url: z.url(),
})
const fileLimit = 512 * 1024 * 1024

/** A refund that failed or hangs moved no money; the bill's words differ from those of the refund interface. */
const notPaidBack = new Set(['FAIL', 'CHANGE'])

/**
 * WeChat Pay's trade bill of a day: a gzipped CSV, whose digest came in a signed answer. A day without a trade has no
 * bill.
 *
 * @throws BillUnavailable when it isn't made yet, can't be fetched, or can't be read to the last line
 */
export async function* readBill(
  parts: { api: WechatApi; clock: Clock; gateway: string },
  day: LocalDate,
): AsyncIterable<BillRow> {
  expectBillReady(day, parts.clock.now())
  const answer = await parts.api.call(
    'GET',
    `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL&tar_type=GZIP`,
  )
  if (answer.kind === 'refused' && answer.code === 'NO_STATEMENT_EXIST') return
  if (answer.kind === 'refused') throw new BillUnavailable(day, answer.code)
  if (answer.kind !== 'done') throw new BillUnavailable(day, answer.reason)
  const download = Download.safeParse(answer.value)
  if (!download.success) throw new BillUnavailable(day, 'an answer of another form')
  const url = new URL(download.data.download_url)
  if (url.origin !== new URL(parts.gateway).origin)
    throw new BillUnavailable(day, 'it lies at an address that is not WeChat Pay’s')

  const file = await parts.api.download(url)
  if (file.kind !== 'answered') throw new BillUnavailable(day, file.reason)
  if (file.status !== 200) throw new BillUnavailable(day, `HTTP ${file.status}`)
  yield* rowsOf(unpack(file.body, download.data.hash_value, day), day)
}

/** The digest covers the file as it is before it is packed. */
function unpack(packed: Buffer, sha1: string, day: LocalDate): string {
  let plain: Buffer
  try {
    plain = gunzipSync(packed, { maxOutputLength: fileLimit })
  } catch {
    throw new BillUnavailable(day, 'it can’t be unpacked')
  }
  if (createHash('sha1').update(plain).digest('hex') !== sha1.toLowerCase())
    throw new BillUnavailable(day, 'its digest is not the one that was promised')
  return plain.toString('utf8').replace(/^\uFEFF/, '')
}

function rowsOf(text: string, day: LocalDate): BillRow[] {
  const lines = text.split(/\r?\n/).filter(line => line !== '')
  const end = lines.findIndex(line => line.startsWith('总交易单数'))
  const [names = '', ...rows] = end < 0 ? [] : lines.slice(0, end)
  if (names === '') throw new BillUnavailable(day, 'it is cut short')
  const columns = names.split(',')
  return rows.flatMap(row => {
    const values = cells(row)
    return rowOf(new Map(columns.map((column, i) => [column, values[i] ?? ''])), day)
  })
}

/** Every cell begins with a backtick, so a comma within one does not divide. */
const cells = (line: string) => line.replace(/^`/, '').split(',`')

function rowOf(row: ReadonlyMap<string, string>, day: LocalDate): BillRow[] {
  const kind = row.get('交易状态') === 'SUCCESS' ? 'payment' : 'refund'
  if (kind === 'refund' && notPaidBack.has(row.get('退款状态') ?? '')) return []
  const amountFen = fenOf(row.get(kind === 'payment' ? '订单金额' : '申请退款金额') ?? '')
  const at = beijingMs(row.get('交易时间') ?? '')
  const outTradeNo = row.get('商户订单号') ?? ''
  if (amountFen === undefined || at === undefined || outTradeNo === '')
    throw new BillUnavailable(day, 'a line of it can’t be read')
  const outRefundNo = kind === 'refund' ? row.get('商户退款单号') : undefined
  return [{ kind, outTradeNo, outRefundNo, amountFen, at }]
}
