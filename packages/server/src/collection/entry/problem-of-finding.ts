import type { Finding } from '@eduduty/core/collection'
import type { Check } from '@eduduty/core/packs'
import type { FoundProblem } from './checked-task.ts'

/** Where in a task a finding stands. */
export interface ProblemPlace {
  readonly rowNo: number
  readonly columns: readonly string[]
}

/** A finding of the reader or of a rule as a problem of a task; `check` is the rule that made it, where one did. */
export function problemOfFinding(
  finding: Finding,
  check: Pick<Check, 'title' | 'severity'> | undefined,
  place: ProblemPlace,
): FoundProblem {
  const isCell = finding.level === 'error'
  const [left, right] = finding.sides ?? []
  return {
    kind: isCell ? 'cell' : 'check',
    severity: isCell || check?.severity === '强制' ? 'hard' : 'soft',
    code: finding.code,
    check: finding.check ?? '',
    title: check?.title ?? '',
    ...place,
    message: finding.message,
    advice: finding.advice ?? '',
    ...(left !== undefined && { left: { label: left.label, text: left.value } }),
    ...(right !== undefined && { right: { label: right.label, text: right.value } }),
  }
}
