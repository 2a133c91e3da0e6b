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
  /** Particulars that are still to be written, in words; empty: none. Unread, it is as good as insufficient. */
  readonly lacks: string
}

export interface NeedFacts {
  readonly papers: readonly ServingPaper[]
  /** Why it is not needed; undefined: it is. */
  readonly waived: string | undefined
  /** Why the pack's condition does not mean this unit; undefined: it does, or nobody can tell yet. */
  readonly spared: string | undefined
}

export interface NeedStanding {
  readonly state: NeedState
  readonly because: string
}

/** All that decides about the state of a need, whatever its papers are called. Expired and withdrawn papers do not count. */
export interface NeedShape {
  readonly waived: boolean
  readonly spared: boolean
  /** Papers whose files are whole, expired ones among them. */
  readonly sound: boolean
  /** Valid ones by what their reviewers think; one that lacks particulars counts as insufficient until it is reviewed. */
  readonly sufficient: boolean
  readonly unread: boolean
  readonly insufficient: boolean
}

/** The one rule: the best of the papers decides. */
export function stateOfShape({ waived, spared, sound, sufficient, unread, insufficient }: NeedShape): NeedState {
  if (waived) return 'waived'
  if (spared) return 'spared'
  if (!sound) return 'missing'
  if (sufficient) return 'ready'
  if (unread) return 'unread'
  return insufficient ? 'weak' : 'expired'
}

/** Where a need stands on a day, and why, in words. */
export function stateOfNeed({ papers, waived, spared }: NeedFacts, today: string): NeedStanding {
  const kept = papers.filter(({ isWithdrawn }) => !isWithdrawn)
  const sound = kept.filter(({ isDamaged }) => !isDamaged)
  const valid = sound.filter((paper) => !isExpired(paper, today))
  const judged = (wanted: ReviewVerdict | undefined) => valid.filter(({ verdict }) => verdict === wanted)
  const unread = judged(undefined).filter(({ lacks }) => lacks === '')
  const lacking = judged(undefined).filter(({ lacks }) => lacks !== '')
  const weak = judged('insufficient')
  const state = stateOfShape({
    waived: waived !== undefined,
    spared: spared !== undefined,
    sound: sound.length > 0,
    sufficient: judged('sufficient').length > 0,
    unread: unread.length > 0,
    insufficient: weak.length + lacking.length > 0,
  })
  switch (state) {
    case 'waived':
      return { state, because: waived ?? '' }
    case 'spared':
      return { state, because: spared ?? '' }
    case 'missing':
      return { state, because: whyMissing(papers, kept) }
    case 'ready':
      return { state, because: unread.length === 0 ? '已审核，充分' : `已有充分的材料，另有 ${unread.length} 件待审` }
    case 'unread':
      return { state, because: `${unread.length} 件材料还没有审核` }
    case 'weak':
      return { state, because: weak[0]?.reason ?? whyLacking(lacking) }
    case 'expired':
      return { state, because: whyExpired(sound) }
  }
}

function whyMissing(papers: readonly ServingPaper[], kept: readonly ServingPaper[]): string {
  const damaged = kept.find(({ isDamaged }) => isDamaged)
  if (damaged !== undefined) return `“${damaged.title}”的文件损坏，请重新上传`
  return papers.length === 0 ? '还没有材料' : '材料已经撤下'
}

function whyLacking([first]: readonly ServingPaper[]): string {
  return first === undefined ? '' : `“${first.title}”的材料信息待补：${first.lacks}`
}

function whyExpired(sound: readonly ServingPaper[]): string {
  const [latest] = sound.toSorted((one, other) => ((one.validUntil ?? '') < (other.validUntil ?? '') ? 1 : -1))
  return `“${latest?.title ?? ''}”已于 ${latest?.validUntil ?? ''} 过期`
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

/** States in which nothing is asked of the unit: counted neither as lacking nor as needed. */
export const excusedNeedStates: ReadonlySet<NeedState> = new Set(['waived', 'spared'])
