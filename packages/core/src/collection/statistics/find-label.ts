import { headingKey } from '../heading.ts'
import { isAside, type LabelBlock, type LabelledColumn, type LabelledRow } from './label-block.ts'
import { spellings } from './layouts.ts'

/** Where a label stands; several places with the same label are no answer. */
export type Found<Place> =
  | { readonly kind: 'found'; readonly place: Place }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ambiguous'; readonly places: readonly Place[] }

export interface BlockRow {
  readonly block: LabelBlock
  readonly row: LabelledRow
}

const keysOf = (path: string): readonly string[] => path.split('/').map(headingKey)

/** The row with a label: of several spellings, the first that the sheet has. */
export function findRow(blocks: readonly LabelBlock[], labels: string | readonly string[]): Found<BlockRow> {
  for (const path of spellings(labels)) {
    const keys = keysOf(path)
    const found = blocks.flatMap((block) => rowsOf(block, keys).map((row): BlockRow => ({ block, row })))
    if (found.length > 0) return only(found)
  }
  return { kind: 'missing' }
}

/** The column with a label, in the block that holds the row. A block with one column of values needs no label. */
export function findColumn(block: LabelBlock, labels: string | readonly string[] | undefined): Found<LabelledColumn> {
  const columns = block.columns.filter((column) => !isAside(column))
  if (columns.length === 1) return only(columns)
  if (labels === undefined) return columns.length === 0 ? { kind: 'missing' } : { kind: 'ambiguous', places: columns }
  for (const path of spellings(labels)) {
    const found = columns.filter(({ labels: own }) =>
      endsWith(
        own.map(({ key }) => key),
        keysOf(path),
      ),
    )
    if (found.length > 0) return only(found)
  }
  return { kind: 'missing' }
}

/** The label is the lowest heading, what stands before it in the path is somewhere above, in this order. */
function endsWith(own: readonly string[], path: readonly string[]): boolean {
  if (own.at(-1) !== path.at(-1)) return false
  let at = own.length - 1
  for (const key of path.toReversed()) {
    while (at >= 0 && own[at] !== key) at -= 1
    if (at < 0) return false
    at -= 1
  }
  return true
}

/** Rows with the label whose superiors stand to the left in the same row, or in a row above and nearer than any other such label. */
function rowsOf(block: LabelBlock, path: readonly string[]): readonly LabelledRow[] {
  const own = path.at(-1)
  const parents = path.slice(0, -1)
  return block.rows.filter((row, order) => {
    if (row.labels.at(-1)?.key !== own) return false
    let at = order
    let rest = row.labels.slice(0, -1).map(({ key }) => key)
    for (const parent of parents.toReversed()) {
      const beside = rest.lastIndexOf(parent)
      if (beside >= 0) {
        rest = rest.slice(0, beside)
        continue
      }
      at = rowAbove(block, at, parent, own)
      if (at < 0) return false
      rest = (block.rows[at]?.labels ?? []).slice(0, -1).map(({ key }) => key)
    }
    return true
  })
}

function rowAbove(block: LabelBlock, from: number, parent: string, own: string | undefined): number {
  for (let at = from - 1; at >= 0; at -= 1) {
    const key = block.rows[at]?.labels.at(-1)?.key
    if (key === parent) return at
    // Twice in a row is twice under one superior; further on a superior that nobody asked for may stand between.
    if (key === own && at < from - 1) return -1
  }
  return -1
}

function only<Place>(places: readonly Place[]): Found<Place> {
  const [first, ...more] = places
  if (first === undefined) return { kind: 'missing' }
  return more.length === 0 ? { kind: 'found', place: first } : { kind: 'ambiguous', places }
}
