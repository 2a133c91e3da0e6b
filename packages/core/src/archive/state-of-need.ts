import type { NeedState, ReviewVerdict } from './words.ts'

/** One paper as far as it decides about a need. */
export interface ServingPaper {
  readonly title: string
  /** Last day on which it is valid; undefined: no end. */
  readonly validUntil: string | undefined
  readonly verdict: ReviewVerdict | undefined
  /** Why the reviewer thinks so. */
  readonly reason: string
  readonly isWithdrawn: boolean
  /** The file is lost or changed: it proves nothing. */
  readonly isDamaged: boolean
}

export interface NeedFacts {
  readonly papers: readonly ServingPaper[]
  /** Why it is not needed; undefined: it is. */
  readonly waived: string | undefined
}

export interface NeedStanding {
  readonly state: NeedState
  readonly because: string
}

/** Where a need stands on a day: the best of its papers decides, and why is said in words. */
export function stateOfNeed({ papers, waived }: NeedFacts, today: string): NeedStanding {
  if (waived !== undefined) return { state: 'waived', because: waived }
  const kept = papers.filter(({ isWithdrawn }) => !isWithdrawn)
  const sound = kept.filter(({ isDamaged }) => !isDamaged)
  const [damaged] = kept.filter(({ isDamaged }) => isDamaged)
  if (sound.length === 0)
    return damaged === undefined
      ? { state: 'missing', because: papers.length === 0 ? '还没有材料' : '材料已经撤下' }
      : { state: 'missing', because: `“${damaged.title}”的文件损坏，请重新上传` }
  const valid = sound.filter((paper) => !isExpired(paper, today))
  const unread = valid.filter(({ verdict }) => verdict === undefined)
  if (valid.some(({ verdict }) => verdict === 'sufficient'))
    return {
      state: 'ready',
      because: unread.length === 0 ? '已审阅，充分' : `已有充分的材料，另有 ${unread.length} 件待审`,
    }
  if (unread.length > 0) return { state: 'unread', because: `${unread.length} 件材料还没有审阅` }
  const weak = valid.find(({ verdict }) => verdict === 'insufficient')
  if (weak !== undefined) return { state: 'weak', because: weak.reason }
  const [latest] = sound.toSorted((one, other) => ((one.validUntil ?? '') < (other.validUntil ?? '') ? 1 : -1))
  return { state: 'expired', because: `“${latest?.title ?? ''}”已于 ${latest?.validUntil ?? ''} 过期` }
}

export function isExpired({ validUntil }: Pick<ServingPaper, 'validUntil'>, today: string): boolean {
  return validUntil !== undefined && validUntil < today
}

/** States in which something is still to be done. */
export const openNeedStates: ReadonlySet<NeedState> = new Set(['missing', 'unread', 'weak', 'expired'])

/** A paper of the year that was only filed after it: told, never back-dated. */
export function isLate(year: number, { madeOn, filedOn }: { madeOn: string | undefined; filedOn: string }): boolean {
  return madeOn?.startsWith(`${year}-`) === true && filedOn > `${year}-12-31`
}

/** Asked for by a day that is over, and still not in order. */
export function isOverdue(state: NeedState, dueOn: string | undefined, today: string): boolean {
  return dueOn !== undefined && dueOn < today && openNeedStates.has(state)
}
