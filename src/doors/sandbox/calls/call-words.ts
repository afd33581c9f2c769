import type { LoggedCall } from '#contract/sandbox-control.ts'
import { shortApi } from '../faults/fault-words.ts'

/** What the sandbox made of the call: the business's own code, else the platform's; undefined when it was not handled. */
export function codeOf({ bizCode, retCode }: LoggedCall): string | undefined {
  return bizCode ?? retCode
}

const fine: ReadonlySet<string> = new Set(['0', 'SUCCESS'])

/** How the caller sees it: `lost` when nothing reached him, whatever the sandbox made of the call. */
export function fateOf(call: LoggedCall): 'fine' | 'refused' | 'lost' {
  if (call.bytes === 0) return 'lost'
  return fine.has(codeOf(call) ?? '') ? 'fine' : 'refused'
}

/** Parameters over several lines; what is no JSON stays as it came. */
export function prettyData(data: string): string {
  try {
    return JSON.stringify(JSON.parse(data), null, 2)
  } catch {
    return data
  }
}

export const onlys = ['anything', 'onlyFaulty', 'onlyRefused', 'onlyBadSignature'] as const
export type Only = (typeof onlys)[number]

/** What the list shows; an empty text lets everything through. */
export interface CallFilter {
  api: string
  code: string
  channel: string
  only: Only
}

/** The calls that fit, newest first. */
export function filterCalls(calls: readonly LoggedCall[], filter: CallFilter): LoggedCall[] {
  const { api, code, channel, only } = filter
  const soughtCode = code.trim().toLowerCase()
  return calls
    .filter(
      call =>
        (api === '' || shortApi(call.api) === api) &&
        (channel === '' || call.channelCode === channel) &&
        (soughtCode === '' || (codeOf(call) ?? '').toLowerCase().includes(soughtCode)) &&
        passes[only](call),
    )
    .reverse()
}

const passes: Record<Only, (call: LoggedCall) => boolean> = {
  anything: () => true,
  onlyFaulty: call => call.faults.length > 0,
  onlyRefused: call => fateOf(call) !== 'fine',
  onlyBadSignature: call => call.signature === 'wrong',
}
