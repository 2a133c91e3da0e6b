import { check } from '../../formula/index.ts'
import { formulasOf, type PackPath, parseTemplate } from '../../packs/index.ts'
import type { Place } from '../grains.ts'
import type { PackPlan } from '../plan.ts'
import { type FormulaNotes, noteFormulaProblem } from './formula-notes.ts'

/** Each place of a template is a formula of its own. */
export function validateTemplate(
  plan: PackPlan,
  notes: FormulaNotes,
  path: PackPath,
  text: string,
  place: Place,
  words: ReadonlySet<string> = new Set(),
): void {
  for (const formula of formulasOf(parseTemplate(text))) {
    if (words.has(formula)) continue
    const { problems } = check(formula, plan.scope(place), { zeroDenominator: 'not_applicable' })
    const start = Math.max(0, text.indexOf(formula))
    for (const problem of problems)
      noteFormulaProblem(notes, path, text, {
        ...problem,
        line: 1,
        column: [...text.slice(0, start)].length + problem.column,
      })
  }
}
