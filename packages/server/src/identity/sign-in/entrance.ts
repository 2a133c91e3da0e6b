import type { Origin } from '../../platform/ctx.ts'
import type { Device } from './device.ts'
import type { Account } from './find-account.ts'
import type { SessionToken } from './session-token.ts'

/** Where a try comes from. */
export interface Visitor {
  readonly device: Device
  readonly origin: Origin
  /** What the browser calls itself. */
  readonly browser: string
  /** The session that this browser had before. */
  readonly former: SessionToken | undefined
}

export interface Entered {
  readonly account: Account
  readonly token: SessionToken
}
