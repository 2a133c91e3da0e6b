import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Counted, CountStage } from '../../extract/counts.ts'
import type { StageTotals } from '../../extract/stage-totals.ts'
import { overlaps } from '../../judge/judge-relation.ts'
import { correctionsOf } from '../../judge/one-digit.ts'
import { sameAs } from '../made/same-as.ts'
import type { Question } from '../relation.ts'

const COUNTED: readonly Counted[] = ['pupil', 'teacher', 'staff', 'class', 'school']
const STAGES: readonly CountStage[] = [
  'all',
  'preschool',
  'primary',
  'junior',
  'compulsory',
  'senior',
  'vocational',
  'special',
]
/** Fewer digits are hardly told but for one of them by mistake. */
const LEAST_DIGITS = 3

/**
 * 特殊教育 14 | 1603 | 416 in a table, 特殊教育学校专任教师416人 in prose: what a report counts of a stage twice, with numbers that
 * differ in a digit, or of which one is the other rounded.
 */
export function stageRepeats(totals: StageTotals): readonly Question[] {
  return COUNTED.flatMap((counted) =>
    STAGES.flatMap((stage) => {
      const told = totals.numbersOf(counted, stage)
      return told.slice(1).flatMap((claim, at) => {
        const others = told.slice(0, at + 1).filter((one) => mayBeOne(one, claim))
        const holding = others.find((one) => overlaps(one.range, claim.range))
        if (holding !== undefined) return [{ readings: [sameAs(claim, holding)] }]
        const readings = others.map((one) => sameAs(claim, one)).filter((one) => correctionsOf(one).length > 0)
        return readings.length === 1 ? [{ readings }] : []
      })
    }),
  )
}

const mayBeOne = (one: Claim, claim: Claim): boolean =>
  one.passage !== claim.passage &&
  one.token.unit.dimension === claim.token.unit.dimension &&
  (one.period === claim.period || one.period === undefined || claim.period === undefined) &&
  [one, claim].every(
    ({ token, value }) => token.literal.replace('.', '').length >= LEAST_DIGITS && !rational.isZero(value),
  )
