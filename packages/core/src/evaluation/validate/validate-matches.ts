import type { CheckOptions } from '../../formula/index.ts'
import type { Pack, PackPath } from '../../packs/index.ts'
import type { PackPlan } from '../plan.ts'
import { rowConditionSql } from '../row-condition.ts'
import { checkAt, type FormulaNotes } from './formula-notes.ts'

const truth: CheckOptions = { type: 'truth', zeroDenominator: 'not_applicable' }

/** Conditions of comparisons and of signs of risk: they look at one row, for the database picks the rows by them. */
export function validateMatchFormulas(pack: Pack, plan: PackPlan, notes: FormulaNotes): void {
  const checkRow = (path: PackPath, register: string, condition: string | undefined): void => {
    if (condition === undefined || plan.register(register) === undefined) return
    if (checkAt(notes, path, condition, plan.scope({ register }), truth) === undefined) return
    const made = rowConditionSql(plan, register, condition)
    if ('sql' in made) return
    notes.problems.push({
      code: 'condition_beyond_row',
      message: `这里的条件只能看一行里的各栏，${made.unsupported}不行。`,
      ...notes.source.place(path),
      suggestion: '改成只用本台账各栏和常数的条件。',
    })
  }
  for (const [index, match] of (pack.matches ?? []).entries()) {
    const path = ['matches', index]
    checkRow([...path, 'left', 'where'], match.left.register, match.left.where)
    for (const [at, side] of match.right.entries()) checkRow([...path, 'right', at, 'where'], side.register, side.where)
    for (const [at, exempt] of (match.exempt ?? []).entries()) {
      for (const register of foundIn(match)) checkRow([...path, 'exempt', at, 'when'], register, exempt.when)
      checkRow([...path, 'exempt', at, 'in', 'where'], exempt.in?.register ?? '', exempt.in?.where)
    }
  }
  for (const [index, { signs }] of (pack.risks ?? []).entries())
    for (const [at, sign] of signs.entries()) checkRow(['risks', index, 'signs', at, 'when'], sign.register, sign.when)
}

type Match = NonNullable<Pack['matches']>[number]

/** Registers whose rows are what is found. */
const foundIn = ({ finds, left, right }: Match): readonly string[] =>
  finds === '右边没有左边' ? right.map(({ register }) => register) : [left.register]
