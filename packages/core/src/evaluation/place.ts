import {
  type Cause,
  failed,
  getExact,
  known,
  missing,
  type RowView,
  rational,
  type Shift,
  type Value,
} from '../formula/index.ts'
import { type DataRow, joinKey, type RegisterTable } from './dataset.ts'
import type { AtPlace, EvaluatedYear, Inside, PlaceKind } from './evaluated-year.ts'
import { COUNTY } from './grains.ts'
import { groupRows } from './group-rows.ts'
import type { NodePlan } from './plan-node.ts'
import { grainOfEffect } from './rating/effects-of.ts'
import { ratingValue, rungTitle } from './rating/rating-value.ts'
import { registerRows } from './register-rows.ts'
import { insideOf, subjectRows } from './subject-rows.ts'
import type { SubjectTable } from './subject-table.ts'
import { parseRowsetId, parseSymbolId, type SymbolTarget } from './symbol-id.ts'

type ScalarReader = (environment: AtPlace) => Value
type RowsReader = (environment: AtPlace) => RowView

/** The subjects of a grain as places where formulas stand. */
export class GrainPlace implements PlaceKind {
  readonly where: string
  readonly dimensions: readonly string[]
  readonly table: SubjectTable
  readonly scalars = new Map<string, ScalarReader>()
  readonly rowsets = new Map<string, RowsReader>()
  private readonly evaluation: EvaluatedYear
  private readonly environments: PlaceEnvironment[] = []

  constructor(evaluation: EvaluatedYear, table: SubjectTable) {
    this.evaluation = evaluation
    this.table = table
    this.where = table.grain.id
    this.dimensions = table.grain.dimensions
  }

  at(index: number): PlaceEnvironment {
    const made = this.environments[index]
    if (made !== undefined) return made
    const environment = new PlaceEnvironment(this.evaluation, this, index, undefined)
    this.environments[index] = environment
    return environment
  }
}

/** The rows of a register as places, for conditions and checks of rows. */
export function rowPlace(table: RegisterTable): PlaceKind {
  return {
    where: { register: table.register.id },
    dimensions: table.dimensions,
    table: undefined,
    scalars: new Map(),
    rowsets: new Map(),
  }
}

/** The values behind the names at one subject or one row. */
export class PlaceEnvironment implements AtPlace {
  readonly evaluation: EvaluatedYear
  readonly kind: PlaceKind
  /** Position of the subject in its grain; -1 at a row. */
  readonly index: number
  readonly row: DataRow | undefined

  constructor(evaluation: EvaluatedYear, kind: PlaceKind, index: number, row: DataRow | undefined) {
    this.evaluation = evaluation
    this.kind = kind
    this.index = index
    this.row = row
  }

  /** Names the place within the evaluation. */
  get name(): string {
    return this.kind.table === undefined
      ? `${JSON.stringify(this.kind.where)}#${this.row?.index}`
      : `${this.kind.table.grain.id}#${this.index}`
  }

  dimension(id: string): string {
    if (this.row !== undefined) return this.row.dimension(id)
    const at = this.kind.dimensions.indexOf(id)
    return at === -1 ? '' : (this.kind.table?.subjects[this.index]?.values[at] ?? '')
  }

  key(dimensions: readonly string[]): string {
    const table = this.kind.table
    return table === undefined
      ? joinKey(dimensions.map((dimension) => this.dimension(dimension)))
      : (table.keysOn(dimensions)[this.index] ?? '')
  }

  /** The subject of the same or a coarser grain that this place lies in. */
  enclosing(grain: string): number | undefined {
    const table = this.evaluation.subjects(grain)
    if (!table.grain.dimensions.every((dimension) => this.kind.dimensions.includes(dimension))) return undefined
    if (this.kind.table === table) return this.index
    if (this.kind.table !== undefined) return this.kind.table.enclosingIn(table)[this.index]
    return table.indexOfKey(this.key(table.grain.dimensions))
  }

  /** Included subjects of another grain that agree with this place on all common dimensions. */
  inside(grain: string): Inside {
    return insideOf(this, grain)
  }

  scalar(id: string): Value {
    let read = this.kind.scalars.get(id)
    if (read === undefined) {
      read = scalarReader(this.evaluation, this.kind, id)
      this.kind.scalars.set(id, read)
    }
    return read(this)
  }

  rows(rowset: string): RowView {
    let read = this.kind.rowsets.get(rowset)
    if (read === undefined) {
      read = rowsReader(this.evaluation, this.kind, rowset)
      this.kind.rowsets.set(rowset, read)
    }
    return read(this)
  }

  scalarAt(id: string, shifts: readonly Shift[]): Value {
    const before = this.shifted(shifts)
    return 'scalar' in before ? before.scalar(id) : missing([before])
  }

  rowsAt(rowset: string, shifts: readonly Shift[]): RowView {
    const before = this.shifted(shifts)
    return 'rows' in before ? before.rows(rowset) : { rows: [], absent: [before] }
  }

  shiftedPlace(shifts: readonly Shift[]): AtPlace | undefined {
    const before = this.shifted(shifts)
    return 'evaluation' in before ? before : undefined
  }

  /** The same subject or row the year before, or why there is none. */
  private shifted(shifts: readonly Shift[]): AtPlace | Cause {
    const [shift] = shifts
    if (shifts.length !== 1 || shift?.kind !== 'previous_year')
      return { code: 'no_such_period', message: '此处只有上年的数据可以引用' }
    const { previous } = this.evaluation.options
    const year = this.evaluation.data.year - 1
    if (previous === undefined) return { code: 'no_previous_year', message: `没有${year}年的数据` }
    if (this.kind.table === undefined) return this.rowBefore(previous) ?? noSuchBefore(year)
    const place = previous.place(this.kind.table.grain.id)
    const index = place.table.indexOf(this.kind.table.subjects[this.index]?.id ?? '')
    return index === undefined ? noSuchBefore(year) : place.at(index)
  }

  /** The one row with the same key in the year before. */
  private rowBefore(previous: EvaluatedYear): AtPlace | undefined {
    const table = this.row && previous.data.table(this.row.table.register.id)
    const rows = table?.groupBy(table.dimensions).get(this.key(table.dimensions)) ?? []
    const [row] = rows
    return row === undefined || rows.length > 1 ? undefined : previous.atRow(row)
  }

  /** What the database found, where it is sure and nobody is missing; who is missing only the rows can tell. */
  aggregate(key: string): Value | undefined {
    const { aggregates } = this.evaluation.options
    if (aggregates === undefined || this.kind.table === undefined) return undefined
    const found = aggregates.find(this.kind.table.grain.id, key, (dimensions) => this.key(dimensions))
    if (found === undefined || (found.value.status !== 'known' && found.value.status !== 'not_applicable'))
      return undefined
    return this.rows(found.register).absent.length === 0 ? found.value : undefined
  }
}

const noSuchBefore = (year: number): Cause => ({ code: 'no_previous_year', message: `${year}年没有这一对象` })

const UNKNOWN = (id: string): Value => failed([{ code: 'no_name', message: `此处没有“${id}”` }])

function scalarReader(evaluation: EvaluatedYear, kind: PlaceKind, id: string): ScalarReader {
  const target = parseSymbolId(id)
  if (target === undefined) return () => UNKNOWN(id)
  switch (target.kind) {
    case 'dimension':
      return (at) => known(at.dimension(target.id))
    case 'column':
      return (at) => at.row?.get(target.id) ?? UNKNOWN(id)
    case 'label':
      return (at) => known(kind.table?.subjects[at.index]?.name ?? '')
    case 'parameter':
      return (at) => evaluation.parameter(target.id, at, target.choice).value
    case 'section':
      return () => evaluation.sectionTruth(target.id)
    case 'effect':
      return effectReader(evaluation, id, target.id)
    case 'rating':
      return ratingReader(evaluation, id, target)
    case 'verdict':
      return () => evaluation.outcome()
    case 'year':
      return () => known(rational.fromInteger(evaluation.data.year))
    case 'evaluated_on':
      return () => known({ date: evaluation.options.occasion.date })
    case 'node':
      return nodeReader(evaluation, id, target)
  }
}

function effectReader(evaluation: EvaluatedYear, id: string, effect: string): ScalarReader {
  const declared = evaluation.plan.pack.effects?.find((candidate) => candidate.id === effect)
  const grain = declared === undefined ? COUNTY : grainOfEffect(evaluation.plan.pack, declared)
  return (at) => {
    const index = at.enclosing(grain)
    return index === undefined ? UNKNOWN(id) : evaluation.effectTruth(effect, index)
  }
}

function ratingReader(evaluation: EvaluatedYear, id: string, target: SymbolTarget & { kind: 'rating' }): ScalarReader {
  const rating = evaluation.plan.rating(target.id)
  if (rating === undefined) return () => UNKNOWN(id)
  return (at) => {
    const index = at.enclosing(rating.rating.grain)
    return index === undefined ? UNKNOWN(id) : ratingValue(evaluation.ratings, rating, index, target.part)
  }
}

function nodeReader(evaluation: EvaluatedYear, id: string, target: SymbolTarget & { kind: 'node' }): ScalarReader {
  const node = evaluation.plan.node(target.id)
  if (node === undefined) return () => UNKNOWN(id)
  const { part } = target
  switch (part) {
    case 'met':
      return (at) => evaluation.met(node, at)
    case 'full':
      return () => known(getExact(node.indicator?.points ?? '0'))
    case 'value':
    case 'standard':
    case 'score':
    case 'level':
      return (at) => {
        const index = at.enclosing(node.grain)
        return index === undefined ? UNKNOWN(id) : partAt(evaluation, node, index, part)
      }
  }
}

/** One thing that is said of a node at a subject. */
function partAt(
  evaluation: EvaluatedYear,
  node: NodePlan,
  index: number,
  part: 'value' | 'standard' | 'score' | 'level',
): Value {
  switch (part) {
    case 'value':
      return evaluation.value(node, index)
    case 'standard':
      return evaluation.judgement(node, index)?.limit ?? UNKNOWN(`${node.id}.standard`)
    case 'score':
      return evaluation.ratings.scoreOf(node, index)
    case 'level': {
      const standing = evaluation.ratings.level(node, index)
      return standing === undefined ? UNKNOWN(`${node.id}.level`) : rungTitle(standing, node.levels ?? [])
    }
  }
}

function rowsReader(evaluation: EvaluatedYear, kind: PlaceKind, rowset: string): RowsReader {
  const target = parseRowsetId(rowset)
  switch (target.kind) {
    case 'register':
      return registerRows(evaluation, kind, target.id)
    case 'grain':
      return subjectRows(evaluation, kind, target.id)
    case 'group':
      return groupRows(evaluation, target.id)
  }
}
