import type { Figure, NodeView, Subject } from '@eduduty/core/evaluation'
import { type RunIndex, subjectLabel } from '../../platform/run/run-index.ts'
import { appliesTo, type SubjectView } from '../../platform/run/subject-views.ts'
import type { SchoolSearch, SubjectState } from '../search.ts'

/** A line of the table: a subject with its figures by node, and how they stand. */
export interface SubjectRow {
  readonly subject: Subject
  readonly figures: ReadonlyMap<string, Figure>
  readonly unmet: number
  readonly undecided: number
  /** Titles of registers that the unit has not reported. */
  readonly unreported: readonly string[]
}

/** Indicators that can be columns of a view: those of its grain with a formula for it, in the order of the verdict tree. */
export function viewIndicators(index: RunIndex, view: SubjectView): NodeView[] {
  const listed = index.assessment.sections.flatMap((section) => section.items.map((item) => item.indicator))
  const place = new Map(listed.map((id, at) => [id, at]))
  return index.assessment.nodes
    .filter((node) => node.kind === 'indicator' && node.grain === view.grain && appliesTo(node, view.values))
    .sort((a, b) => (place.get(a.id) ?? listed.length) - (place.get(b.id) ?? listed.length))
}

export function subjectRows(index: RunIndex, view: SubjectView, figures: readonly Figure[]): SubjectRow[] {
  const bySubject = new Map<string, Map<string, Figure>>()
  for (const figure of figures) {
    const row = bySubject.get(figure.subject) ?? new Map<string, Figure>()
    row.set(figure.node, figure)
    bySubject.set(figure.subject, row)
  }
  const unreported = new Map<string, string[]>()
  for (const register of index.assessment.coverage.registers) {
    for (const { unit } of register.missing) unreported.set(unit, [...(unreported.get(unit) ?? []), register.title])
  }
  return view.subjects
    .filter((subject) => subject.included)
    .map((subject) => {
      const own = bySubject.get(subject.id) ?? new Map<string, Figure>()
      const states = [...own.values()].map((figure) => figure.state)
      return {
        subject,
        figures: own,
        unmet: states.filter((state) => state === 'unmet').length,
        undecided: states.filter((state) => state === 'undecided').length,
        unreported: unreported.get(subject.unit ?? '') ?? [],
      }
    })
}

export function filterRows(rows: readonly SubjectRow[], search: SchoolSearch): SubjectRow[] {
  const words = (search.q ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean)
  const attributes = parseAttributeFilters(search.f)
  return rows.filter((row) => {
    const name = `${subjectLabel(row.subject)} ${row.subject.unit ?? ''}`.toLowerCase()
    if (!words.every((word) => name.includes(word))) return false
    if (search.fails !== undefined && row.figures.get(search.fails)?.state !== 'unmet') return false
    for (const [title, value] of attributes) if (row.subject.attributes[title] !== value) return false
    return search.state === undefined || stands(row, search.state)
  })
}

function stands(row: SubjectRow, state: SubjectState): boolean {
  switch (state) {
    case 'unmet':
      return row.unmet > 0
    case 'undecided':
      return row.undecided > 0
    case 'missing':
      return row.unreported.length > 0 || [...row.figures.values()].some((figure) => figure.status === 'missing')
    case 'met':
      return row.unmet === 0 && row.undecided === 0
  }
}

/** `所属乡镇=城关镇` → title and value. */
export function parseAttributeFilters(filters: readonly string[] | undefined): Map<string, string> {
  const parsed = new Map<string, string>()
  for (const filter of filters ?? []) {
    const at = filter.indexOf('=')
    if (at > 0) parsed.set(filter.slice(0, at), filter.slice(at + 1))
  }
  return parsed
}

/** Attributes in words that most subjects have, with few enough values to choose from (2 to 40), the most telling first. */
export function filterableAttributes(subjects: readonly Subject[]): Map<string, string[]> {
  const values = new Map<string, Set<string>>()
  const filled = new Map<string, number>()
  for (const subject of subjects) {
    for (const [title, value] of Object.entries(subject.attributes)) {
      if (value === '') continue
      values.set(title, (values.get(title) ?? new Set<string>()).add(value))
      filled.set(title, (filled.get(title) ?? 0) + 1)
    }
  }
  const byText = new Intl.Collator('zh-CN', { numeric: true })
  const usual = (title: string) => (filled.get(title) ?? 0) * 2 >= subjects.length
  const few = [...values]
    .filter(([title, set]) => set.size >= 2 && set.size <= 40 && usual(title) && ![...set].every(isNumber))
    .sort((a, b) => b[1].size - a[1].size)
  return new Map(few.map(([title, set]) => [title, [...set].sort(byText.compare)]))
}

/** A pack without a roster lists its figures among the attributes; they are no way to group schools. */
function isNumber(text: string): boolean {
  return /^-?[\d.,/]+$/.test(text)
}
