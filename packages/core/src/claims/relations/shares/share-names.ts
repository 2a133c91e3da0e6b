import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { isLike } from '../../extract/likeness.ts'
import { WHOLE } from '../../extract/scope-words.ts'
import { isLevel } from '../made/share-of.ts'
import { essence } from './share-words.ts'

/** The wholes named as the share names its own; a bare 占比 goes on with the whole of the share before. */
export function namedWholes(before: readonly Claim[], share: Claim): readonly Claim[] {
  const isBare = /占比?(?:为|达|约)?$/.test(share.near)
  const naming = isBare ? before.findLast((one) => one.role === 'share' && NAMED.test(one.near)) : share
  if (naming === undefined || (isBare && isNewWhole(before, naming, share))) return []
  return before.filter((one) => isLevel(one) && one.id < naming.id && bearsName(one, nameIn(naming))).slice(-3)
}

/** 占结对总数的55%。就业316人，进厂148人，占46.8%: a sentence that begins with a whole of its own goes on with no other. */
function isNewWhole(before: readonly Claim[], naming: Claim, share: Claim): boolean {
  const [whole, part, ...more] = before.filter(({ sentence }) => sentence === share.sentence)
  if (naming.sentence === share.sentence || whole === undefined || part === undefined || more.length > 0) return false
  return isLevel(whole) && isLevel(part) && isLike(whole, part) && rational.compare(whole.value, part.value) > 0
}

/** 占专任教师的60%: of 专任教师1812人, not of 专任教师中硕士1692人. */
const bearsName = (whole: Claim, name: string): boolean => name.length >= 2 && essence(whole.quantity).endsWith(name)

const NAMED = new RegExp(
  `(?:占|^为|[,、]为|^完成|相当于|^达到?)(?:${WHOLE}|总)?([^,;。占]{2,10}?)(?:总数|总人数|总量|总额|人数)?(?:的|比例|比重|比|$)`,
)

/** What the share calls its whole, without the words that add nothing: 专任教师 of 占全县专任教师总数的; empty when nothing. */
const nameIn = (share: Claim): string => essence(NAMED.exec(share.near)?.[1] ?? '')

/** What stands around a number, without the words that add nothing. */
const wordsAround = ({ near, token, after }: Claim): string => essence(`${near}${token.unitText}${after.slice(0, 8)}`)

/** 占就业学生数的10%, after 毕业生255万人: what the share names has no two characters of this whole's words. */
export function namesAnother(share: Claim, whole: Claim): boolean {
  const name = nameIn(share)
  const words = wordsAround(whole)
  return name.length >= 3 && ![...name].some((_, at) => at > 0 && words.includes(name.slice(at - 1, at + 1)))
}

/** 占专任教师的92.05%, where 专任教师 was counted before. */
export function namesWhole(share: Claim, whole: Claim): boolean {
  const name = nameIn(share)
  return name !== '' && wordsAround(whole).includes(name)
}
