import { type Static, Type } from 'typebox'

/** How far a unit's pledge is. `stale`: its tasks or words have changed since it was made. */
export const PledgeState = Type.Union([
  Type.Literal('none'),
  Type.Literal('made'),
  Type.Literal('signed'),
  Type.Literal('stale'),
])
export type PledgeState = Static<typeof PledgeState>

export const pledgeStateTitles: Readonly<Record<PledgeState, string>> = {
  none: '未生成',
  made: '已生成',
  signed: '已签订',
  stale: '已作废',
}

export interface PledgeFacts {
  readonly kept: { readonly state: 'made' | 'signed'; readonly hash: string } | undefined
  /** Of what a pledge made now would say. */
  readonly now: string
}

/** A pledge that no longer says what the tasks say does not hold, signed or not. */
export function pledgeStateOf({ kept, now }: PledgeFacts): PledgeState {
  if (kept === undefined) return 'none'
  return kept.hash === now ? kept.state : 'stale'
}
