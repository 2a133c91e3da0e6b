import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { productOf } from '../made/exact-product.ts'
import type { Question } from '../relation.ts'

/** 按每班1.8万元测算, 每生每学期625元: the word for what the rate is for. */
const RATE =
  /(?:每(?:一|个)?([人名位生班所校套间台辆户件])(?:每?(?:学期|学年|年|季))?|^按年?(生)均)(?:补助|资助|标准)?(?:为)?$/
const COMES_TO =
  /^[^,;。]{0,6}(?:测算|计算|核算|标准)?,?(?:全年|共|约|总)?(?:需要?|计|应拨|应安排|所需资金)[^,;。]{0,4}$/
const UNITS: Readonly<Record<string, RegExp>> = {
  人: /^(?:人(?!次)|名|位)/,
  名: /^(?:人(?!次)|名|位)/,
  位: /^(?:人(?!次)|名|位)/,
  生: /^(?:人(?!次)|名|位)/,
  班: /^(?:个?班|个教学班|个班级)/,
  校: /^(?:所|家|校)/,
}
/** How many numbers before the rate those it is for may stand. */
const FAR = 8

/** Set rates: what they come to for those told right before, or for each of the pairs of a list before. */
export function atARate({ claims }: Passage): readonly Question[] {
  return claims.flatMap((rate, at) => {
    const said = RATE.exec(rate.near)
    const word = said?.[1] ?? said?.[2]
    if (rate.role !== 'each' || word === undefined || rate.token.unit.dimension !== 'money') return []
    if (/每[月天日]/.test(rate.near)) return []
    const pattern = UNITS[word] ?? new RegExp(`^${word}`)
    const before = claims.slice(Math.max(0, at - FAR), at).filter((one) => one.sentence === rate.sentence)
    return [
      ...reckoned(rate, before, claims[at + 1], pattern),
      ...forThose(rate, claims[at + 1], claims[at + 2], pattern),
      ...ofPairs(rate, before, pattern),
    ]
  })
}

/** 还有23个班级急需更换，按每班1.8万元测算，共需41.4万元. */
function reckoned(
  rate: Claim,
  before: readonly Claim[],
  total: Claim | undefined,
  pattern: RegExp,
): readonly Question[] {
  const count = before.findLast((one) => isCount(one, pattern))
  const isReckoned = /^(?:按|以)/.test(rate.near) && total?.segment === rate.segment
  if (count === undefined || total === undefined || !isReckoned || !isMoney(total)) return []
  return COMES_TO.test(total.before) && count.id === rate.id - 1
    ? [{ readings: [productOf(total, count, rate, 'stated')] }]
    : []
}

/** 每生每年7000元，以486名学生为基数，全年应拨340.20万元. */
function forThose(
  rate: Claim,
  count: Claim | undefined,
  total: Claim | undefined,
  pattern: RegExp,
): readonly Question[] {
  if (count === undefined || total === undefined || total.segment !== rate.segment) return []
  const isFor = /^,?(?:按|以)$/.test(count.before) && isCount(count, pattern) && isMoney(total)
  const isYearly = !/学期|季/.test(rate.near) || /学期|季/.test(total.near)
  return isFor && isYearly && /^[^。;]{0,10}[,需](?:全年|共|约)*(?:需要?|应拨|应安排|安排|增拨)?$/.test(total.before)
    ? [{ readings: [productOf(total, count, rate, 'stated')] }]
    : []
}

/** 春季312人、19.5万元，秋季328人、20.5万元，每生每学期625元. */
function ofPairs(rate: Claim, before: readonly Claim[], pattern: RegExp): readonly Question[] {
  const pairs = before.flatMap((count, at) => {
    const total = before[at + 1]
    const isPair = total !== undefined && isCount(count, pattern) && isMoney(total) && /^[、,]$/.test(total.before)
    return isPair ? [{ count, total }] : []
  })
  if (pairs.length < 2 || before.at(-1) !== pairs.at(-1)?.total) return []
  return pairs.map(({ count, total }) => ({ readings: [productOf(total, count, rate, 'probable')] }))
}

const isCount = ({ role, token }: Claim, pattern: RegExp): boolean =>
  role === 'level' && isExact(token) && pattern.test(token.unit.word)

const isMoney = ({ role, token }: Claim): boolean =>
  (role === 'level' || role === 'plan') && token.unit.dimension === 'money' && token.qualifier === undefined
