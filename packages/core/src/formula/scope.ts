/** The type of an expression: what its content is when known. */
export type ValueType = 'number' | 'text' | 'truth' | 'date' | 'list'

export interface CodeEntry {
  /** What cells hold. */
  readonly code: string
  readonly title: string
}

/** The list that cells of a name are filled from. A formula may write an entry's title or its code. */
export interface CodeWords {
  readonly title: string
  /** True when the entries stand from lowest to highest, so that < ≤ > ≥ compare their places. */
  readonly ordered: boolean
  readonly entries: readonly CodeEntry[]
}

/** A named single value: an element, indicator, parameter or dimension of the subject under evaluation. */
export interface ScalarSymbol {
  readonly kind: 'scalar'
  readonly id: string
  readonly title: string
  readonly type: ValueType
  /** Unit text such as 人, 万元, 人/百名学生; absent = a pure number. */
  readonly unit?: string
  readonly codes?: CodeWords
}

export interface ColumnSymbol {
  readonly id: string
  readonly title: string
  readonly type: ValueType
  readonly unit?: string
  readonly codes?: CodeWords
  /** Limits that the register declares for the column; they bound what a missing cell can hold. */
  readonly min?: string
  readonly max?: string
  /** Source of a row predicate in this language; where it is false the cell is 不适用. */
  readonly applicable?: string
}

/** A set of rows that aggregates range over: a register, the subjects of a grain, or a group of indicators. */
export interface RowsetSymbol {
  readonly kind: 'rowset'
  readonly id: string
  readonly title: string
  /** `register` rows can be computed by the database; `subjects` and `group` rows only in JavaScript. */
  readonly source: 'register' | 'subjects' | 'group'
  readonly columns: readonly ColumnSymbol[]
  /** True when one subject has at most one row, so that `register.column` stands for its value without an aggregate. */
  readonly single: boolean
}

/** What the names of a formula may mean. English id and Chinese title are both accepted. */
export interface Scope {
  /** `path` is a dotted name split at the dots, e.g. ['参数', '高学历教师线'] or ['学生数']. */
  findScalar(path: readonly string[]): ScalarSymbol | undefined
  findRowset(name: string): RowsetSymbol | undefined
  /** Every name that could stand here, for suggestions. */
  names(): readonly string[]
}
