import { type Static, Type } from 'typebox'
import { fromDecimal, fromJson, rational } from '../formula/index.ts'

export const TargetComparison = Type.Union([Type.Literal('≥'), Type.Literal('≤'), Type.Literal('=')])
export type TargetComparison = Static<typeof TargetComparison>

/** A value that a task has to reach. `value` is a decimal in the unit in which the indicator is shown: 96 for 96 %. */
export const TaskTarget = Type.Object(
  {
    comparison: TargetComparison,
    value: Type.String({ pattern: '^-?\\d{1,12}(\\.\\d{1,6})?$', description: '目标值，按指标显示的单位' }),
  },
  { additionalProperties: false },
)
export type TaskTarget = Static<typeof TaskTarget>

/**
 * Whether an exact value (`0.953`, `2/3`) reaches a target, compared without rounding; `percent`: the indicator is shown
 * in per cent. Undefined where there is no number.
 */
export function reachesTarget(
  { comparison, value }: TaskTarget,
  exact: string | undefined,
  percent: boolean,
): boolean | undefined {
  const number = exact === undefined ? undefined : fromJson(exact)
  const wanted = fromDecimal(value)
  if (number === undefined || wanted === undefined) return undefined
  const order = rational.compare(percent ? rational.mul(number, rational.HUNDRED) : number, wanted)
  switch (comparison) {
    case '≥':
      return order >= 0
    case '≤':
      return order <= 0
    case '=':
      return order === 0
  }
}
