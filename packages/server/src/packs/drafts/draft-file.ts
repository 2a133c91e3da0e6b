import { parsePack, tablesOfPack } from '@eduduty/core/packs'
import { strToU8, zipSync } from 'fflate'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts'
import { findTooLong, workbookOf } from '../pack-workbook.ts'
import { type DraftKey, getDraft } from './draft-row.ts'
import { readDraftFiles } from './draft-texts.ts'

interface Download {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A draft as a zip of its folder, or as the workbook that can be read back. Errors: `pack.draft_not_found`, `pack.draft_unreadable`. */
export async function makeDraftFile(ctx: Ctx, key: DraftKey, format: 'zip' | 'xlsx'): Promise<Download> {
  const { title, saved_at } = await getDraft(ctx.db, key)
  const files = await readDraftFiles(ctx.db, key)
  ctx.audit({ action: 'packs.export_draft', subject: title, detail: { format } })
  if (format === 'zip') {
    const day = new Date(saved_at)
    const entries = files.map(({ path, text }) => [path, strToU8(text)])
    return { name: `${title}.zip`, bytes: zipSync(Object.fromEntries(entries), { mtime: day }) }
  }
  const { pack, overlay, problems } = parsePack(files)
  const content = pack ?? overlay
  if (content === undefined) throw new AppError('pack.draft_unreadable', { reason: problems[0]?.message ?? '' })
  const tables = tablesOfPack(content)
  const tooLong = findTooLong(tables)
  if (tooLong !== undefined)
    throw new AppError('pack.draft_unreadable', { reason: `${tooLong}太长，一个单元格放不下。` })
  const { id, since } = content.pack
  return { name: `${title}.xlsx`, bytes: await writeWorkbook(workbookOf(`标准包 ${id}`, tables), since) }
}
