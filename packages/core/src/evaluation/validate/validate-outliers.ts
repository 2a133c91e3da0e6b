import type { CheckOptions } from '../../formula/index.ts'
import type { Pack } from '../../packs/index.ts'
import type { PackPlan } from '../plan.ts'
import { checkAt, type FormulaNotes } from './formula-notes.ts'

const quotient: CheckOptions = { zeroDenominator: 'not_applicable' }
const pure: CheckOptions = { type: 'number', zeroDenominator: 'not_applicable' }

/** Formulas of the outlier rules: what makes units alike, how large they are, what a cell is divided by. */
export function validateOutlierFormulas(pack: Pack, plan: PackPlan, notes: FormulaNotes): void {
  for (const [index, rule] of (pack.outliers ?? []).entries()) {
    if (plan.register(rule.register) === undefined) continue
    const scope = plan.scope({ register: rule.register })
    const path = ['outliers', index]
    for (const [at, { formula }] of rule.peers.entries())
      checkAt(notes, [...path, 'peers', at, 'formula'], formula, scope, quotient)
    if (rule.size !== undefined) checkAt(notes, [...path, 'size', 'formula'], rule.size.formula, scope, pure)
    for (const [at, { per }] of rule.compare.entries())
      if (per !== undefined) checkAt(notes, [...path, 'compare', at, 'per', 'formula'], per.formula, scope, pure)
  }
}
