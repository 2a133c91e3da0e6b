import type { FindingSide } from '../collection/index.ts'
import { type Check, checkDifference } from '../packs/index.ts'
import { displayOf } from './check-sides.ts'
import type { AtPlace } from './evaluated-year.ts'
import { fillMessage } from './fill-message.ts'
import { shownValue, withUnit } from './show.ts'

/** What a failed check says: its own message, or both sides with what is between them. */
export function checkMessage(environment: AtPlace, check: Check, sides: readonly FindingSide[]): string {
  const { plan } = environment.evaluation
  if (check.message !== undefined) return fillMessage(plan, check.message, environment.kind.where, environment)
  const [left, right] = sides
  if (left === undefined || right === undefined) return check.title
  const apart = differenceAt(environment, check)
  const shown = apart === undefined ? '' : `，相差${apart}`
  return `${left.label}${left.value}，${wordOf(check)}${right.label}${right.value}${ending(check)}${shown}`
}

/** By how much the sides lie apart, with the unit; undefined where they are no numbers. */
export function differenceAt(environment: AtPlace, check: Check): string | undefined {
  const formula = checkDifference(check)
  if (formula === undefined) return undefined
  const program = environment.evaluation.plan.program(environment.kind.where, formula)
  const value = program.run(environment)
  if (program.expression?.type !== 'number' || value.content === undefined) return undefined
  return withUnit(shownValue(value, finer(check)), program.expression.unit)
}

/** Both sides' decimals, the finer ones, so that a difference does not print as zero. */
function finer({ sides }: Check): { readonly decimals: number } | undefined {
  const left = sides && displayOf(sides.left)
  const right = sides && displayOf(sides.right)
  return left === undefined || right === undefined ? undefined : { decimals: Math.max(left.decimals, right.decimals) }
}

function wordOf({ sides }: Check): string {
  switch (sides?.relation ?? '=') {
    case '=':
      return '与'
    case '≤':
      return '超过'
    case '<':
      return '没有小于'
    case '≥':
      return '低于'
    case '>':
      return '没有大于'
  }
}

const ending = ({ sides }: Check): string => ((sides?.relation ?? '=') === '=' ? '不符' : '')
