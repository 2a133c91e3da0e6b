import { type Cause, failed, known, type Row, type RowView, type Value } from '../formula/index.ts'
import type { AtPlace, EvaluatedYear, Inside, PlaceKind } from './evaluated-year.ts'
import { isWithin } from './grains.ts'
import { metValue } from './judge.ts'
import { ratingParts } from './rating/rating-parts.ts'
import { ratingValue } from './rating/rating-value.ts'

/** One subject as a row: its dimensions, name, elements and indicators. */
export class SubjectRow implements Row {
  readonly evaluation: EvaluatedYear
  readonly grain: string
  readonly index: number
  readonly unit: string

  constructor(evaluation: EvaluatedYear, grain: string, index: number) {
    this.evaluation = evaluation
    this.grain = grain
    this.index = index
    this.unit = evaluation.subjects(grain).subjects[index]?.unit ?? ''
  }

  get(column: string): Value {
    const { plan } = this.evaluation
    const [name = '', part] = column.split('.')
    const node = plan.node(name)
    if (node !== undefined && node.grain === this.grain) {
      if (part === 'met') return metValue(this.evaluation.judgement(node, this.index))
      if (part === 'standard') return this.evaluation.judgement(node, this.index)?.limit ?? noColumn(column)
      return this.evaluation.value(node, this.index)
    }
    const rating = plan.rating(name)
    const wanted = ratingParts.find((candidate) => candidate.part === part)
    if (rating !== undefined && wanted !== undefined)
      return ratingValue(this.evaluation.ratings, rating, this.index, wanted.part)
    const subject = this.evaluation.subjects(this.grain).subjects[this.index]
    if (column === 'label') return known(subject?.name ?? '')
    const at = this.evaluation.subjects(this.grain).grain.dimensions.indexOf(column)
    return at === -1 ? noColumn(column) : known(subject?.values[at] ?? '')
  }
}

const noColumn = (column: string): Value => failed([{ code: 'no_column', message: `没有“${column}”这一栏` }])

interface Group extends Inside {
  readonly inside: number[]
  readonly open: (readonly Cause[])[]
}

const groupsOf = new WeakMap<EvaluatedYear, Map<string, Map<string, Group>>>()

/** Subjects of a grain by their values on some dimensions; made once per evaluation. */
function grouped(evaluation: EvaluatedYear, grain: string, dimensions: readonly string[]): Map<string, Group> {
  const cache = groupsOf.get(evaluation) ?? new Map<string, Map<string, Group>>()
  groupsOf.set(evaluation, cache)
  const name = `${grain}|${dimensions.join()}`
  const made = cache.get(name)
  if (made !== undefined) return made
  const groups = new Map<string, Group>()
  for (const [index, key] of evaluation.subjects(grain).keysOn(dimensions).entries()) {
    const group = groups.get(key) ?? newGroup(evaluation, grain, dimensions, key)
    groups.set(key, group)
    const inclusion = evaluation.inclusion(grain, index)
    if (inclusion.state === 'included') group.inside.push(index)
    else if (inclusion.state === 'undecided') group.open.push(inclusion.causes)
  }
  cache.set(name, groups)
  return groups
}

/** Lost subjects may belong to any group, save where the unit is known: its own row stands in the register of units. */
function newGroup(evaluation: EvaluatedYear, grain: string, dimensions: readonly string[], key: string): Group {
  const table = evaluation.subjects(grain)
  const own = evaluation.data.table(table.grain.from ?? '')?.dimensions ?? []
  const isNamed = own.length > 0 && isWithin(own, dimensions)
  return { inside: [], open: isNamed ? [] : [...table.lostAt(dimensions, key)] }
}

export function insideOf(environment: AtPlace, grain: string): Inside {
  const { evaluation, kind } = environment
  const table = evaluation.subjects(grain)
  const common = kind.dimensions.filter((dimension) => table.grain.dimensions.includes(dimension))
  const groups = grouped(evaluation, grain, common)
  const key = environment.key(common)
  const group = groups.get(key) ?? newGroup(evaluation, grain, common, key)
  groups.set(key, group)
  return group
}

/** Subjects of another grain as rows. A coarser or the same grain gives the one enclosing subject, included or not. */
export function subjectRows(
  evaluation: EvaluatedYear,
  kind: PlaceKind,
  grain: string,
): (environment: AtPlace) => RowView {
  const rows: SubjectRow[] = []
  const rowAt = (index: number): SubjectRow => {
    rows[index] ??= new SubjectRow(evaluation, grain, index)
    return rows[index]
  }
  const { dimensions } = evaluation.subjects(grain).grain
  if (isWithin(dimensions, kind.dimensions))
    return (environment) => {
      const index = environment.enclosing(grain)
      return { rows: index === undefined ? [] : [rowAt(index)], absent: [] }
    }
  const views = new Map<Inside, RowView>()
  return (environment) => {
    const inside = environment.inside(grain)
    const made = views.get(inside)
    if (made !== undefined) return made
    const view = { rows: inside.inside.map(rowAt), absent: inside.open.flat() }
    views.set(inside, view)
    return view
  }
}
