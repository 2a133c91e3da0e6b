import type { NodeView, Subject } from '@eduduty/core/evaluation'
import { otherDimensions, type RunIndex } from './run-index.ts'

/** Subjects that are listed in one table: those of one grain with the same values of the fixed dimensions (学段). */
export interface SubjectView {
  readonly key: string
  readonly label: string
  readonly grain: string
  /** Values of the fixed dimensions. */
  readonly values: readonly string[]
  readonly subjects: readonly Subject[]
}

/** More than this and a dimension is no way to lay out tabs: the grain gets a single table. */
const MOST_TABS = 8

export function viewOf(subject: Subject): string {
  return [subject.grain, ...otherDimensions(subject)].join('~')
}

/** Tables of reporting units, in the order of the data. Grains without a unit (县, 县学段) have none. */
export function subjectViews(index: RunIndex, whole: string): SubjectView[] {
  const grains = new Map<string, Subject[]>()
  for (const subject of index.assessment.subjects) {
    if (subject.unit === undefined) continue
    const list = grains.get(subject.grain)
    if (list === undefined) grains.set(subject.grain, [subject])
    else list.push(subject)
  }
  const judged = new Set(index.assessment.nodes.map((node) => node.grain))
  return [...grains]
    .filter(([grain]) => judged.has(grain))
    .flatMap(([grain, subjects]) => viewsOfGrain(grain, subjects, index.grainTitles.get(grain) ?? whole))
    .sort((a, b) => b.values.length - a.values.length)
}

function viewsOfGrain(grain: string, subjects: readonly Subject[], whole: string): SubjectView[] {
  const parts = new Map<string, Subject[]>()
  for (const subject of subjects) {
    const key = viewOf(subject)
    const list = parts.get(key)
    if (list === undefined) parts.set(key, [subject])
    else list.push(subject)
  }
  if (parts.size > MOST_TABS) return [{ key: grain, label: whole, grain, values: [], subjects }]
  return [...parts].map(([key, list]) => {
    const first = list[0]
    const values = first === undefined ? [] : otherDimensions(first)
    return { key, label: values.length === 0 ? whole : values.join('·'), grain, values, subjects: list }
  })
}

/** Whether a node has a formula for subjects with these dimension values. */
export function appliesTo(node: NodeView, values: readonly string[]): boolean {
  return '' in node.formula || values.some((value) => value in node.formula)
}

/** Text of a staged field (formula, standard) for these values; the unstaged one otherwise. */
export function stagedText(texts: Record<string, string> | undefined, values: readonly string[]): string | undefined {
  if (texts === undefined) return undefined
  for (const value of values) if (texts[value] !== undefined) return texts[value]
  return texts['']
}
