import { type Channel, mayCall } from '../cloud/channels.ts'
import { type ApiName, isApiName } from './api-names.ts'
import { SystemRefusal } from './refusal.ts'
import { isSigned } from './signature.ts'

/** How far a timestamp may be off, either way. The specification names no figure; ten minutes is the sandbox's. */
const timestampWindowMs = 10 * 60_000
const largestPage = 100

/** A call that has passed the gate: a known interface, asked by a known channel with a right signature, now. */
export interface AdmittedCall {
  api: ApiName
  channel: Channel
  /** The business parameters as they were sent; unread. */
  data: string
}

/**
 * The checks of the public parameters (specification 1.2), in this order: interface, channel, missing values,
 * wrong values, signature, time, and whether the interface is open to the channel: that is told to itself alone.
 *
 * @throws SystemRefusal 30001, 30002, 30005, 30006, 30003, 30004, 20001
 */
export function admit(
  parameters: ReadonlyMap<string, string>,
  channels: ReadonlyMap<string, Channel>,
  now: number,
): AdmittedCall {
  const api = parameters.get('api') ?? ''
  if (api !== '' && !isApiName(api)) throw new SystemRefusal('30001', api.slice(0, 100))
  const channelCode = parameters.get('channelCode') ?? ''
  const channel = channels.get(channelCode)
  if (channelCode !== '' && !channel) throw new SystemRefusal('30002', channelCode.slice(0, 100))
  for (const name of ['api', 'v', 'channelCode', 'timestamp', 'sign'])
    if (!parameters.get(name)) throw new SystemRefusal('30005', name)
  if (!isApiName(api) || !channel) throw new SystemRefusal('30005')

  if (parameters.get('v') !== '1.0') throw new SystemRefusal('30006', 'v has to be 1.0')
  const timestamp = parameters.get('timestamp') ?? ''
  if (!/^\d{13}$/.test(timestamp)) throw new SystemRefusal('30006', 'timestamp has to be milliseconds')
  checkCount(parameters, 'pageNo', Number.MAX_SAFE_INTEGER)
  checkCount(parameters, 'pageSize', largestPage)

  if (!isSigned(parameters, channel.secret)) throw new SystemRefusal('30003')
  if (Math.abs(now - Number(timestamp)) > timestampWindowMs) throw new SystemRefusal('30004')
  if (!mayCall(channel, api)) throw new SystemRefusal('20001', `${api} is not open to ${channelCode}`)
  return { api, channel, data: parameters.get('data') ?? '' }
}

function checkCount(parameters: ReadonlyMap<string, string>, name: string, most: number): void {
  const value = parameters.get(name)
  if (value === undefined) return
  if (!/^[1-9]\d{0,15}$/.test(value) || Number(value) > most)
    throw new SystemRefusal('30006', `${name} has to be a whole number from 1 to ${most}`)
}
