import { type BizCode, bizMessages, type RetCode, retMessages } from './codes.ts'

/**
 * A business "no" (specification 9.2). It is thrown, because that is what rolls the call's transaction back:
 * whatever a refused call had begun to write never was.
 */
export class BizRefusal extends Error {
  readonly bizCode: BizCode

  /** `detail` tells the partner's engineer what exactly is wrong; it stands behind the table's meaning. */
  constructor(bizCode: BizCode, detail?: string) {
    super(detail === undefined ? bizMessages[bizCode] : `${bizMessages[bizCode]}：${detail}`)
    this.bizCode = bizCode
  }
}

/** A "no" of the platform itself (specification 9.1), given before any business. */
export class SystemRefusal extends Error {
  readonly retCode: RetCode

  constructor(retCode: RetCode, detail?: string) {
    super(detail === undefined ? retMessages[retCode] : `${retMessages[retCode]}: ${detail}`)
    this.retCode = retCode
  }
}

/** A request that is no call at all: too large, not a form, unreadable. Answered as plain HTTP. */
export class HttpRefusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
