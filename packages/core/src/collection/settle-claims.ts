import type { Column } from '../packs/index.ts'
import { cellAddress } from './cell-address.ts'
import { type ColumnIndex, findNearestColumn, type MatchedBy } from './column-index.ts'
import { groupBy } from './group-by.ts'
import { headingKey } from './heading.ts'
import type { HeadedColumn } from './heading-block.ts'
import type { Unplaced } from './recognition.ts'
import type { Sheet } from './sheet.ts'

const RANK: Readonly<Record<MatchedBy, number>> = { mapping: 0, title: 1, synonym: 2, similar: 3 }

/** A heading that may stand for a register column. */
export interface Claim {
  readonly column: Column
  readonly by: MatchedBy
  readonly head: HeadedColumn
}

/** Columns with their one heading, and the headings that found none. */
export interface Settled {
  readonly settled: readonly Claim[]
  readonly unplaced: readonly Unplaced[]
}

/** Gives every register column at most one heading. Two equally good headings refuse each other: neither silently wins. */
export function settleClaims(
  sheet: Sheet,
  heads: readonly HeadedColumn[],
  claims: readonly Claim[],
  index: ColumnIndex,
): Settled {
  const unplaced: Unplaced[] = []
  const certain = decideHeads(heads, claims, unplaced)
  const settled: Claim[] = []
  for (const rivals of groupBy(certain, (claim) => claim.column.id).values()) {
    const best = strongest(rivals, sheet)
    if (best.length === 1 && best[0] !== undefined) settled.push(best[0])
    else unplaced.push(...best.map((claim) => claimedTwice(claim, best)))
  }
  const used = new Set([
    ...settled.map((claim) => claim.head.sheetColumn),
    ...unplaced.map((entry) => entry.sheetColumn),
  ])
  for (const head of heads)
    if (!used.has(head.sheetColumn) && !isAside(head)) unplaced.push(unknownHeading(head, index))
  return { settled, unplaced }
}

function decideHeads(heads: readonly HeadedColumn[], claims: readonly Claim[], unplaced: Unplaced[]): readonly Claim[] {
  const exact = new Set(claims.filter((claim) => claim.by !== 'similar').map((claim) => claim.column.id))
  return heads.flatMap((head) => {
    const own = claims.filter((claim) => claim.head === head && (claim.by !== 'similar' || !exact.has(claim.column.id)))
    if (own.length < 2) return own
    const heading = head.path.join('/')
    unplaced.push({
      code: 'ambiguous_heading',
      row: head.row,
      sheetColumn: head.sheetColumn,
      heading,
      message: `表头“${heading}”对得上多个填报项目：${own.map((claim) => claim.column.title).join('、')}，这一列没有采用`,
      advice: '请把表头改成填报项目的全称（下载的模板里有）',
    })
    return []
  })
}

/** The best-ranked rivals; among equals a column in sight beats a hidden one. */
function strongest(rivals: readonly Claim[], sheet: Sheet): readonly Claim[] {
  const rank = Math.min(...rivals.map((claim) => RANK[claim.by]))
  const best = rivals.filter((claim) => RANK[claim.by] === rank)
  const visible = best.filter((claim) => !sheet.hiddenColumns.has(claim.head.sheetColumn))
  return visible.length > 0 ? visible : best
}

function claimedTwice(claim: Claim, rivals: readonly Claim[]): Unplaced {
  const places = rivals.map(
    (rival) => `${cellAddress(rival.head.row, rival.head.sheetColumn)}“${rival.head.path.join('/')}”`,
  )
  return {
    code: 'claimed_twice',
    row: claim.head.row,
    sheetColumn: claim.head.sheetColumn,
    heading: claim.head.path.join('/'),
    column: claim.column.id,
    message: `有 ${rivals.length} 列都像是“${claim.column.title}”：${places.join('、')}，都没有采用`,
    advice: '只保留一列，或把另一列的表头改成不同的名称',
  }
}

/** Headings that every form has and no register wants. */
function isAside(head: HeadedColumn): boolean {
  return /^(?:序号|编号|行次|备注|说明|no)$/.test(headingKey(head.path.at(-1) ?? ''))
}

function unknownHeading(head: HeadedColumn, index: ColumnIndex): Unplaced {
  const heading = head.path.join('/')
  const nearest = findNearestColumn(index, head.path.at(-1) ?? heading)
  const unknown: Unplaced = {
    code: 'unknown_heading',
    row: head.row,
    sheetColumn: head.sheetColumn,
    heading,
    message: `表头“${heading}”不是“${index.register.title}”的填报项目，这一列没有采用`,
  }
  return nearest === undefined ? unknown : { ...unknown, advice: `如果它就是“${nearest.title}”，请改用这个名称` }
}
