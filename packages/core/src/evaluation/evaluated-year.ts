import type { Cause, Environment, RowView, Shift, Value } from '../formula/index.ts'
import type { Exclusion } from '../packs/index.ts'
import type { DataRow } from './dataset.ts'
import type { Place } from './grains.ts'
import type { Judgement } from './judge.ts'
import type { AppliedParameter, Occasion } from './parameter-values.ts'
import type { PackPlan } from './plan.ts'
import type { NodePlan, NodeVariant } from './plan-node.ts'
import type { RatingsOfYear } from './rating/rated.ts'
import type { VerifiedItems } from './rating/verified-items.ts'
import type { SubjectTable } from './subject-table.ts'
import type { YearData } from './year-data.ts'

/** Aggregates over registers that a database has computed already, one scan for each register and grain. */
export interface AggregateSource {
  /** `keyOn` gives the key of the subject on some of its dimensions. Undefined: compute from the rows. */
  find(grain: string, key: string, keyOn: (dimensions: readonly string[]) => string): ScannedAggregate | undefined
}

export interface ScannedAggregate {
  readonly register: string
  readonly value: Value
}

export interface EvaluationOptions {
  readonly occasion: Occasion
  readonly countyName: string
  readonly previous: EvaluatedYear | undefined
  /** All earlier years that were evaluated, oldest first, with or without gaps. */
  readonly earlier: readonly EvaluatedYear[]
  readonly aggregates?: AggregateSource
  /** What people made of items, in place of what was computed. */
  readonly verified?: VerifiedItems
  /** Figures that are taken to have another value, by id: only for asking what would follow. */
  readonly assumed?: Assumed
}

export type Assumed = ReadonlyMap<string, Value>

export interface Inclusion {
  readonly state: 'included' | 'excluded' | 'undecided'
  readonly exclusion: Exclusion | undefined
  readonly causes: readonly Cause[]
}

/** Subjects inside a place: the included ones, and the reasons of those whose inclusion is open. */
export interface Inside {
  readonly inside: readonly number[]
  readonly open: readonly (readonly Cause[])[]
}

/** What all subjects of a grain, or all rows of a register, have in common: how their names are read. */
export interface PlaceKind {
  readonly where: Place
  readonly dimensions: readonly string[]
  readonly table: SubjectTable | undefined
  readonly scalars: Map<string, (environment: AtPlace) => Value>
  readonly rowsets: Map<string, (environment: AtPlace) => RowView>
}

/** One subject or one row as a place where formulas stand. */
export interface AtPlace extends Environment {
  readonly evaluation: EvaluatedYear
  readonly kind: PlaceKind
  /** Position of the subject in its grain; -1 at a row. */
  readonly index: number
  readonly row: DataRow | undefined
  /** Names the place within the evaluation. */
  readonly name: string
  dimension(id: string): string
  key(dimensions: readonly string[]): string
  /** The subject of the same or a coarser grain that this place lies in. */
  enclosing(grain: string): number | undefined
  /** Included subjects of another grain that agree with this place on all common dimensions. */
  inside(grain: string): Inside
  /** The same place in the period that the shifts name; undefined where there is none. */
  shiftedPlace(shifts: readonly Shift[]): AtPlace | undefined
  scalarAt(id: string, shifts: readonly Shift[]): Value
  rowsAt(rowset: string, shifts: readonly Shift[]): RowView
}

/** The values of one county in one year, as the places in it ask for them. */
export interface EvaluatedYear {
  readonly plan: PackPlan
  readonly data: YearData
  readonly options: EvaluationOptions
  place(grain: string): PlaceKind & { readonly table: SubjectTable; at(index: number): AtPlace }
  atRow(row: DataRow): AtPlace
  subjects(grain: string): SubjectTable
  value(node: NodePlan, index: number): Value
  variantAt(node: NodePlan, index: number): NodeVariant | undefined
  judgement(node: NodePlan, index: number): Judgement | undefined
  inclusion(grain: string, index: number): Inclusion
  parameter(id: string, environment: AtPlace, choice?: string): AppliedParameter
  met(node: NodePlan, environment: AtPlace): Value
  sectionTruth(id: string): Value
  /** Whether an effect strikes: in the year itself or, where it has a window, in an earlier year within it. */
  effectTruth(id: string, index?: number): Value
  /** Whether what an effect punishes happened in the year itself. `index`: a subject of its rating's grain. */
  effectInYear(id: string, index?: number): Value
  readonly ratings: RatingsOfYear
  outcome(): Value
}
