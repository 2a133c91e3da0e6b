import type { SqlFault } from '../sql-error.ts'

/** What is asked of the engine's thread. */
export type EngineCall =
  | { readonly type: 'run'; readonly statement: string; readonly parameters: readonly (string | null)[] }
  | { readonly type: 'script'; readonly statements: string }
  | { readonly type: 'copy-in'; readonly statement: string; readonly data: Uint8Array }
  | { readonly type: 'copy-out'; readonly statement: string }
  | { readonly type: 'close' }

export interface EngineRequest {
  readonly id: number
  readonly call: EngineCall
}

export type EngineReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: SqlFault | undefined; readonly message: string }

/** Sent once, when the engine has started. */
export interface EngineStarted {
  readonly id: 0
  readonly ok: true
  readonly value: { readonly durable: boolean }
}

/** Exit code of the engine's thread after a failed sync: nothing was acknowledged since. */
export const syncFailedExit = 74
