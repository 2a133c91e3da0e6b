import { type Assessment, COUNTY, type ItemView, type Subject } from '../evaluation/index.ts'
import type { FigureSource } from './figure-source.ts'
import type { SubjectRef } from './word.ts'

type Counts = ItemView['counts']

/** An item of the verdict tree as far as it lies in one subject. */
export interface ItemAt {
  readonly item: ItemView
  /** Included subjects of the item's grain that lie there, by id. */
  readonly subjects: ReadonlyMap<string, Subject>
}

/** The whole item for the county; for a township or school what is judged there; undefined when nothing is. */
export function itemAt(assessment: Assessment, item: ItemView, place: SubjectRef): ItemAt | undefined {
  const node = assessment.nodes.find(({ id }) => id === item.indicator)
  if (node === undefined) return undefined
  const all = assessment.subjects.filter(({ grain, included }) => grain === node.grain && included)
  if (place.grain === COUNTY) return { item, subjects: byId(all) }
  const whole = assessment.subjects.find(({ grain, id }) => grain === place.grain && id === place.subject)
  const subjects = byId(all.filter((one) => whole !== undefined && liesIn(one, whole)))
  if (subjects.size === 0) return undefined
  const counts = countStates(assessment, node.id, subjects)
  const state = stateOf(counts)
  if (state === undefined) return undefined
  const { gap: _gap, coverage: _coverage, ...own } = item
  const units = new Set([...subjects.values()].flatMap(({ unit }) => unit ?? []))
  const deciding = item.deciding.filter(({ unit }) => unit !== undefined && units.has(unit))
  return { item: { ...own, state, counts, deciding }, subjects }
}

const byId = (subjects: readonly Subject[]): ReadonlyMap<string, Subject> =>
  new Map(subjects.map((subject) => [subject.id, subject]))

/** Of a list that a report about one subject runs through, those that lie in it; subjects of another kind are not its parts. */
export function subjectsIn(source: FigureSource, subjects: readonly Subject[], place: SubjectRef): readonly Subject[] {
  if (place.grain === COUNTY) return subjects
  const whole = source.assessment().subjects.find(({ grain, id }) => grain === place.grain && id === place.subject)
  if (whole === undefined) return subjects
  const own = Object.keys(whole.dimensions)
  return subjects.filter((one) => own.some((name) => one.dimensions[name] === undefined) || liesIn(one, whole))
}

/** How many items are in each state at the place. */
export function countItems(assessment: Assessment, place: SubjectRef): Counts {
  const counts = { met: 0, unmet: 0, undecided: 0, not_applicable: 0, error: 0 }
  for (const item of assessment.sections.flatMap(({ items }) => items)) {
    const state = itemAt(assessment, item, place)?.item.state
    if (state !== undefined) counts[state] += 1
  }
  return counts
}

/** Whether a subject is the place itself, or a finer one within it. */
const liesIn = (subject: Subject, place: Subject): boolean =>
  Object.entries(place.dimensions).every(([dimension, value]) => subject.dimensions[dimension] === value)

function countStates(assessment: Assessment, node: string, subjects: ReadonlyMap<string, Subject>): Counts {
  const counts = { met: 0, unmet: 0, undecided: 0, not_applicable: 0, error: 0 }
  for (const { node: of, subject, state } of assessment.figures)
    if (of === node && state !== undefined && subjects.has(subject)) counts[state] += 1
  return counts
}

/** One that fails is enough; one that is open leaves the rest open. */
function stateOf(counts: Counts): ItemView['state'] | undefined {
  return (['unmet', 'error', 'undecided', 'met', 'not_applicable'] as const).find((state) => counts[state] > 0)
}
