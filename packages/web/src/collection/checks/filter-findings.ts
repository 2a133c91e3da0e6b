import type { CountyFinding } from '@eduduty/core/collection/tasks'
import type { CheckSearch } from './check-search.ts'

export function filterFindings(findings: readonly CountyFinding[], search: CheckSearch): readonly CountyFinding[] {
  const words = (search.text ?? '').trim().split(/\s+/).filter(Boolean)
  return findings.filter(
    (one) =>
      (search.level === undefined || one.level === search.level) &&
      (search.township === undefined || one.township === search.township) &&
      (search.register === undefined || one.register === search.register) &&
      (search.check === undefined || one.check === search.check) &&
      words.every((word) => `${one.unit_name} ${one.unit} ${one.message} ${one.check_title}`.includes(word)),
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

const byText = new Intl.Collator('zh-CN', { numeric: true })

/** Townships, registers and rules to choose from, each with how often it occurs. */
export const listChoices = (findings: readonly CountyFinding[]) => ({
  townships: choicesOf(findings, ({ township }) => ({ value: township, label: township })),
  registers: choicesOf(findings, (one) => ({ value: one.register, label: one.register_title })),
  checks: choicesOf(findings, (one) => ({ value: one.check, label: one.check_title })),
})

function choicesOf(
  findings: readonly CountyFinding[],
  choiceOf: (finding: CountyFinding) => Choice,
): readonly Choice[] {
  const found = new Map<string, { label: string; count: number }>()
  for (const finding of findings) {
    const { value, label } = choiceOf(finding)
    if (value === '') continue
    const known = found.get(value)
    if (known === undefined) found.set(value, { label, count: 1 })
    else known.count += 1
  }
  return [...found]
    .map(([key, one]) => ({ value: key, label: `${one.label}（${one.count}）` }))
    .sort((a, b) => byText.compare(a.label, b.label))
}
