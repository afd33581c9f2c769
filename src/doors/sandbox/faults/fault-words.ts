import type { Language } from '#contract/language.ts'
import type { Fault, FaultInput, Quirk, Trouble } from '#contract/sandbox-faults.ts'
import { defineMessages } from '#src/i18n/messages.ts'
import { duration } from '../parts/times.ts'

export type Kind = Fault['kind']

export const kindWords = defineMessages<Record<Kind, string>>(
  {
    'lose-request': '请求在处理前丢失',
    'lose-answer': '已处理，应答丢失',
    reset: '已处理，应答中途断开',
    truncate: '已处理，应答的 JSON 被截断',
    'bad-gateway': '网关返回 502 网页',
    delay: '处理前等待',
    'delay-answer': '已处理，应答延迟',
    refuse: '以返回码拒绝，不处理',
    deny: '已处理，却以返回码否认',
    'unknown-code': '已处理，返回表外的码',
    'slow-tickets': '影院出票缓慢',
    'fail-tickets': '影院出票失败',
    skew: '云端时钟偏差',
    quirk: '偏离规范表格的写法',
    trouble: '影院出了状况',
  },
  {
    'lose-request': 'Request lost before it is handled',
    'lose-answer': 'Handled, the answer is lost',
    reset: 'Handled, connection reset in the answer',
    truncate: 'Handled, the JSON ends in the middle',
    'bad-gateway': 'A gateway answers 502 with HTML',
    delay: 'Waits before it is handled',
    'delay-answer': 'Handled, the answer waits',
    refuse: 'Refused with a code, not handled',
    deny: 'Handled, yet denied with a code',
    'unknown-code': 'Handled, a code that is in no table',
    'slow-tickets': 'The cinema is slow with tickets',
    'fail-tickets': 'The cinema fails the tickets',
    skew: 'The clock of the cloud is off',
    quirk: 'A departure from the tables',
    trouble: 'A trouble of the cinema',
  },
)

export const quirkWords = defineMessages<Record<Quirk, string>>(
  {
    'data-as-string': 'data 是 JSON 字符串',
    'no-envelope': '没有外层信封',
    spellings: '示例里的拼写',
    'array-of-one': '对象写成单元素数组',
    'loose-types': '整数和布尔写成字符串',
    'short-money': '金额省略零',
    blanks: '缺失写成 null 或空串',
  },
  {
    'data-as-string': 'data is a string of JSON',
    'no-envelope': 'no outer envelope',
    spellings: 'spellings of the examples',
    'array-of-one': 'objects as arrays of one',
    'loose-types': 'integers and booleans as strings',
    'short-money': 'money without its zeros',
    blanks: 'absent values as null or ""',
  },
)

export const troubleWords = defineMessages<Record<Trouble, string>>(
  {
    offline: '影院断线',
    'no-dongle': '加密狗被拔出',
    'tickets-closed': '影票接口关闭',
    'goods-closed': '卖品接口关闭',
    'account-empty': '结算账户无法扣款',
  },
  {
    offline: 'cinema offline',
    'no-dongle': 'dongle unplugged',
    'tickets-closed': 'ticket interfaces closed',
    'goods-closed': 'goods interfaces closed',
    'account-empty': 'settlement account cannot pay',
  },
)

const aimWords = defineMessages(
  {
    every: '全部接口',
    at: (cinema: string) => `影院 ${cinema}`,
    of: (channel: string) => `渠道 ${channel}`,
    repeatedOnly: '仅重复的调用',
    chance: (percent: string) => `${percent}% 的调用`,
    times: (n: number) => `接下来 ${n} 次`,
    always: '直到移除',
    lasts: (time: string) => `持续 ${time}`,
    handled: '网关之后已处理',
    spread: (time: string) => `至多再加 ${time}`,
  },
  {
    every: 'every interface',
    at: cinema => `cinema ${cinema}`,
    of: channel => `channel ${channel}`,
    repeatedOnly: 'repetitions only',
    chance: percent => `${percent}% of calls`,
    times: n => (n === 1 ? 'the next call' : `the next ${n} calls`),
    always: 'until removed',
    lasts: time => `for ${time}`,
    handled: 'handled behind the gateway',
    spread: time => `up to ${time} more`,
  },
)

/** An interface without the vendor's prefix, which all of them have. */
export const shortApi = (api: string): string => api.replace(/^ykse\.partner\./, '')

/** What the fault does, in a few words. */
export function effectOf(fault: FaultInput, language: Language): string {
  const kind = kindWords[language][fault.kind]
  const more = detailOf(fault, language)
  return more === undefined ? kind : `${kind}: ${more}`
}

/** What its kind alone does not say: how long, which code, how far off. */
function detailOf(fault: FaultInput, language: Language): string | undefined {
  const t = aimWords[language]
  switch (fault.kind) {
    case 'lose-request':
    case 'lose-answer':
    case 'reset':
    case 'truncate':
    case 'unknown-code':
      return undefined
    case 'bad-gateway':
      return fault.handled ? t.handled : undefined
    case 'delay':
    case 'delay-answer': {
      const spread = fault.spreadMs ? [t.spread(duration(fault.spreadMs, language))] : []
      return [duration(fault.delayMs, language), ...spread].join(', ')
    }
    case 'slow-tickets':
    case 'fail-tickets':
      return duration(fault.delayMs ?? 0, language)
    case 'refuse':
    case 'deny':
      return fault.code
    case 'skew':
      return `${fault.skewMs < 0 ? '−' : '+'}${duration(fault.skewMs, language)}`
    case 'quirk':
      return quirkWords[language][fault.quirk]
    case 'trouble':
      return troubleWords[language][fault.trouble]
  }
}

/** Which calls it is aimed at: interface, cinema, channel, chance; not how long it stands. */
export function aimOf(fault: FaultInput, language: Language): string[] {
  const t = aimWords[language]
  const { api = '*', cinemaLinkId, channelCode, repeatedOnly = false, probability = 1 } = fault
  return [
    api === '*' ? t.every : shortApi(api),
    ...(cinemaLinkId === undefined ? [] : [t.at(cinemaLinkId)]),
    ...(channelCode === undefined ? [] : [t.of(channelCode)]),
    ...(repeatedOnly ? [t.repeatedOnly] : []),
    ...(probability < 1 ? [t.chance(String(Math.round(probability * 1000) / 10))] : []),
  ]
}

/** How long it stands, as it was asked for. Without a word about it, a fault befalls the next call alone. */
export function lengthOf(fault: FaultInput, language: Language): string {
  const t = aimWords[language]
  const { times, forMs, probability = 1 } = fault
  if (times === 'always') return t.always
  if (times !== undefined) return t.times(times)
  if (forMs !== undefined) return t.lasts(duration(forMs, language))
  return probability < 1 ? t.always : t.times(1)
}
