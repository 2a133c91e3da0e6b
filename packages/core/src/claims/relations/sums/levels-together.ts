import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import type { Question } from '../relation.ts'

/** 本科及以上占84.7%. */
const UP_TO = /^,?(?:其中)?(本科|专科|大专|硕士|高级|中级|一级)及?以上(?:学历|职称|的|者)*占比?(?:为|达)?$/
const AMONG = /(?<=^|[,;:。])(?:在|全部|现有)?([\u4e00-\u9fff]{3,12})[中里],?$/

/**
 * 专任教师72人。专任教师中，研究生学历3人，本科学历58人，专科学历11人，本科及以上占84.7%: the best down to the one named, of the whole that the
 * list says it is of.
 */
export function levelsTogether({ claims, text, sentences }: Passage): readonly Question[] {
  return claims.flatMap((share, at) => {
    const name = share.role === 'share' ? UP_TO.exec(share.near)?.[1] : undefined
    if (name === undefined) return []
    const list = claims.slice(0, at).filter((one) => one.segment === share.segment && one.role === 'level')
    const end = list.findLastIndex(({ near }) => near.includes(name))
    const [first] = list
    if (first === undefined || end < 1) return []
    const subject = AMONG.exec(text.slice(sentences[share.sentence]?.start ?? 0, first.token.start - first.near.length))
    const whole = claims.findLast(
      (one) => one.id < first.id && one.role === 'level' && isLike(one, first) && isNamed(one, subject?.[1]),
    )
    return whole === undefined ? [] : [{ readings: [shareOfSum(share, list.slice(0, end + 1), [whole], 'probable')] }]
  })
}

const isNamed = ({ near }: Claim, name: string | undefined): boolean =>
  name !== undefined && near.endsWith(name.slice(-4))
