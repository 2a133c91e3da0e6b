import { type CellPlace, parseAddress } from '@eduduty/core/collection'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { RunKey } from '../find-run.ts'
import { type ExcerptView, getExcerpt } from '../get-excerpt.ts'
import type { OwnReader } from './own-reader.ts'
import { getOwnFigures } from './own-run.ts'
import { unitsReached } from './units-reached.ts'

/**
 * The surroundings of a cell that figures of the caller's units were computed from: of what a unit sent itself as it stands,
 * of a sheet that holds other units too its own row alone. Errors: `evaluation.run_not_found`, `evaluation.cell_not_found`.
 */
export async function getOwnExcerpt(
  reader: OwnReader,
  run: string,
  place: CellPlace,
  keyring: Keyring,
): Promise<ExcerptView> {
  const { key } = await getOwnFigures(reader, run)
  if (!(await isReadForOwn(reader, key, place))) throw new AppError('evaluation.cell_not_found', { ...place })
  const view = await reader.asSystem(key.county, (db) => getExcerpt({ db }, key, place, keyring))
  return (await hasSent(reader, key, place.file)) ? view : rowOf(view)
}

/** Rows in the chains of the caller's figures in which the cell was read; that of another unit does not count. */
const rowsWithCell =
  '$.trace.aggregates[*].rows[*] ? (exists(@.cells[*].at ? (@.file == $file && @.sheet == $sheet && @.cell == $cell)))'

async function isReadForOwn(reader: OwnReader, { county, run }: RunKey, place: CellPlace): Promise<boolean> {
  const { file, sheet, cell } = place
  const found = await reader.ctx.db.run<{ unit: string | null }>(
    `select distinct row ->> 'unit' as unit from evaluation_figures f,
       jsonb_path_query(f.content, '${rowsWithCell}', $3::text::jsonb) as row
     where f.county_code = $1 and f.run_id = $2`,
    [county, run, JSON.stringify({ file, sheet, cell })],
  )
  const mayRead = await unitsReached(reader, county)
  return found.some(({ unit }) => mayRead(unit ?? undefined))
}

/** Whether the file is what a unit within the caller's units handed in. */
async function hasSent({ ctx }: OwnReader, { county, run }: RunKey, file: string): Promise<boolean> {
  const [source] = await ctx.db.run(
    'select 1 from evaluation_sources where county_code = $1 and run_id = $2 and file = $3 limit 1',
    [county, run, file],
  )
  return source !== undefined
}

function rowOf(view: ExcerptView): ExcerptView {
  const row = parseAddress(view.cell)?.row ?? view.top
  return { ...view, top: row, rows: view.rows.slice(row - view.top, row - view.top + 1), merges: [] }
}
