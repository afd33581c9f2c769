import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Pace } from '../kernel/pace.ts'
import { alipaySettings, wechatSettings } from '../payment/test-support/settings.ts'
import { sandboxChannel } from '../sandbox/sandbox.ts'
import type { Programs } from './build.ts'
import { type Front, openFront } from './front.ts'
import { type JournalReader, openJournalReader } from './journal-reader.ts'
import { type Process, startProcess } from './process.ts'
import { type ProviderControl, steerProvider } from './provider-control.ts'

/** The other parties, and what it takes to start houses between them. */
export interface Stage {
  front: Front
  /** Where the sandbox cloud listens. */
  cloudUrl: string
  provider: ProviderControl
  /** A house that opens at the first message. @param nth each has a folder of its own, which it finds again when it is started anew */
  prepareHouse(nth: number): Process
  openReader(): JournalReader
  /** Where a house keeps its journal, which may be opened before it is, and the key to what is secret in it. */
  journalOf(nth: number): { address: string; dataKey: Buffer }
  /** What the processes wrote to their error outputs. */
  complaints: string[]
  /** Kills the houses; cloud and provider go on. */
  killHouses(): Promise<void>
  /** Kills whatever runs. */
  close(): Promise<void>
}

export interface StageOptions {
  programs: Programs
  pace: Pace
  seed: number
  provider: 'alipay' | 'wechat'
  /** Absent: a SQLite file. */
  databaseUrl: string | undefined
}

const Cloud = z.object({ url: z.string() })
const Alipay = z.object({
  appId: z.string(),
  sellerId: z.string(),
  privateKey: z.string(),
  publicKey: z.string(),
  gateway: z.string(),
})
const Wechat = z.object({
  mchId: z.string(),
  appId: z.string(),
  serialNo: z.string(),
  privateKey: z.string(),
  apiV3Key: z.string(),
  publicKeyId: z.string(),
  publicKey: z.string(),
  gateway: z.string(),
})

/** Starts the cloud and the payment provider as processes of their own, and opens the front of the houses. */
export async function openStage({
  programs,
  pace,
  seed,
  provider,
  databaseUrl,
}: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-kills-'))
  const running = new Set<Process>()
  const houses = new Set<Process>()
  const kill = async (processes: ReadonlySet<Process>) => {
    for (const one of processes) one.signal('SIGKILL')
    await Promise.all([...processes].map(one => one.ended))
  }
  const complaints: string[] = []
  const launch = (program: string, args: string[], env: Record<string, string> = {}): Process => {
    const onError = (text: string) => complaints.push(text)
    const started = startProcess(program, { args: ['--pace', JSON.stringify(pace), ...args], env, onError })
    running.add(started)
    void started.ended.then(() => running.delete(started))
    return started
  }
  const dataKey = randomBytes(32)
  const front = await openFront()
  const close = async () => {
    await kill(running)
    await front.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const cloud = Cloud.parse(await launch(programs.cloud, ['--seed', `${seed}`]).said)
    const till = await launch(programs.provider, ['--provider', provider]).said
    const { gateway, settings } = accountOf(provider, JSON.parse(z.string().parse(till)))
    const env = {
      PORT: '0',
      HOST: '127.0.0.1',
      PUBLIC_URL: front.url,
      TRUST_PROXY: '1',
      LOG_LEVEL: 'silent',
      GAP_RULE: 'off',
      DATA_KEY: dataKey.toString('base64'),
      MOVIECLOUD_URL: cloud.url,
      MOVIECLOUD_CHANNEL: sandboxChannel.channelCode,
      MOVIECLOUD_SECRET: sandboxChannel.secret,
      MOVIECLOUD_CARD_KEY: sandboxChannel.cardKey,
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      ...settings,
    }
    const dataDir = (nth: number) => join(folder, `house-${nth}`)
    const addressOf = (nth: number) => databaseUrl ?? join(dataDir(nth), 'journal.sqlite')
    return {
      front,
      cloudUrl: cloud.url,
      provider: steerProvider(new URL(gateway).origin),
      prepareHouse: nth => {
        const house = launch(programs.house, [], { ...env, DATA_DIR: dataDir(nth) })
        houses.add(house)
        void house.ended.then(() => houses.delete(house))
        return house
      },
      openReader: () => openJournalReader(addressOf(0)),
      journalOf(nth) {
        mkdirSync(dataDir(nth), { recursive: true })
        return { address: addressOf(nth), dataKey }
      },
      complaints,
      killHouses: () => kill(houses),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The merchant's account at the provider that was started. */
function accountOf(provider: 'alipay' | 'wechat', told: unknown) {
  if (provider === 'alipay') {
    const credentials = Alipay.parse(told)
    return { gateway: credentials.gateway, settings: alipaySettings(credentials) }
  }
  const credentials = Wechat.parse(told)
  return { gateway: credentials.gateway, settings: wechatSettings(credentials) }
}
