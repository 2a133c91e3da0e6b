import type { Finding } from '../collection/index.ts'
import { runChecks } from '../evaluation/index.ts'
import { evaluationOf, type YearInput } from './year-evaluation.ts'

/** Every check of the pack over all rows of a county in a year. */
export const checkCounty = (input: YearInput): readonly Finding[] => runChecks(evaluationOf(input)).findings
