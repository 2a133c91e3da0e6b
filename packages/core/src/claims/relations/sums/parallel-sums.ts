import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { ALL_OF } from '../../extract/scope-words.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'

const TOTAL = new RegExp(`共|总|合计|累计|全年|${ALL_OF}`)
const MOST_ITEMS = 20

/** What stretches say in one form: 资助…人次、…万元，其中贫困…人次、…万元. Columns by unit, the inner numbers apart. */
type Row = ReadonlyMap<string, Claim>

/**
 * A stretch with several totals, then stretches of the very same form: what each column adds up to. A column that adds
 * up shows how the text is built; the others should, then, too.
 */
export function parallelSums(passages: readonly Passage[]): readonly Question[] {
  const rows = passages.flatMap(rowsOf)
  return rows.flatMap((row, at) => {
    const shape = shapeOf(row.columns)
    if (row.columns.size < 2 || !TOTAL.test(row.text)) return []
    const rest = rows.slice(at + 1, at + 1 + MOST_ITEMS)
    const end = rest.findIndex(({ columns }) => shapeOf(columns) !== shape)
    const items = end < 0 ? rest : rest.slice(0, end)
    return items.length < 2
      ? []
      : columnSums(
          row.columns,
          items.map(({ columns }) => columns),
        )
  })
}

const shapeOf = (row: Row): string => [...row.keys()].toSorted().join(' ')

function rowsOf({ text, claims }: Passage): { readonly columns: Row; readonly text: string }[] {
  const segments = new Map<number, Claim[]>()
  for (const claim of claims) segments.set(claim.segment, [...(segments.get(claim.segment) ?? []), claim])
  return [...segments.values()].map((own) => {
    const columns = new Map<string, Claim>()
    let depth = ''
    for (const claim of own) {
      if (/其中|含/.test(claim.before)) depth = '其中'
      const key = `${depth}${unitOf(claim)}`
      if (claim.role === 'level' && !columns.has(key)) columns.set(key, claim)
    }
    const [first] = own
    return {
      columns,
      text: first === undefined ? '' : `${first.before}${text.slice(first.token.start, first.token.end)}`,
    }
  })
}

const unitOf = ({ token: { unit } }: Claim): string => (unit.dimension === 'visit' ? 'person' : unit.dimension)

function columnSums(total: Row, items: readonly Row[]): readonly Question[] {
  const sums = [...total].flatMap(([key, target]) => {
    const parts = items.flatMap((row) => row.get(key) ?? [])
    return parts.length < items.length || !isNearSum(target, parts) ? [] : [sumOf(target, parts, 'probable')]
  })
  return sums.some(isExact) ? sums.map((relation) => ({ readings: [relation] })) : []
}

const isExact = (relation: Relation): boolean => judgeRelation(relation).outcome === 'holds'
