import { randomBytes, randomInt } from 'node:crypto'
import { type Clock, systemClock } from '../../../kernel/clock.ts'
import { createBooks, type Trade } from '../../test-support/books.ts'
import { Act, type ActResult, createControl } from '../../test-support/control.ts'
import { keyPair, reuse } from '../../test-support/key-pair.ts'
import { createNotices } from '../../test-support/notices.ts'
import {
  type Call,
  openStandInServer,
  type Reply,
  type Route,
  type StandInServer,
  type Trouble,
} from '../../test-support/stand-in-server.ts'
import { makeCertificate } from './certificate.ts'
import { type Answer, billFile, rfc3339, transaction, wechatApis } from './wechat-apis.ts'
import type { WechatHouse } from './wechat-house.ts'
import { isAuthorized, type Signer, seal, signatureHeaders } from './wechat-sign.ts'

/** What a merchant of the stand-in holds, keys as PEM. */
export interface WechatCredentials {
  mchId: string
  appId: string
  serialNo: string
  privateKey: string
  apiV3Key: string
  publicKeyId: string
  publicKey: string
  gateway: string
}

export interface WechatStandIn {
  credentials: WechatCredentials
  control(act: Act): Promise<ActResult>
  server: StandInServer
  notices: ReturnType<typeof createNotices>
  /** From now on notifications are signed with this. */
  signNotices(by: 'public key' | 'certificate'): void
  /** A new platform certificate takes the place of the last; its serial number. */
  rotate(): string
  /** A notification as WeChat Pay would sign it, for those who want to break it. */
  message(outTradeNo: string, change?: MessageChange): { headers: Record<string, string>; body: string }
  close(): Promise<void>
}

/** How a message differs from a right one; everything but `key` is changed before it is sealed and signed. */
export interface MessageChange {
  transaction?: object
  envelope?: object
  signer?: Signer
  apiV3Key?: string
}

/** 15 s, 15 s, 30 s, 3 min, 10 min, 20 min, 30 min three times, 60 min, 3 h three times, 6 h twice. */
const timetableMs = [
  15, 15, 30, 180, 600, 1_200, 1_800, 1_800, 1_800, 3_600, 10_800, 10_800, 10_800, 21_600, 21_600,
].map(seconds => seconds * 1_000)
const yearMs = 365 * 86_400_000

/**
 * WeChat Pay v3 on this machine: checks `WECHATPAY2-SHA256-RSA2048` authorizations, parameters and states as
 * `pay.weixin.qq.com` describes them, answers with its codes and signs what it answers, keeps books, sends sealed
 * notifications. Every key is made at start.
 *
 * @param options.port 0 takes any free one
 * @param options.backOffMs waits between the tries of a notification
 */
export async function startWechatStandIn(
  options: { port?: number; clock?: Clock; backOffMs?: readonly number[] } = {},
): Promise<WechatStandIn> {
  const { port = 0, clock = systemClock, backOffMs = timetableMs } = options
  const merchant = keyPair()
  const platform = keyPair()
  const mchId = String(randomInt(1_600_000_000, 1_700_000_000))
  const appId = `wx${randomBytes(8).toString('hex')}`
  const serialNo = randomBytes(20).toString('hex').toUpperCase()
  const apiV3Key = randomBytes(16).toString('hex')
  const publicKeyId = `PUB_KEY_ID_0${mchId}${randomInt(10 ** 12, 10 ** 13)}`
  const books = createBooks(clock)
  const notices = createNotices(backOffMs)

  const byKey: Signer = { serial: publicKeyId, privateKey: platform.privateKey }
  const certified: ReturnType<typeof keyPair>[] = []
  const makePlatformCertificate = () => {
    const pair = keyPair()
    const { privateKey } = pair
    certified.push(pair)
    const from = clock.now() - 86_400_000
    return { privateKey, ...makeCertificate({ privateKey, from, until: from + 5 * yearMs }) }
  }
  let certificate = makePlatformCertificate()
  const byCertificate = (): Signer => ({ serial: certificate.serialNo, privateKey: certificate.privateKey })
  let noticesBy: () => Signer = () => byKey

  const house = (): WechatHouse => ({ books, clock, mchId, appId, origin: server.origin })

  /** Signed with the key that the caller asked for, with a certificate when it named none. */
  const signed = (answer: Answer, call: Call, trouble: Trouble | undefined): Reply => {
    const body = answer.json === undefined ? '' : JSON.stringify(answer.json)
    const asked = call.headers['wechatpay-serial'] === publicKeyId ? byKey : byCertificate()
    const signer = trouble === 'forged' ? { ...asked, privateKey: merchant.privateKey } : asked
    return {
      status: answer.status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(trouble !== 'unsigned' && signatureHeaders(signer, body, clock.now())),
      },
      body: Buffer.from(body, 'utf8'),
    }
  }

  const certificates = (): Answer => ({
    status: 200,
    json: {
      data: [
        {
          serial_no: certificate.serialNo,
          effective_time: rfc3339(clock.now() - 86_400_000),
          expire_time: rfc3339(clock.now() + 4 * yearMs),
          encrypt_certificate: seal(apiV3Key, certificate.pem, 'certificate'),
        },
      ],
    },
  })

  function route(call: Call): Route {
    const { pathname, searchParams } = call.url
    const known = wechatApis.find(one => one.path.test(`${call.method} ${pathname}`))
    const isFile = pathname === '/v3/billdownload/file'
    const isCertificates = pathname === '/v3/certificates'
    return {
      api: known?.api ?? (isFile ? 'bill file' : isCertificates ? 'certificates' : 'unknown'),
      work(trouble) {
        if (!isAuthorized(call, { mchId, serialNo, publicKey: merchant.publicKey, now: clock.now() }))
          return signed({ status: 401, json: { code: 'SIGN_ERROR', message: '签名错误' } }, call, trouble)
        if (trouble === 'busy')
          return signed({ status: 500, json: { code: 'SYSTEM_ERROR', message: '系统异常' } }, call, undefined)
        if (isFile) return { status: 200, headers: {}, body: billFile(house(), searchParams) }
        // Its own answer is always vouched for by a certificate.
        if (isCertificates) return signed(certificates(), { ...call, headers: {} }, trouble)
        if (known === undefined) return signed({ status: 404, json: { code: 'NOT_FOUND' } }, call, trouble)
        if (call.headers.accept !== 'application/json' || call.headers['user-agent'] === undefined)
          return signed({ status: 400, json: { code: 'INVALID_REQUEST' } }, call, trouble)
        const path = (known.path.exec(`${call.method} ${pathname}`) ?? []).slice(1).map(decodeURIComponent)
        const json = jsonIn(call)
        return signed(known.answer(house(), { path, query: searchParams, json }), call, trouble)
      },
    }
  }

  function message(trade: Trade, id: string, change: MessageChange = {}, amountFen?: number) {
    const told = {
      ...transaction(house(), trade),
      ...(amountFen !== undefined && { amount: { total: amountFen, currency: 'CNY' } }),
      ...change.transaction,
    }
    const body = JSON.stringify({
      id,
      create_time: rfc3339(clock.now()),
      resource_type: 'encrypt-resource',
      event_type: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      resource: {
        original_type: 'transaction',
        ...seal(change.apiV3Key ?? apiV3Key, JSON.stringify(told), 'transaction'),
      },
      ...change.envelope,
    })
    const signer = change.signer ?? noticesBy()
    return {
      headers: { 'content-type': 'application/json', ...signatureHeaders(signer, body, clock.now()) },
      body,
    }
  }
  const ids = new Map<string, string>()
  const idOf = (outTradeNo: string) => {
    const id = ids.get(outTradeNo) ?? `EV-${randomBytes(14).toString('hex')}`
    ids.set(outTradeNo, id)
    return id
  }

  const control = createControl({
    books,
    notices,
    server: () => server,
    tell: (trade, amountFen) => {
      const id = idOf(amountFen === undefined ? trade.outTradeNo : `${trade.outTradeNo}/${amountFen}`)
      return notices.deliver({
        outTradeNo: trade.outTradeNo,
        url: trade.notifyUrl,
        make: () => message(trade, id, {}, amountFen),
        taken: status => status === 200 || status === 204,
      })
    },
  })
  const server = await openStandInServer({ port, route, control: body => control(Act.parse(body)) })
  return {
    credentials: {
      mchId,
      appId,
      serialNo,
      privateKey: merchant.privateKey,
      apiV3Key,
      publicKeyId,
      publicKey: platform.publicKey,
      gateway: server.origin,
    },
    control,
    server,
    notices,
    signNotices(by) {
      noticesBy = by === 'public key' ? () => byKey : byCertificate
    },
    rotate() {
      certificate = makePlatformCertificate()
      return certificate.serialNo
    },
    message(outTradeNo, change) {
      const trade = books.trades.get(outTradeNo)
      if (trade === undefined) throw new Error('no such payment')
      return message(trade, idOf(outTradeNo), change)
    },
    async close() {
      notices.stop()
      await server.close()
      reuse(merchant, platform, ...certified)
    },
  }
}

function jsonIn(call: Call): unknown {
  if (call.body.length === 0) return undefined
  try {
    return JSON.parse(call.body.toString('utf8'))
  } catch {
    return undefined
  }
}
