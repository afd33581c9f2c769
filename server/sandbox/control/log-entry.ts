import type { LoggedCall } from '#contract/sandbox-control.ts'
import type { Quirk } from '#contract/sandbox-faults.ts'
import type { CallTraits, Mishap } from '../faults/faults.ts'
import type { Outcome } from '../protocol/answer.ts'
import { BizRefusal, SystemRefusal } from '../protocol/refusal.ts'
import { signedText } from '../protocol/signature.ts'

/** What is known of a call once it is over. */
export interface SeenCall extends Pick<LoggedCall, 'at' | 'ms' | 'bytes'> {
  method: string | undefined
  parameters: ReadonlyMap<string, string>
  /** Absent: the gate did not let it in. */
  traits: CallTraits | undefined
  mishap: Mishap | undefined
  skewMs: number
  quirks: readonly Quirk[]
  /** What the caller was told; absent: nobody handled it. */
  told: Outcome | undefined
}

/** The call as the log shows it. */
export function logEntry(seen: SeenCall): Omit<LoggedCall, 'id'> {
  const { at, ms, bytes, method = '', parameters, traits, mishap, skewMs, quirks, told } = seen
  const signature = signatureOf(seen)
  return {
    at,
    ms,
    bytes,
    method,
    api: parameters.get('api') ?? '',
    channelCode: parameters.get('channelCode') ?? '',
    ...(traits?.cinemaLinkId === undefined ? {} : { cinemaLinkId: traits.cinemaLinkId }),
    data: parameters.get('data') ?? '',
    signature,
    ...(signature === 'wrong' ? { signedText: signedText(parameters, '***') } : {}),
    ...codesOf(told),
    faults: [...(mishap ? [mishap.kind] : []), ...(skewMs === 0 ? [] : ['skew']), ...quirks],
    repeated: traits?.repeated ?? false,
  }
}

/** Whoever was let in had signed rightly, and so had whoever came at the wrong time. */
function signatureOf({ traits, told }: SeenCall): LoggedCall['signature'] {
  const retCode = told instanceof SystemRefusal ? told.retCode : undefined
  if (traits || retCode === '30004') return 'right'
  return retCode === '30003' ? 'wrong' : 'unchecked'
}

function codesOf(told: Outcome | undefined): Pick<LoggedCall, 'retCode' | 'bizCode' | 'message'> {
  if (told === undefined) return {}
  if (told instanceof SystemRefusal) return { retCode: told.retCode, message: told.message }
  if (told instanceof BizRefusal) return { retCode: '0', bizCode: told.bizCode, message: told.message }
  if (told instanceof Error) return { retCode: '10001', message: told.message }
  return { retCode: '0', bizCode: told.bizCode, message: told.bizMsg }
}
