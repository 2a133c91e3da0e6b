import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOf } from '../made/share-of.ts'
import type { Question } from '../relation.ts'
import { SEVERAL_YEARS } from './share-ties.ts'

/** How many numbers before a share its whole may stand. */
const FAR = 14
/** Shortest part of a name by which the whole is known. */
const LEAST_NAME = 3
/** 占16.7%, 高级岗占比20.8%: a share of what the sentence says it tells the parts of. */
const BARE = /^[,、;(]?[\u4e00-\u9fff]{0,6}占比?(?:为|达|约)*$/
const AMONG = /(?<=^|[,;:。])(?:在|全部|现有)?([\u4e00-\u9fff]{3,12})[中里],?/g

/**
 * 一年级招生4876人…。一年级新生中随迁子女812人，占16.7%: the words before 中 name the whole, which was counted before; the share is of
 * the number right before it, or of the one that bears its name.
 */
export function sharesAmong({ claims, text, sentences }: Passage): readonly Question[] {
  return claims.flatMap((share, at) => {
    if (share.role !== 'share' || !BARE.test(share.before)) return []
    const start = sentences[share.sentence]?.start ?? 0
    const said = [...text.slice(start, share.token.start).matchAll(AMONG)].at(-1)
    // 上述两年教育拨款中: of both together, and of neither alone.
    if (said === undefined) return ofCounted(share, claims.slice(0, at))
    if (SEVERAL_YEARS.test(said[1] ?? '')) return []
    const from = start + said.index
    const own = claims.slice(0, at).filter((one) => one.role === 'level' && one.token.start > from)
    const name = /([\u4e00-\u9fff]{2,6})占比?/.exec(share.near)?.[1]
    const part = name === undefined ? own.at(-1) : own.findLast(({ near }) => near.endsWith(name))
    if (part === undefined) return []
    const whole = claims
      .slice(Math.max(0, at - FAR), at)
      .filter((one) => one.role === 'level' && one.token.end <= from && isLike(one, part))
      .filter((one) => rational.compare(one.value, part.value) >= 0)
      .findLast((one) => sharedRun(said[1] ?? '', one.near) >= LEAST_NAME)
    return whole === undefined ? [] : [{ readings: [shareOf(share, part, whole, 'probable')] }]
  })
}

/** 424名教师中50岁以上的有178名，占42.0%，35岁以下69名，占16.3%: the whole is the number that the sentence begins with. */
function ofCounted(share: Claim, before: readonly Claim[]): readonly Question[] {
  const own = before.filter(({ role, sentence }) => role === 'level' && sentence === share.sentence)
  const [whole] = own
  const part = own.at(-1)
  if (whole === undefined || part === undefined || part === whole || part.id !== share.id - 1) return []
  if (!/^[\u4e00-\u9fff]{0,6}(?<!其)中/.test(whole.after) || /其中/.test(part.before) || !isLike(part, whole)) return []
  return rational.isZero(whole.value) ? [] : [{ readings: [shareOf(share, part, whole, 'probable')] }]
}

/** The longest run of characters of a name that words hold. */
function sharedRun(name: string, words: string): number {
  let best = 0
  for (let at = 0; at < name.length; at += 1)
    while (at + best < name.length && words.includes(name.slice(at, at + best + 1))) best += 1
  return best
}
