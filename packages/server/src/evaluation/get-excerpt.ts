import { type CellPlace, excerptOf, parseAddress, type Sheet, withholdPersons } from '@eduduty/core/collection'
import { type Static, Type } from 'typebox'
import { fileIdOf, findOnlineCell, findSentSheet, openGrid, unpackGrid } from '../collection/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Queries } from '../platform/db/database.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { strict } from '../platform/http/schemas.ts'
import type { Keyring } from '../platform/keys/keyring.ts'
import type { RunKey } from './find-run.ts'
import { findGatheredCell, GatheredView } from './gather/find-gathered-cell.ts'

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
    online: Type.Optional(
      Type.Object(
        {
          unit: Type.String(),
          table: Type.String(),
          item: Type.String(),
          text: Type.String(),
          by: Type.Optional(Type.String({ description: '谁填的' })),
          at: Type.Optional(Type.String({ description: '何时填的（UTC）' })),
          way: Type.Optional(Type.String({ description: '怎么填的' })),
        },
        { ...strict, description: '在线填报的单元格：没有原文件，由谁在何时填写' },
      ),
    ),
    gathered: Type.Optional(GatheredView),
  },
  strict,
)
export type ExcerptView = Static<typeof ExcerptView>

/** Rows and columns shown on each side of the cell. */
const RADIUS = 4

/**
 * The surroundings of a source cell: as they were read from a folder, in a file that was sent, or on the page where it was
 * typed. Errors: `evaluation.cell_not_found`.
 */
export async function getExcerpt(
  { db }: Pick<Ctx, 'db'>,
  key: RunKey,
  place: CellPlace,
  keyring: Keyring,
): Promise<ExcerptView> {
  const gathered = await findGatheredCell(db, key, place)
  if (gathered !== undefined) return gathered
  const source = await findSource(db, key, place)
  const view =
    source === undefined
      ? viewOf(place, await findFolderSheet(db, key, place, keyring))
      : source.upload_id === null
        ? await onlineView(db, key, { place, source }, keyring)
        : viewOf(
            place,
            await findSentSheet(db, { county: key.county, uploadId: source.upload_id, sheet: place.sheet, keyring }),
          )
  if (view === undefined) throw new AppError('evaluation.cell_not_found', { ...place })
  return view
}

interface Source {
  readonly submission_id: string
  readonly upload_id: string | null
  readonly run_at: string
}

/** What collected data the file of a place stands for; undefined for files of a folder. */
async function findSource(db: Queries, key: RunKey, place: CellPlace): Promise<Source | undefined> {
  const [source] = await db.run<Source>(
    `select s.submission_id, s.upload_id, r.created_at as run_at from evaluation_sources s
     join evaluation_runs r on r.county_code = s.county_code and r.run_id = s.run_id
     where s.county_code = $1 and s.run_id = $2 and s.file = $3 and s.sheet in ($4, '') limit 1`,
    [key.county, key.run, place.file, place.sheet],
  )
  return source
}

async function findFolderSheet(
  db: Queries,
  key: RunKey,
  place: CellPlace,
  keyring: Keyring,
): Promise<Sheet | undefined> {
  const [file] = await db.run<{ name: string; sha256: string }>(
    `select file ->> 'name' as name, file ->> 'sha256' as sha256
     from evaluation_runs, jsonb_array_elements(assessment -> 'files') as files (file)
     where county_code = $1 and run_id = $2 and file ->> 'name' = $3 limit 1`,
    [key.county, key.run, place.file],
  )
  if (file === undefined) return undefined
  const fileId = fileIdOf(file)
  const [row] = await db.run<{ sheet_no: number; grid: string; is_sealed: boolean }>(
    'select sheet_no, grid, is_sealed from collection_sheets where county_code = $1 and file_id = $2 and name = $3 and grid is not null limit 1',
    [key.county, fileId, place.sheet],
  )
  if (row === undefined) return undefined
  const { sheet_no: sheetNo, grid, is_sealed: isSealed } = row
  return unpackGrid(place.sheet, openGrid(keyring, { county: key.county, fileId, sheetNo, grid, isSealed }))
}

function viewOf(place: CellPlace, sheet: Sheet | undefined): ExcerptView | undefined {
  const excerpt = sheet === undefined ? undefined : excerptOf(sheet, place.cell, RADIUS)
  const highlight = excerpt && parseAddress(excerpt.cell)
  if (excerpt === undefined || highlight === undefined) return undefined
  const { top, left } = excerpt
  return {
    ...place,
    top,
    left,
    rows: excerpt.texts.map((texts) => texts.map(withholdPersons)),
    merges: excerpt.merges.map((merge) => ({
      top: top + merge.row,
      left: left + merge.column,
      bottom: top + merge.row + merge.rows - 1,
      right: left + merge.column + merge.columns - 1,
    })),
    highlight,
  }
}

async function onlineView(
  db: Queries,
  { county }: RunKey,
  { place, source }: { readonly place: CellPlace; readonly source: Source },
  keyring: Keyring,
): Promise<ExcerptView | undefined> {
  const wanted = { county, submissionId: source.submission_id, cell: place.cell, until: source.run_at }
  const found = await findOnlineCell({ db }, wanted, keyring)
  if (found === undefined) return undefined
  const { top, left, lines, highlight, unit, table, item, text, last } = found
  return {
    ...place,
    top,
    left,
    rows: lines.map((line) => [...line]),
    merges: [],
    highlight,
    online: { unit, table, item, text, ...last },
  }
}
