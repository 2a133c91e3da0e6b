import type { Cause } from '../formula/index.ts'
import type { Grain } from '../packs/index.ts'
import { type DataRow, joinKey, type RegisterTable, splitKey } from './dataset.ts'
import { COUNTY } from './grains.ts'

/** One subject before it is judged: values of the grain's dimensions, in the grain's order. */
export interface SubjectSeed {
  readonly id: string
  readonly values: readonly string[]
  readonly name: string
  /** Code of the reporting unit; empty where the grain has none. */
  readonly unit: string
  /** Its row in the register of units. */
  readonly row: DataRow | undefined
}

/** Someone expected of whom it is not known who it is: an unknown dimension is an empty text. */
export interface LostSubject {
  readonly values: readonly string[]
  readonly causes: readonly Cause[]
}

/** The subjects of one grain, in the order of the register of units. */
export class SubjectTable {
  readonly grain: Grain
  readonly subjects: readonly SubjectSeed[]
  private readonly lost: readonly LostSubject[]
  private readonly byId: ReadonlyMap<string, number>
  private byKey: ReadonlyMap<string, number> | undefined
  private readonly keys = new Map<string, readonly string[]>()
  private readonly enclosing = new Map<string, readonly (number | undefined)[]>()

  constructor(grain: Grain, subjects: readonly SubjectSeed[], lost: readonly LostSubject[] = []) {
    this.grain = grain
    this.lost = lost
    this.subjects = subjects
    this.byId = new Map(subjects.map((subject, index) => [subject.id, index]))
  }

  /** The same subjects with the rows of a register of units that says the same of who there is. */
  withRows(from: RegisterTable | undefined): SubjectTable {
    const first = this.subjects.find(({ row }) => row !== undefined)?.row
    if (from === undefined || first === undefined || first.table === from) return this
    const subjects = this.subjects.map((seed) => ({ ...seed, row: seed.row && from.rows[seed.row.index] }))
    return new SubjectTable(this.grain, subjects, this.lost)
  }

  indexOf(id: string): number | undefined {
    return this.byId.get(id)
  }

  /** The subject with this key on all dimensions of the grain. */
  indexOfKey(key: string): number | undefined {
    this.byKey ??= new Map(this.keysOn(this.grain.dimensions).map((own, index) => [own, index]))
    return this.byKey.get(key)
  }

  /** Key of every subject on some of the grain's dimensions. */
  keysOn(dimensions: readonly string[]): readonly string[] {
    const name = dimensions.join()
    const made = this.keys.get(name)
    if (made !== undefined) return made
    const places = dimensions.map((dimension) => this.grain.dimensions.indexOf(dimension))
    const keys = this.subjects.map((subject) => joinKey(places.map((place) => subject.values[place] ?? '')))
    this.keys.set(name, keys)
    return keys
  }

  /** Causes of the lost subjects that may have this key on some dimensions; one list for each of them. */
  lostAt(dimensions: readonly string[], key: string): readonly (readonly Cause[])[] {
    const places = dimensions.map((dimension) => this.grain.dimensions.indexOf(dimension))
    const wanted = splitKey(key)
    return this.lost
      .filter(({ values }) =>
        places.every((place, at) => values[place] === '' || (values[place] ?? '') === (wanted[at] ?? '')),
      )
      .map(({ causes }) => causes)
  }

  /** For every subject the index of the subject of the coarser (or same) grain that it lies in. */
  enclosingIn(coarser: SubjectTable): readonly (number | undefined)[] {
    const made = this.enclosing.get(coarser.grain.id)
    if (made !== undefined) return made
    const found = this.keysOn(coarser.grain.dimensions).map((key) => coarser.indexOfKey(key))
    this.enclosing.set(coarser.grain.id, found)
    return found
  }
}

export const subjectId = (grain: Grain, values: readonly string[]): string =>
  grain.dimensions.length === 0 ? COUNTY : values.join('/')
