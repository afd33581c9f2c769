import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Insistence } from '#contract/hall.ts'
import { CinemaId } from '#contract/ids.ts'
import { Mobile, seatsPerOrderMax } from '#contract/order.ts'
import type { CloudEnv } from './cloud-env.ts'
import {
  incompletePayments,
  type PaymentEnv,
  paymentProblems,
  paymentSecretNames,
  paymentShape,
  paymentsOf,
} from './payment-env.ts'
import { type SeatRulesByCinema, SeatRulesSetting } from './seat-rules-env.ts'
import { secretProblems } from './secrets.ts'
import { type StaffMember, staffOf, staffShape } from './staff-env.ts'

/** Everything the environment decides, checked once at start. No other module reads `process.env`. */
export interface Env {
  mode: 'production' | 'development' | 'test'
  host: string
  /** 0 takes any free port. */
  port: number
  /** Where guests reach us; what a QR points at. Absent: this machine, at the port we listen on. */
  publicUrl?: string
  dataDir: string
  /** 32 bytes in base64; absent means a key file of our own in `dataDir`. */
  dataKey?: string
  /** A PostgreSQL that any number of processes share; absent: a SQLite file of our own in `dataDir`. */
  databaseUrl?: string
  cloud: CloudEnv
  payments: PaymentEnv
  /** Who may sign in at the box office. */
  staff: readonly StaffMember[]
  kioskCinemaId?: CinemaId
  /** The number that a ticket bears when a kiosk's guest gives none; absent means that they have to. */
  kioskContactMobile?: string
  logLevel: (typeof logLevels)[number]
  maxSeatsPerOrder: number
  /** What is done about choices that leave a single seat alone. */
  gapRule: Insistence
  /** What single cinemas do otherwise, by id; `*` speaks for all. */
  seatRules?: SeatRulesByCinema
  /** Hops or addresses whose X-Forwarded-For we believe; false believes nobody. */
  trustProxy: false | number | string[]
  /** What is allowed but should be known: one sentence each. */
  warnings: string[]
}

/** One or more settings are wrong; `problems` has a sentence for each, none of them quotes a value. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map(problem => `  ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
/** The number that a sandbox ticket bears; it rings nowhere. */
const sandboxContactMobile = '13800138000'

const wholeNumber = (min: number, max: number, rule: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, rule)
    .transform(Number)
    .refine(n => n >= min && n <= max, rule)
const portRule = 'must be a port number from 0 to 65535'
const webAddress = (rule: string) =>
  z.url({ protocol: /^https?$/, error: rule }).transform(url => url.replace(/\/+$/, ''))

const Settings = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test')
    .default('development'),
  PORT: wholeNumber(0, 65_535, portRule).default(8080),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: webAddress('must be the http(s) address at which guests reach this server').optional(),
  DATA_DIR: z.string().default('./data'),
  DATA_KEY: z
    .string()
    .refine(isKey, 'must be 32 random bytes in base64 (openssl rand -base64 32)')
    .optional(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be the address of a PostgreSQL: postgres://user@host/database',
    })
    .optional(),
  MOVIECLOUD_URL: webAddress('must be the http(s) address of the Movie Cloud').optional(),
  MOVIECLOUD_CHANNEL: z.string().optional(),
  MOVIECLOUD_SECRET: z.string().optional(),
  MOVIECLOUD_SECRET_PREVIOUS: z.string().optional(),
  MOVIECLOUD_CARD_KEY: z.string().optional(),
  SANDBOX_PORT: wholeNumber(0, 65_535, portRule).default(0),
  KIOSK_CINEMA: CinemaId.optional(),
  KIOSK_CONTACT_MOBILE: z
    .string()
    .refine(
      value => Mobile.safeParse(value).success,
      'must be a mainland mobile number of 11 digits, such as 13900001111',
    )
    .optional(),
  ...paymentShape,
  ...staffShape,
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  MAX_SEATS_PER_ORDER: wholeNumber(1, seatsPerOrderMax, `must be from 1 to ${seatsPerOrderMax}`).default(6),
  GAP_RULE: z.enum(['off', 'warn', 'forbid'], 'must be off, warn or forbid').default('warn'),
  SEAT_RULES: SeatRulesSetting.optional(),
  TRUST_PROXY: z
    .string()
    .regex(
      /^(false|[1-9]|[0-9a-fA-F.:/]+(\s*,\s*[0-9a-fA-F.:/]+)*)$/,
      'must be false, the number of proxies in front, or their addresses separated by commas',
    )
    .transform(value => {
      if (value === 'false') return false as const
      return /^[1-9]$/.test(value) ? Number(value) : value.split(',').map(address => address.trim())
    })
    .default(false),
})
type Settings = z.infer<typeof Settings>

const cloudNames = [
  'MOVIECLOUD_URL',
  'MOVIECLOUD_CHANNEL',
  'MOVIECLOUD_SECRET',
  'MOVIECLOUD_CARD_KEY',
] as const
/** Settings that may stand in a file: secrets, and what is too long for a line. */
const fileNames = [
  'SEAT_RULES',
  'DATA_KEY',
  'DATABASE_URL',
  'MOVIECLOUD_SECRET',
  'MOVIECLOUD_SECRET_PREVIOUS',
  'MOVIECLOUD_CARD_KEY',
  'STAFF',
  ...paymentSecretNames,
] as const

/**
 * Reads and checks every setting. Secrets may come from `<NAME>_FILE` instead of `<NAME>`.
 *
 * @throws ConfigError with every problem at once
 */
export function loadEnv(environment: NodeJS.ProcessEnv = process.env): Env {
  const problems: string[] = []
  const given = present(environment, problems)
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}.`))
  }
  problems.push(...incompleteCloud(given), ...incompletePayments(given))
  if (parsed.data?.DATABASE_URL !== undefined && parsed.data.DATA_KEY === undefined)
    problems.push('DATA_KEY is missing; processes that share a DATABASE_URL need the same one.')
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)

  const cloud = cloudOf(parsed.data)
  const payments = paymentsOf(parsed.data)
  const secrets = secretProblems(cloud, parsed.data.NODE_ENV)
  const money = paymentProblems(payments, parsed.data, cloud.kind)
  const { staff, ...people } = staffOf(parsed.data.STAFF, cloud.kind)
  const refused = [...secrets.refused, ...money.refused, ...people.refused]
  if (refused.length > 0) throw new ConfigError(refused)
  const warnings = [...secrets.warnings, ...money.warnings, ...people.warnings]
  return envOf(parsed.data, { cloud, payments, staff }, warnings)
}

function envOf(
  settings: Settings,
  parts: Pick<Env, 'cloud' | 'payments' | 'staff'>,
  warnings: string[],
): Env {
  const { cloud, payments, staff } = parts
  const contact =
    settings.KIOSK_CONTACT_MOBILE ?? (cloud.kind === 'embedded-sandbox' ? sandboxContactMobile : undefined)
  return {
    mode: settings.NODE_ENV,
    host: settings.HOST,
    port: settings.PORT,
    ...(settings.PUBLIC_URL !== undefined && { publicUrl: settings.PUBLIC_URL }),
    dataDir: settings.DATA_DIR,
    ...(settings.DATA_KEY !== undefined && { dataKey: settings.DATA_KEY }),
    ...(settings.DATABASE_URL !== undefined && { databaseUrl: settings.DATABASE_URL }),
    cloud,
    payments,
    staff,
    ...(settings.KIOSK_CINEMA !== undefined && { kioskCinemaId: settings.KIOSK_CINEMA }),
    ...(contact !== undefined && { kioskContactMobile: contact }),
    logLevel: settings.LOG_LEVEL,
    maxSeatsPerOrder: settings.MAX_SEATS_PER_ORDER,
    gapRule: settings.GAP_RULE,
    ...(settings.SEAT_RULES !== undefined && { seatRules: settings.SEAT_RULES }),
    trustProxy: settings.TRUST_PROXY,
    warnings:
      contact === undefined
        ? [...warnings, 'KIOSK_CONTACT_MOBILE is not set, so guests at a kiosk have to give a phone number.']
        : warnings,
  }
}

/** The settings that were given: an empty one counts as none, and `_FILE` is read in place of its name. */
function present(environment: NodeJS.ProcessEnv, problems: string[]): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && value.trim() !== '') given[name] = value.trim()
  }
  for (const name of fileNames) {
    const file = given[`${name}_FILE`]
    if (file === undefined) continue
    if (given[name] !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set; set one of them.`)
      continue
    }
    try {
      given[name] = readFileSync(file, 'utf8').trim()
    } catch {
      problems.push(`${name}_FILE names a file that cannot be read.`)
    }
  }
  return given
}

/** All four settings of a remote cloud, or none of them for the embedded sandbox. */
function incompleteCloud(given: Record<string, string>): string[] {
  const missing = cloudNames.filter(name => given[name] === undefined)
  const lone = given['MOVIECLOUD_SECRET_PREVIOUS'] !== undefined
  if (missing.length === 0 || (missing.length === cloudNames.length && !lone)) return []
  return missing.map(
    name => `${name} is missing; a Movie Cloud needs ${cloudNames.join(', ')} (none of them: the sandbox).`,
  )
}

function cloudOf(settings: Settings): CloudEnv {
  const {
    MOVIECLOUD_URL: url,
    MOVIECLOUD_CHANNEL: channel,
    MOVIECLOUD_SECRET: secret,
    MOVIECLOUD_SECRET_PREVIOUS: previousSecret,
    MOVIECLOUD_CARD_KEY: cardKey,
  } = settings
  if (url === undefined || channel === undefined || secret === undefined || cardKey === undefined) {
    return { kind: 'embedded-sandbox', port: settings.SANDBOX_PORT }
  }
  return {
    kind: 'remote',
    url,
    channel,
    secret,
    ...(previousSecret !== undefined && { previousSecret }),
    cardKey,
  }
}

function isKey(value: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(value) && Buffer.from(value, 'base64').length === 32
}
