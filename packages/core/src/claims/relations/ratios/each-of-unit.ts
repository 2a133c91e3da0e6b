import { bounds, rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { input, type Question, type Relation } from '../relation.ts'

/** 平均每校5名, 每人结对3名, 每套45平方米: the measure word of what it is to each of. */
const PER = /(?:平均)?每([校所园人名位班套间台辆栋个期批户件项])[\u4e00-\u9fff]{0,6}$|(人)均[\u4e00-\u9fff]{0,4}$/
const UNITS: Readonly<Record<string, RegExp>> = {
  校: /^(?:所|家|校|园)/,
  所: /^(?:所|家|校|园)/,
  园: /^(?:所|家|园)/,
  人: /^(?:人(?!次)|名|位)/,
  名: /^(?:人(?!次)|名|位)/,
  位: /^(?:人(?!次)|名|位)/,
  班: /^(?:个?班|个教学班|个班级)/,
}
const FAR = 6

/**
 * 58所学校配备保安290名，平均每校5名: of the numbers of its sentence only one bears the unit it is to each of, and only one besides
 * its own; where more do, the nearest two.
 */
export function eachOfUnit({ claims }: Passage): readonly Question[] {
  return claims.flatMap((each, at) => {
    const found = PER.exec(each.near)
    const word = found?.[1] ?? found?.[2]
    if (each.role !== 'each' || word === undefined || each.token.unit.dimension === 'percent') return []
    const pattern = UNITS[word] ?? new RegExp(`^${word}`)
    const own = claims
      .slice(Math.max(0, at - FAR), at + 3)
      .filter((one) => one !== each && one.sentence === each.sentence && isAmount(one))
    const unders = own.filter((one) => one.id < each.id && pattern.test(one.token.unit.word))
    const relations = unders.flatMap((under) =>
      own
        .filter((over) => over !== under && isOfUnit(over, each) && Math.abs(over.id - under.id) === 1)
        .filter(() => !rational.isZero(under.value))
        .map((over) => eachOf(each, over, under)),
    )
    const only = relations.length === 1 ? relations.map((one) => ({ ...one, tie: 'probable' as const })) : relations
    return only.length === 0 || only.length > 2 ? [] : [{ readings: only }]
  })
}

const isAmount = ({ role, token }: Claim): boolean => role === 'level' && isExact(token)

const isOfUnit = (over: Claim, each: Claim): boolean =>
  (isSameUnit(over.token.unit, each.token.unit) || isHeads(over, each)) && rational.compare(over.value, each.value) > 0

/** 培训27期、1890人次，平均每期70人: who came is counted as 人次 and as 人. */
const isHeads = (over: Claim, each: Claim): boolean =>
  over.token.unit.word === '人次' && each.token.unit.dimension === 'person'

const eachOf = (target: Claim, over: Claim, under: Claim): Relation => ({
  kind: 'each',
  tie: 'likely',
  target,
  inputs: [over, under],
  compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
  words: ([over, under]) => `${over} ÷ ${under}`,
})
