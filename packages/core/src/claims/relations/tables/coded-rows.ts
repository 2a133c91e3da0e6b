import type { Claim } from '../../extract/claim.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'
import type { TableClaims } from './table-claims.ts'

/** What most rows keep, all should. */
const MOST = 0.6
const LEAST = 2

/**
 * Rows of classes, sections and items by their codes (201, 20106, 2010601): what a class comes to is what its sections do, and
 * a section what its items do; a row without code above or below all of them is what the classes come to. In such a table
 * the first column is what the others come to, where there is more than one.
 */
export function codedRows(table: TableClaims): readonly Question[] {
  const coded = table.rows.filter((row) => table.code(row) !== undefined)
  if (coded.length <= LEAST) return []
  return [...kept(sumsOf(table, coded)), ...kept(rowsOf(table, coded))].map((relation) => ({ readings: [relation] }))
}

function kept(relations: readonly Relation[]): readonly Relation[] {
  const holds = relations.filter((one) => judgeRelation(one).outcome === 'holds').length
  return holds >= LEAST && holds >= relations.length * MOST ? relations : []
}

function sumsOf(table: TableClaims, coded: readonly number[]): readonly Relation[] {
  const shortest = Math.min(...coded.map((row) => table.code(row)?.length ?? 0))
  const wholes = table.rows.filter(
    (row) => table.code(row) === undefined && /^(?:合计|总计)?$/.test(table.rowLabel(row)),
  )
  return [...coded, ...wholes].flatMap((row) => {
    const code = table.code(row)
    const parts = coded.filter((one) => isUnder(table.code(one) ?? '', code, shortest))
    if (parts.length === 0) return []
    return table.columns.flatMap((column) => {
      const total = table.at(row, column)
      const claims = parts.flatMap((one) => table.at(one, column) ?? [])
      return total === undefined || claims.length === 0 ? [] : [sumOf(total, claims, 'stated')]
    })
  })
}

/** Right below a code; right below none are the shortest ones. */
const isUnder = (code: string, whole: string | undefined, shortest: number): boolean =>
  whole === undefined ? code.length === shortest : code.startsWith(whole) && code.length === whole.length + 2

function rowsOf(table: TableClaims, coded: readonly number[]): readonly Relation[] {
  return coded.flatMap((row) => {
    const [total, ...parts] = table.columns.flatMap((column): readonly Claim[] => {
      const claim = table.at(row, column)
      return claim === undefined ? [] : [claim]
    })
    return total === undefined || parts.length === 0 ? [] : [sumOf(total, parts, 'stated')]
  })
}
