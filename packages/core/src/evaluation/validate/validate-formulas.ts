import type { Pack, PackProblem, PackSource } from '../../packs/index.ts'
import { planPack } from '../plan.ts'
import type { FormulaNotes } from './formula-notes.ts'
import { validateConditions } from './validate-conditions.ts'
import { validateDerivationFormulas } from './validate-derivations.ts'
import { validateMatchFormulas } from './validate-matches.ts'
import { validateNodes } from './validate-nodes.ts'
import { validateOutlierFormulas } from './validate-outliers.ts'

/** Mistakes in the formulas of a pack: unknown names, types, units, missing policies, cycles. Places are file positions. */
export function validateFormulas(pack: Pack, source: PackSource): PackProblem[] {
  const notes: FormulaNotes = { problems: [], source }
  const plan = planPack(pack)
  validateNodes(pack, plan, notes)
  validateConditions(pack, plan, notes)
  validateOutlierFormulas(pack, plan, notes)
  validateDerivationFormulas(pack, plan, notes)
  validateMatchFormulas(pack, plan, notes)
  return notes.problems
}
