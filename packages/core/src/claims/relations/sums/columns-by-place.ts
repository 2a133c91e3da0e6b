import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const TOTAL = /共|合计|总计|累计|[两三四五六]批/
const MOST_ROWS = 8

/**
 * 首批计划90名，录用83名；第二批计划40名，录用36名。两批计划共130名，录用119名: stretches of as many numbers each, and a total of
 * every place in them.
 */
export function columnsByPlace({ claims }: Passage): readonly Question[] {
  const rows = rowsOf(claims)
  return rows.flatMap((total, at) => {
    if (!total.slice(0, 1).some(({ before }) => TOTAL.test(before))) return []
    const former = rows.slice(Math.max(0, at - MOST_ROWS), at)
    const from = former.findLastIndex((row) => !isAlike(row, total)) + 1
    const parts = former.slice(from)
    if (parts.length < 2) return []
    const sums = total.flatMap((target, place) => {
      const column = parts.flatMap((row) => row[place] ?? [])
      return isNearSum(target, column) ? [sumOf(target, column, 'probable')] : []
    })
    return sums.length < total.length ? [] : sums.map((relation) => ({ readings: [relation] }))
  })
}

/** The levels of each stretch, at least two. */
function rowsOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const rows = new Map<number, Claim[]>()
  for (const claim of claims)
    if (claim.role === 'level' || claim.role === 'plan')
      rows.set(claim.segment, [...(rows.get(claim.segment) ?? []), claim])
  return [...rows.values()]
}

const isAlike = (row: readonly Claim[], total: readonly Claim[]): boolean =>
  total.length >= 2 &&
  row.length >= total.length &&
  total.every(({ token }, place) => row[place]?.token.unit.word === token.unit.word)
