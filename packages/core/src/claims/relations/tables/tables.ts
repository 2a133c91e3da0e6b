import { bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { ALL_OF, ALL_OF_COUNTY } from '../../extract/scope-words.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { sumOf } from '../made/sum-of.ts'
import { difference, input, percentOf, type Question, type Relation, type Tie } from '../relation.ts'
import { codedRows } from './coded-rows.ts'
import type { TableClaims } from './table-claims.ts'

const TOTAL = new RegExp(`^(?:合计|总计|小计|共计|总数|计|${ALL_OF}|[^,]{0,10}(?:合计|总计|小计))$`)
const GRAND = new RegExp(`总计|合计|${ALL_OF_COUNTY}|总数`)

/** Totals of rows and columns, and rates and changes that columns of a table are of each other. */
export function tableQuestions(table: TableClaims): readonly Question[] {
  return [
    ...codedRows(table),
    ...totalRows(table),
    ...table.columns.flatMap((column) => columnQuestions(table, column)),
  ]
}

const isCount = (claim: Claim): boolean =>
  claim.token.unit.dimension !== 'percent' && !/率|均|比例|占比|比重|增幅|班额|师比|%/.test(claim.near)

function totalRows(table: TableClaims): Question[] {
  const totals = table.rows.filter((row) => TOTAL.test(label(table, row)))
  return totals.flatMap((row) =>
    table.columns.flatMap((column) => {
      const total = table.at(row, column)
      if (total === undefined || !isCount(total)) return []
      const readings = partRows(table, totals, row).flatMap((rows) => {
        const parts = rows.flatMap((one) => table.at(one, column) ?? [])
        return parts.length === 0 ? [] : [sumOf(total, parts, 'stated')]
      })
      return readings.length === 0 ? [] : [{ readings }]
    }),
  )
}

const label = (table: TableClaims, row: number): string =>
  table.rowLabel(row).replace(/\s|^[一二三四五六七八九十]+、/g, '')

/** Rows that a total may be of: those above it since the last total, all above, all below, or the subtotals. */
function partRows(table: TableClaims, totals: readonly number[], row: number): readonly (readonly number[])[] {
  const plain = table.rows.filter((one) => !totals.includes(one) && !/^(?:其中|#)/.test(label(table, one)))
  const former = totals.findLast((one) => one < row) ?? -1
  const next = totals.find((one) => one > row) ?? Number.POSITIVE_INFINITY
  const above = plain.filter((one) => one < row && one > former)
  const below = plain.filter((one) => one > row && one < next)
  const lists = [above.length > 0 ? above : below]
  if (GRAND.test(label(table, row))) {
    lists.push(
      plain.filter((one) => one < row),
      plain.filter((one) => one > row),
    )
    lists.push(totals.filter((one) => one !== row && /小计/.test(label(table, one))))
    // 本年收入合计, then 年初结转, then 总计: the total before and what stands between.
    if (former >= 0) lists.push([former, ...above])
  }
  return lists.filter((list) => list.length > 1 || list[0] === former)
}

const AVERAGE = /均|班额|师比|生比|每百/

/** What a ratio is of, by the headings of the columns beside it. */
const RATIOS: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/生师比|师生比/, /学生|在校|在园|幼儿(?!园)/, /专任|教师/],
  [/班额|班均/, /学生|在校|在园|人数/, /班(?!额|均)/],
]

function namedPair(
  table: TableClaims,
  others: readonly number[],
  heading: string,
): readonly [number, number] | undefined {
  const ratio = RATIOS.find(([name]) => name.test(heading))
  if (ratio === undefined) return undefined
  const find = (words: RegExp) => others.filter((one) => words.test(table.columnLabel(one)))
  const [over, under] = [find(ratio[1]), find(ratio[2])]
  const [a, b] = [over[0], under[0]]
  return over.length === 1 && under.length === 1 && a !== undefined && b !== undefined && a !== b ? [a, b] : undefined
}

type Formula = (row: number) => Relation | undefined

/** What most rows keep, all rows should keep. */
function columnQuestions(table: TableClaims, column: number): Question[] {
  const heading = table.columnLabel(column)
  // Columns that bear the names of a ratio, or a total of all beside it, need no more than one row to show that they are it.
  const formula =
    shownBy(table, saidFormulas(table, column, heading), 1, 0.5) ??
    shownBy(table, formulasOf(table, column, heading), 2, 0.6)
  if (formula === undefined) return []
  return table.rows.flatMap((row) => {
    const relation = formula(row)
    return relation === undefined ? [] : [{ readings: [relation] }]
  })
}

/** The formula that most rows keep, if enough of them do. */
function shownBy(table: TableClaims, formulas: readonly Formula[], least: number, part: number): Formula | undefined {
  let best: { readonly formula: Formula; readonly holds: number; readonly count: number } | undefined
  for (const formula of formulas) {
    const relations = table.rows.flatMap((row) => formula(row) ?? [])
    const holds = relations.filter((relation) => judgeRelation(relation).outcome === 'holds').length
    if (holds > (best?.holds ?? 0)) best = { formula, holds, count: relations.length }
  }
  return best !== undefined && best.holds >= Math.max(least, best.count * part) ? best.formula : undefined
}

/** What the headings say that a column is: 平均班额 beside 在校生 and 班级, 合计 of all columns on one side. */
function saidFormulas(table: TableClaims, column: number, heading: string): readonly Formula[] {
  const others = table.columns.filter((one) => one !== column)
  if (AVERAGE.test(heading)) {
    const named = namedPair(table, others, heading)
    return named === undefined ? [] : [averageFormula(table, column, ...named)]
  }
  if (!TOTAL.test(heading)) return []
  const sides = [others.filter((one) => one > column), others.filter((one) => one < column)]
  return sides.filter((side) => side.length > 1).map((side) => sumFormula(table, column, side))
}

function formulasOf(table: TableClaims, column: number, heading: string): readonly Formula[] {
  const others = table.columns.filter((one) => one !== column)
  const sample = table.rows.map((row) => table.at(row, column)).find((claim) => claim !== undefined)
  if (sample === undefined) return []
  if (sample.token.unit.dimension === 'percent') {
    const pairs = others.flatMap((a) => others.filter((b) => b !== a).map((b) => [a, b] as const))
    const isGrowth = /增|减|降/.test(heading)
    return pairs.map(([a, b]) => (isGrowth ? growthFormula(table, column, a, b) : shareFormula(table, column, a, b)))
  }
  if (/合计|小计|总计|总数|总额|^计|共/.test(heading)) return sumFormulas(table, column, others)
  if (/增减|增加|减少|差|净增/.test(heading))
    return others.flatMap((a) => others.filter((b) => b !== a).map((b) => changeFormula(table, column, a, b)))
  if (AVERAGE.test(heading))
    return others.flatMap((a) => others.filter((b) => b !== a).map((b) => averageFormula(table, column, a, b)))
  return []
}

/** Columns side by side, after the total or before it. */
function sumFormulas(table: TableClaims, column: number, others: readonly number[]): readonly Formula[] {
  const after = others.filter((one) => one > column)
  const before = others.filter((one) => one < column).toReversed()
  return [after, before].flatMap((side) =>
    Array.from({ length: Math.max(0, side.length - 1) }, (_, at) => side.slice(0, at + 2)).map((list) =>
      sumFormula(table, column, list),
    ),
  )
}

const sumFormula =
  (table: TableClaims, column: number, list: readonly number[]): Formula =>
  (row) => {
    const total = table.at(row, column)
    const parts = list.flatMap((one) => table.at(row, one) ?? [])
    return total && parts.length === list.length ? sumOf(total, parts, 'stated') : undefined
  }

interface Binary {
  readonly kind: Relation['kind']
  readonly compute: Relation['compute']
  readonly words: Relation['words']
  readonly tie: Tie
}

function binary(
  table: TableClaims,
  column: number,
  a: number,
  b: number,
  { kind, compute, words, tie }: Binary,
): Formula {
  return (row) => {
    const [target, first, second] = [table.at(row, column), table.at(row, a), table.at(row, b)]
    if (target === undefined || first === undefined || second === undefined || rational.isZero(second.value))
      return undefined
    return { kind, tie, target, inputs: [first, second], compute, words }
  }
}

const shareFormula = (table: TableClaims, column: number, a: number, b: number): Formula =>
  binary(table, column, a, b, {
    kind: 'share',
    tie: 'stated',
    compute: (inputs) => percentOf(input(inputs, 0), input(inputs, 1)),
    words: ([first, second]) => `${first} ÷ ${second}`,
  })

const growthFormula = (table: TableClaims, column: number, a: number, b: number): Formula =>
  binary(table, column, a, b, {
    kind: 'growth',
    tie: 'stated',
    compute: (inputs) => percentOf(difference(input(inputs, 0), input(inputs, 1)), input(inputs, 1)),
    words: ([now, base]) => `(${now} − ${base}) ÷ ${base}`,
  })

const changeFormula = (table: TableClaims, column: number, a: number, b: number): Formula =>
  binary(table, column, a, b, {
    kind: 'growth',
    tie: 'stated',
    compute: (inputs) => difference(input(inputs, 0), input(inputs, 1)),
    words: ([now, base]) => `${now} − ${base}`,
  })

const averageFormula = (table: TableClaims, column: number, a: number, b: number): Formula =>
  binary(table, column, a, b, {
    kind: 'each',
    tie: 'stated',
    compute: (inputs) =>
      /每百/.test(table.columnLabel(column))
        ? percentOf(input(inputs, 0), input(inputs, 1))
        : bounds.divBounds(input(inputs, 0), input(inputs, 1)),
    words: ([first, second]) => `${first} ÷ ${second}`,
  })
