import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, loadEnv } from './env.ts'

const pair = (modulusLength: number) =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const ours = pair(2048)
const theirs = pair(2048)
const bare = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '')

const alipay = {
  PAYMENT_PROVIDER: 'alipay',
  PUBLIC_URL: 'https://foyer.example',
  ALIPAY_APP_ID: '2021004100000000',
  ALIPAY_SELLER_ID: '2088102146225135',
  ALIPAY_PRIVATE_KEY: ours.privateKey,
  ALIPAY_PUBLIC_KEY: theirs.publicKey,
}
const wechat = {
  PAYMENT_PROVIDER: 'wechat',
  PUBLIC_URL: 'https://foyer.example',
  WECHAT_MCH_ID: '1900009191',
  WECHAT_APP_ID: 'wxd678efh567hg6787',
  WECHAT_SERIAL_NO: '5157f09efdc096de15ebe81a47057a7232f1b8e1',
  WECHAT_PRIVATE_KEY: ours.privateKey,
  WECHAT_API_V3_KEY: 'Wd3ZvJ7qkR5mXs9TyB2nHf8LcGp4AeUx',
}
const wechatKey = { WECHAT_PUBLIC_KEY_ID: 'PUB_KEY_ID_0119000091', WECHAT_PUBLIC_KEY: theirs.publicKey }
const live = {
  NODE_ENV: 'production',
  KIOSK_CONTACT_MOBILE: '13900001111',
  MOVIECLOUD_URL: 'https://cloud.example/route',
  MOVIECLOUD_CHANNEL: 'FOYER',
  MOVIECLOUD_SECRET: 'a-secret-of-our-own',
  MOVIECLOUD_CARD_KEY: 'a-card-key-of-our-own',
  STAFF: '[]',
}

function problemsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadEnv(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('Alipay’s settings', () => {
  it('are taken whole, and no key among them can be printed', () => {
    const { payments, warnings } = loadEnv({ ...live, ...alipay })
    expect(payments).toMatchObject({
      kind: 'alipay',
      gateway: 'https://openapi.alipay.com/gateway.do',
      appId: alipay.ALIPAY_APP_ID,
      sellerId: alipay.ALIPAY_SELLER_ID,
    })
    expect(warnings).toEqual([])
    expect(JSON.stringify(payments)).not.toContain(bare(ours.privateKey).slice(40, 80))
  })

  it.each([
    ['PEM with written line breaks', ours.privateKey.replaceAll('\n', '\\n')],
    ['bare base64 (PKCS#8)', bare(ours.privateKey)],
    [
      'bare base64 (PKCS#1)',
      bare(
        generateKeyPairSync('rsa', {
          modulusLength: 2048,
          publicKeyEncoding: { type: 'spki', format: 'pem' },
          privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
        }).privateKey,
      ),
    ],
  ])('take a private key as %s', (_form, ALIPAY_PRIVATE_KEY) => {
    expect(problemsOf({ ...alipay, ALIPAY_PRIVATE_KEY })).toEqual([])
  })

  it('take a private key from a file, and Alipay’s key of before beside the new one', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'foyer-env-')), 'key.pem')
    writeFileSync(file, ours.privateKey)
    const { ALIPAY_PRIVATE_KEY: _, ...others } = alipay
    const env = loadEnv({
      ...others,
      ALIPAY_PRIVATE_KEY_FILE: file,
      ALIPAY_PUBLIC_KEY_PREVIOUS: bare(pair(2048).publicKey),
    })
    expect(env.payments.kind === 'alipay' && env.payments.publicKeys).toHaveLength(2)
  })

  it.each(Object.keys(alipay).filter(name => name !== 'PAYMENT_PROVIDER'))('miss %s', name => {
    const problems = problemsOf({ ...alipay, [name]: '' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`${name} is missing`)
  })

  it.each([
    ['ALIPAY_APP_ID', '2021'],
    ['ALIPAY_SELLER_ID', '1234567890123456'],
    ['ALIPAY_PRIVATE_KEY', theirs.publicKey],
    ['ALIPAY_PRIVATE_KEY', 'bm8ga2V5'],
    ['ALIPAY_PRIVATE_KEY', pair(1024).privateKey],
    ['ALIPAY_PUBLIC_KEY', ours.privateKey],
    ['ALIPAY_GATEWAY', 'openapi.alipay.com'],
  ])('are refused with a wrong %s, by its name and without its value', (name, value) => {
    const problems = problemsOf({ ...alipay, [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} must be`))
    expect(problems[0]).not.toContain(value.slice(0, 30))
  })

  it('are refused when the application’s own public key stands where Alipay’s should', () => {
    expect(problemsOf({ ...alipay, ALIPAY_PUBLIC_KEY: ours.publicKey })[0]).toContain('half of our own key')
  })
})

describe('WeChat Pay’s settings', () => {
  it('are taken with its public key, or without it for certificates', () => {
    expect(loadEnv({ ...live, ...wechat, ...wechatKey }).payments).toMatchObject({
      kind: 'wechat',
      gateway: 'https://api.mch.weixin.qq.com',
      serialNo: wechat.WECHAT_SERIAL_NO.toUpperCase(),
      publicKey: { id: wechatKey.WECHAT_PUBLIC_KEY_ID },
    })
    expect(loadEnv({ ...live, ...wechat }).payments).not.toHaveProperty('publicKey')
  })

  it.each(Object.keys(wechat).filter(name => name !== 'PAYMENT_PROVIDER'))('miss %s', name => {
    expect(problemsOf({ ...wechat, [name]: '' }).join()).toContain(`${name} is missing`)
  })

  it.each(Object.keys(wechatKey))('miss %s when its other half is set', name => {
    expect(problemsOf({ ...wechat, ...wechatKey, [name]: '' })[0]).toContain(`${name} is missing`)
  })

  it.each([
    ['WECHAT_MCH_ID', 'mch-7'],
    ['WECHAT_APP_ID', '2021004100000000'],
    ['WECHAT_SERIAL_NO', '123'],
    ['WECHAT_PRIVATE_KEY', 'bm8ga2V5'],
    ['WECHAT_API_V3_KEY', 'short'],
  ])('are refused with a wrong %s, by its name and without its value', (name, value) => {
    const problems = problemsOf({ ...wechat, [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} must be`))
    expect(problems[0]).not.toContain(value)
  })
})

describe('real money in production', () => {
  it.each([
    ['PUBLIC_URL', 'http://foyer.example'],
    ['ALIPAY_GATEWAY', 'http://openapi.alipay.com/gateway.do'],
  ])('refuses %s without TLS', (name, value) => {
    expect(problemsOf({ ...live, ...alipay, [name]: value })[0]).toContain(`${name} must begin with https:`)
  })

  it('is refused for the sandbox’s tickets, and warned about elsewhere', () => {
    expect(problemsOf({ NODE_ENV: 'production', ...alipay })[0]).toContain('takes real money')
    expect(loadEnv(alipay).warnings.join()).toContain('open no door')
  })

  it('is taken by those providers only that there are', () => {
    expect(problemsOf({ PAYMENT_PROVIDER: 'paypal' })).toEqual([
      'PAYMENT_PROVIDER must be sandbox, alipay or wechat.',
    ])
  })
})
