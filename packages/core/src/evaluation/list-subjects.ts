import type { Value } from '../formula/index.ts'
import type { Dimension, Grain, Pack } from '../packs/index.ts'
import type { DataRow, RegisterTable } from './dataset.ts'
import { type LostSubject, type SubjectSeed, SubjectTable, subjectId } from './subject-table.ts'

/** Whether a crossed dimension's value exists at a row of the register of units. */
export type ExistsTest = (grain: Grain, value: string, row: DataRow) => Value

/** Finds who is EXPECTED: the rows of the register of units, crossed with the dimensions of fixed values that it lacks. */
export function listSubjects(
  pack: Pack,
  grain: Grain,
  from: RegisterTable | undefined,
  county: string,
  exists: ExistsTest,
): SubjectTable {
  const dimensions = grain.dimensions.map((id) => pack.dimensions?.find((dimension) => dimension.id === id))
  const seeds = new Map<string, SubjectSeed>()
  for (const row of from?.rows ?? [undefined]) {
    for (const values of crossings(dimensions, row)) {
      if (row !== undefined && !isThere(grain, dimensions, values, row, exists)) continue
      const id = subjectId(grain, values)
      if (!seeds.has(id)) seeds.set(id, seedOf(pack, grain, row, values, id, county))
    }
  }
  return new SubjectTable(
    grain,
    [...seeds.values()],
    from === undefined ? [] : lostSubjects(dimensions, from, grain, exists),
  )
}

/** Whoever stands in a row without a usable code is expected too, at every stage that the row may have. */
function lostSubjects(
  dimensions: readonly (Dimension | undefined)[],
  from: RegisterTable,
  grain: Grain,
  exists: ExistsTest,
): readonly LostSubject[] {
  if (from.lost.length === 0) return []
  const causes = [from.lostCause()]
  return from.lost.flatMap((row) =>
    lostCrossings(dimensions, row)
      .filter((values) => isThere(grain, dimensions, values, row, exists))
      .map((values) => ({ values, causes })),
  )
}

function lostCrossings(dimensions: readonly (Dimension | undefined)[], row: DataRow): string[][] {
  let lists: string[][] = [[]]
  for (const dimension of dimensions) {
    const id = dimension?.id ?? ''
    const choices = row.table.dimensions.includes(id) ? [row.dimension(id)] : (dimension?.values ?? [''])
    lists = lists.flatMap((list) => choices.map((choice) => [...list, choice]))
  }
  return lists
}

function crossings(dimensions: readonly (Dimension | undefined)[], row: DataRow | undefined): string[][] {
  let lists: string[][] = [[]]
  for (const dimension of dimensions) {
    const own = dimension === undefined || row === undefined ? '' : row.dimension(dimension.id)
    const choices = own === '' ? (dimension?.values ?? []) : [own]
    lists = lists.flatMap((list) => choices.map((choice) => [...list, choice]))
  }
  return lists
}

/** An undecided test keeps the subject: who is expected must not shrink because a cell is empty. */
function isThere(
  grain: Grain,
  dimensions: readonly (Dimension | undefined)[],
  values: readonly string[],
  row: DataRow,
  exists: ExistsTest,
): boolean {
  return dimensions.every((dimension, index) => {
    const value = values[index] ?? ''
    if (dimension === undefined || row.table.dimensions.includes(dimension.id) || grain.exists === undefined)
      return true
    if (grain.exists[value] === undefined) return false
    const answer = exists(grain, value, row)
    return answer.content !== false
  })
}

function seedOf(
  pack: Pack,
  grain: Grain,
  row: DataRow | undefined,
  values: readonly string[],
  id: string,
  county: string,
): SubjectSeed {
  const unitAt = grain.dimensions.findIndex(
    (name) => pack.dimensions?.find((dimension) => dimension.id === name)?.kind === 'unit',
  )
  const label = grain.label === undefined ? undefined : row?.source.values[grain.label]
  const unit = unitAt === -1 ? '' : (values[unitAt] ?? '')
  const others = values.filter((_, index) => index !== unitAt)
  const plain = values.length === 0 ? county : unit === '' ? others.join(' ') : unit
  return { id, values, name: label === undefined ? plain : String(label), unit, row }
}
