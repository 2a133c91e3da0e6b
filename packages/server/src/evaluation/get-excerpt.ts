import { type CellPlace, excerptOf, parseAddress } from '@eduduty/core/collection'
import { type Static, Type } from 'typebox'
import { fileIdOf, unpackGrid } from '../collection/index.ts'
import type { Queries } from '../platform/db/database.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { strict } from '../platform/http/schemas.ts'
import type { RunKey } from './find-run.ts'

const at = { row: Type.Integer(), column: Type.Integer() }

/** A piece of a source sheet; all rows and columns count from 0 in the sheet itself. */
export const ExcerptView = Type.Object(
  {
    file: Type.String(),
    sheet: Type.String(),
    cell: Type.String(),
    top: Type.Integer(),
    left: Type.Integer(),
    rows: Type.Array(Type.Array(Type.String())),
    merges: Type.Array(
      Type.Object({ top: Type.Integer(), left: Type.Integer(), bottom: Type.Integer(), right: Type.Integer() }, strict),
    ),
    highlight: Type.Object(at, strict),
  },
  strict,
)
export type ExcerptView = Static<typeof ExcerptView>

/** Rows and columns shown on each side of the cell. */
const RADIUS = 4

/** The surroundings of a source cell as they were read, from the database. Errors: `evaluation.cell_not_found`. */
export async function getExcerpt(db: Queries, key: RunKey, place: CellPlace): Promise<ExcerptView> {
  const notFound = (): AppError => new AppError('evaluation.cell_not_found', { ...place })
  const [file] = await db.run<{ name: string; sha256: string }>(
    `select file ->> 'name' as name, file ->> 'sha256' as sha256
     from evaluation_runs, jsonb_array_elements(assessment -> 'files') as files (file)
     where county_code = $1 and run_id = $2 and file ->> 'name' = $3 limit 1`,
    [key.county, key.run, place.file],
  )
  if (file === undefined) throw notFound()
  const [row] = await db.run<{ grid: string | null }>(
    'select grid from collection_sheets where county_code = $1 and file_id = $2 and name = $3 and grid is not null limit 1',
    [key.county, fileIdOf(file), place.sheet],
  )
  const sheet = row?.grid === undefined || row.grid === null ? undefined : unpackGrid(place.sheet, row.grid)
  const excerpt = sheet === undefined ? undefined : excerptOf(sheet, place.cell, RADIUS)
  const highlight = excerpt && parseAddress(excerpt.cell)
  if (excerpt === undefined || highlight === undefined) throw notFound()
  const { top, left } = excerpt
  return {
    ...place,
    top,
    left,
    rows: excerpt.texts.map((texts) => [...texts]),
    merges: excerpt.merges.map((merge) => ({
      top: top + merge.row,
      left: left + merge.column,
      bottom: top + merge.row + merge.rows - 1,
      right: left + merge.column + merge.columns - 1,
    })),
    highlight,
  }
}
