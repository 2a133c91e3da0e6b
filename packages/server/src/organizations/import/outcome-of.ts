import type { Finding } from '@eduduty/core/collection'
import type { ImportFinding, ImportOutcome } from '@eduduty/core/organizations'
import type { WorkedRows } from './import-units.ts'

const mostSteps = 500

/** What an import did, for the reader: errors first. */
export function outcomeOf(worked: WorkedRows, findings: readonly Finding[], applied: boolean): ImportOutcome {
  const { added, changed, unchanged } = worked
  const order = ['error', 'check', 'repair', 'note'] as const
  return {
    applied,
    added,
    changed,
    unchanged,
    steps: worked.steps.slice(0, mostSteps).map(({ name, says }) => ({ name, says })),
    findings: order.flatMap((level) => findings.filter((finding) => finding.level === level).map(shownFinding)),
  }
}

function shownFinding(finding: Finding): ImportFinding {
  const { level, message, advice = '', sheet = '', cell = '', unit_name: name = '' } = finding
  return { level, message, advice, sheet, cell, name }
}
