import { type DerivedCell, deriveCells } from '../evaluation/index.ts'
import type { FormToCheck } from './check-form.ts'
import { evaluationOf } from './year-evaluation.ts'

/** What the rosters of a unit say about the cells of its form. `rows` are those of the form and of the rosters. */
export const deriveForm = (form: FormToCheck): readonly DerivedCell[] => deriveCells(evaluationOf(form), form.register)
