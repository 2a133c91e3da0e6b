import { WHOLE_REGISTER } from '@eduduty/core/collection'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import type { FoundProblem } from './checked-task.ts'

type FindingRow = Selectable<Tables['collection_findings']>
type StoredFacts = Pick<FindingRow, 'message' | 'left_label' | 'left_text' | 'right_text'>

export type Explanation = Selectable<Tables['collection_explanations']>

/** A finding as explanations are looked up for it. */
export interface ExplainedFinding {
  readonly check: string
  readonly rowNo: number
  readonly facts: string
}

/** The figures that a stored finding speaks of. */
export function factsOfStored({ message, left_label: label, left_text: left, right_text: right }: StoredFacts): string {
  if (label === null) return factsOf({ message })
  return factsOf({ message, left: { label, text: left ?? '' }, right: { label: '', text: right ?? '' } })
}

/** The figures that a finding speaks of. */
export function factsOf({ left, right, message }: Pick<FoundProblem, 'left' | 'right' | 'message'>): string {
  return left === undefined && right === undefined ? message : `${left?.text ?? ''}|${right?.text ?? ''}`
}

/** Between the figures of several findings that one explanation answers. */
export const BETWEEN_FACTS = '\u001e'

/** The figures of all findings that one explanation answers. */
export function allFacts(findings: readonly StoredFacts[]): string {
  return [...new Set(findings.map(factsOfStored))].join(BETWEEN_FACTS)
}

export interface Explanations {
  /** What was said of a finding for its row, or for the whole register where that speaks of its figures. */
  find(finding: ExplainedFinding): Explanation | undefined
  /** Without an explanation that holds: it speaks of the figures it was given for, and of no others. */
  isOpen(finding: ExplainedFinding): boolean
}

export async function readExplanations({ db }: Pick<Ctx, 'db'>, { county, taskId }: TaskKey): Promise<Explanations> {
  const explanations = await db.kysely
    .selectFrom('collection_explanations')
    .selectAll()
    .where('county_code', '=', county)
    .where('task_id', '=', taskId)
    .execute()
  const known = new Map(explanations.map((one) => [`${one.check_id} ${Number(one.row_no)}`, one]))
  const factsIn = new Map(explanations.map((one) => [one, new Set(one.facts.split(BETWEEN_FACTS))]))
  const speaksOf = (one: Explanation, { facts }: ExplainedFinding) => factsIn.get(one)?.has(facts) === true
  const candidates = (finding: ExplainedFinding): readonly Explanation[] => {
    const own = known.get(`${finding.check} ${finding.rowNo}`)
    const whole = known.get(`${finding.check} ${WHOLE_REGISTER}`)
    return [...(own === undefined ? [] : [own]), ...(whole !== undefined && speaksOf(whole, finding) ? [whole] : [])]
  }
  const findHolding = (finding: ExplainedFinding) =>
    candidates(finding).find((one) => one.status !== 'rejected' && speaksOf(one, finding))
  return {
    find: (finding) => findHolding(finding) ?? candidates(finding)[0],
    isOpen: (finding) => findHolding(finding) === undefined,
  }
}
