import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { CellContent, Sheet } from '@eduduty/core/collection'
import { Type } from 'typebox'
import { Value } from 'typebox/value'

const Content = Type.Union([
  Type.Object({ kind: Type.Literal('text'), text: Type.String() }),
  Type.Object({ kind: Type.Literal('number'), text: Type.String() }),
  Type.Object({ kind: Type.Literal('truth'), truth: Type.Boolean() }),
  Type.Object({ kind: Type.Literal('date'), date: Type.String(), serial: Type.String() }),
  Type.Object({ kind: Type.Literal('error'), text: Type.String() }),
])

const Grid = Type.Object({
  rows: Type.Array(Type.Array(Type.Union([Content, Type.Null()]))),
  merges: Type.Array(
    Type.Object({ top: Type.Integer(), left: Type.Integer(), bottom: Type.Integer(), right: Type.Integer() }),
  ),
})

/** A grid never unpacks to more than this. */
const LIMIT = 64 * 1024 * 1024

/** The cells of a sheet as short text for the database. */
export function packGrid(sheet: Sheet): string {
  const rows = sheet.rows.map((row) => Array.from(row, (cell): CellContent | null => cell?.content ?? null))
  return deflateRawSync(JSON.stringify({ rows, merges: sheet.merges })).toString('base64')
}

/** The sheet again, for an excerpt; undefined when the text is not one that was packed here. */
export function unpackGrid(name: string, packed: string): Sheet | undefined {
  const grid: unknown = JSON.parse(
    inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: LIMIT }).toString('utf8'),
  )
  if (!Value.Check(Grid, grid)) return undefined
  return {
    name,
    hidden: false,
    rows: grid.rows.map((row) => row.map((content) => (content === null ? undefined : { content }))),
    merges: grid.merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  }
}
