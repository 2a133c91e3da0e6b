import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'

/** What is left of something, or over it. */
const LEFT =
  /结转|结余|剩余|尚余|其余|余下|余额|保留|缺编|空编|空岗|空缺|缺口|超收|短收|超支|未(?!成年)|[还尚]差|[还尚]缺/
const SPENT = /支出|使用|完成|实有|已|征收|执行|整改|办结|到位|在编|签订/
/** How many like numbers before may be what it is left of. */
const FAR = 24
const NEAR = 8
const FAR_PASSAGES = 8

/** 安排66284万元。…支出61942万元，支出进度93.45%，结转4342万元: what is left and what was used are all there was. */
export function remainders(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const told = passages.slice(Math.max(0, order - FAR_PASSAGES), order + 1).flatMap(({ claims }) => claims)
    return passage.claims.flatMap((rest) => {
      if (rest.role !== 'level' || !LEFT.test(rest.near)) return []
      const like = told.filter((one) => one.id < rest.id && isAmount(one) && isLike(one, rest)).slice(-FAR)
      const used = like.findLast((one) => one.passage === rest.passage && SPENT.test(one.near)) ?? like.at(-1)
      if (used === undefined || used.passage !== rest.passage) return []
      const readings = like
        .filter((whole) => whole.id < used.id && isNearSum(whole, [used, rest]))
        .map((whole) => sumOf(whole, [used, rest], like.indexOf(whole) >= like.length - NEAR ? 'likely' : 'possible'))
      const over = like
        .filter((base) => base !== used && /超/.test(rest.near) && isNearSum(used, [base, rest]))
        .map((base) => sumOf(used, [base, rest], 'probable'))
      const all = [...over, ...readings, ...ofLast(rest, like)]
      return all.length === 0 ? [] : [{ readings: all }]
    })
  })
}

/** 入团学校40所…。全区学校52所，未入团12所: of the number right before, less one told before it. */
function ofLast(rest: Claim, like: readonly Claim[]): readonly Relation[] {
  const whole = like.at(-1)
  if (whole?.sentence !== rest.sentence || whole.passage !== rest.passage) return []
  const sums = like
    .slice(-NEAR, -1)
    .filter((used) => rational.compare(used.value, whole.value) < 0 && isNearSum(whole, [used, rest]))
    .map((used) => sumOf(whole, [used, rest], 'likely'))
  return sums.length === 1 ? sums.map((one) => ({ ...one, tie: 'shaped' as const })) : sums
}

const isAmount = ({ role, token }: Claim): boolean =>
  (role === 'level' || role === 'plan' || role === 'change') && isExact(token)
