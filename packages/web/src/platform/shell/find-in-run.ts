import type { RunIndex } from '../run/run-index.ts'
import { subjectLabel } from '../run/run-index.ts'
import { viewOf } from '../run/subject-views.ts'

export type FoundInRun =
  | {
      readonly kind: 'subject'
      readonly id: string
      readonly label: string
      readonly hint: string
      readonly view: string
    }
  | {
      readonly kind: 'indicator'
      readonly id: string
      readonly label: string
      /** True where the verdict tree has a row for it. */
      readonly item: boolean
      readonly figure: string | undefined
    }

const MOST = 12

/** Subjects and indicators whose name or code contains every word typed. */
export function findInRun(index: RunIndex, text: string): FoundInRun[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const hits = (haystack: string) => words.every((word) => haystack.toLowerCase().includes(word))
  const found: FoundInRun[] = []
  const items = new Set(index.assessment.sections.flatMap((section) => section.items.map((item) => item.indicator)))
  for (const node of index.assessment.nodes) {
    if (node.kind !== 'indicator' || !hits(`${node.no ?? ''} ${node.title}`)) continue
    const figure = node.grain === 'county' ? `${node.id}@county` : undefined
    if (items.has(node.id) || figure !== undefined) {
      found.push({ kind: 'indicator', id: node.id, label: node.title, item: items.has(node.id), figure })
    }
    if (found.length >= MOST / 2) break
  }
  for (const subject of index.assessment.subjects) {
    if (found.length >= MOST) break
    if (subject.unit === undefined || !hits(`${subject.name} ${subject.unit}`)) continue
    found.push({
      kind: 'subject',
      id: subject.id,
      label: subjectLabel(subject),
      hint: subject.unit,
      view: viewOf(subject),
    })
  }
  return found
}
