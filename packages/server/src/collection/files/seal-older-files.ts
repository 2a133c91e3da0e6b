import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { sealGrid, sealUpload } from './sealed-files.ts'

const caller = systemCaller('加密以前收下的文件')

/** Seals, one after the other, the files that an earlier program kept as they were sent. Gives how many it sealed. */
export async function sealOlderFiles(door: Door, keyring: Keyring, stopped: () => boolean): Promise<number> {
  let sealed = 0
  for (const sealNext of [sealNextUpload, sealNextGrid])
    while (!stopped() && (await door.write(caller, (ctx) => sealNext(ctx, keyring)))) sealed += 1
  return sealed
}

interface OlderUpload {
  readonly county_code: string
  readonly upload_id: string
  readonly content: Uint8Array | null
  readonly marked: Uint8Array | null
}

async function sealNextUpload(ctx: Ctx, keyring: Keyring): Promise<boolean> {
  const [upload] = await ctx.db.run<OlderUpload>(
    `select county_code, upload_id, content, marked from collection_uploads where not is_sealed
     order by county_code, upload_id limit 1 for update skip locked`,
  )
  if (upload === undefined) return false
  const { county_code: county, upload_id: uploadId, content, marked } = upload
  const kept = (column: 'content' | 'marked', bytes: Uint8Array | null): Uint8Array | null =>
    bytes && sealUpload(keyring, { county, uploadId }, column, bytes)
  await ctx.db.run(
    'update collection_uploads set content = $3, marked = $4, is_sealed = true where county_code = $1 and upload_id = $2',
    [county, uploadId, kept('content', content), kept('marked', marked)],
  )
  return true
}

interface OlderGrid {
  readonly county_code: string
  readonly file_id: string
  readonly sheet_no: number
  readonly grid: string
}

async function sealNextGrid(ctx: Ctx, keyring: Keyring): Promise<boolean> {
  const [sheet] = await ctx.db.run<OlderGrid>(
    `select county_code, file_id, sheet_no, grid from collection_sheets where not is_sealed and grid is not null
     order by county_code, file_id, sheet_no limit 1 for update skip locked`,
  )
  if (sheet === undefined) return false
  const place = { county: sheet.county_code, fileId: sheet.file_id, sheetNo: sheet.sheet_no }
  await ctx.db.run(
    'update collection_sheets set grid = $4, is_sealed = true where county_code = $1 and file_id = $2 and sheet_no = $3',
    [place.county, place.fileId, place.sheetNo, sealGrid(keyring, place, sheet.grid)],
  )
  return true
}
