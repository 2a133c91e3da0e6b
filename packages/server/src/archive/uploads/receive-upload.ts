import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import {
  matchNeeds,
  type NeedSuggestion,
  shownName,
  shownParts,
  type UploadedFile,
  type UploadQuery,
  type UploadReceipt,
} from '@eduduty/core/archive'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { toAppError } from '../../platform/errors/to-app-error.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { whyNotAccepted } from '../needs/accepted-kinds.ts'
import { askThread } from '../reading/ask-thread.ts'
import { MediaRefused } from '../reading/media-refused.ts'
import { hasText } from '../texts/has-text.ts'
import { keepPaper } from './keep-paper.ts'
import { uploadLimits } from './limits.ts'
import { owedBy } from './owed-by.ts'
import { type TakenFile, takeIn } from './take-in.ts'
import { readUploadPlace, type UploadPlace } from './upload-place.ts'

export interface Receiving {
  readonly door: Door
  readonly files: FileStore
  readonly caller: Caller
  readonly county: string
  /** Told of every file that has words to be read out. */
  readonly onText: () => void
}

/**
 * Takes a file in, or each file of a zip; what is wrong with one is said of it and hides no other. Errors: those of the
 * place (`archive.unit_not_found`, `archive.need_not_found`, `archive.catalogue_closed`).
 */
export async function receiveUpload(
  receiving: Receiving,
  query: UploadQuery,
  content: AsyncIterable<Uint8Array>,
): Promise<UploadReceipt> {
  const place = await receiving.door.read(receiving.caller, (ctx) => readUploadPlace(ctx, receiving.county, query))
  const taken = await takenOrRefused(receiving, query.name, content, place, query.unpack === true)
  if ('outcome' in taken) return { files: [taken] }
  if (query.unpack === true && taken.media === 'application/zip') return unpackAll(receiving, taken, place)
  return { files: [await keep(receiving, taken, place)] }
}

async function unpackAll(receiving: Receiving, zip: TakenFile, place: UploadPlace): Promise<UploadReceipt> {
  const { files } = receiving
  const folder = await files.workFolder()
  const limits = { entryBytes: uploadLimits.fileBytes, totalBytes: uploadLimits.unpackedBytes }
  try {
    const entries = await askThread({ kind: 'unpack', path: zip.path, folder, limits })
    const received: UploadedFile[] = []
    for (const entry of entries) {
      if (entry.refused !== undefined) received.push(refused(entry.name, entry.refused))
      else {
        const taken = await takenOrRefused(receiving, entry.name, createReadStream(entry.path), place)
        received.push('outcome' in taken ? taken : await keptOrRefused(receiving, taken, place))
        await rm(entry.path, { force: true })
      }
    }
    return { files: received.length === 0 ? [refused(zip.name, '压缩包里没有文件')] : received }
  } catch (error) {
    if (error instanceof MediaRefused) return { files: [refused(zip.name, error.message)] }
    throw error
  } finally {
    await files.drop(zip)
    await rm(folder, { recursive: true, force: true })
  }
}

async function takenOrRefused(
  { door, files, caller, county }: Receiving,
  name: string,
  content: AsyncIterable<Uint8Array>,
  place: UploadPlace,
  isUnpacked = false,
): Promise<TakenFile | UploadedFile> {
  try {
    const room = await door.read(caller, (ctx) => place.room(ctx, county))
    return await takeIn(files, name, content, room, isUnpacked)
  } catch (error) {
    if (!(error instanceof AppError) || !ofTheFile.has(error.code)) throw error
    const reason = error.params.reason
    return refused(name, typeof reason === 'string' ? reason : `${error.message}${error.advice}`)
  }
}

const ofTheFile: ReadonlySet<string> = new Set([
  ...['archive.file_refused', 'archive.quota_reached', 'files.too_large', 'files.no_space', 'request.no_file'],
])

/**
 * The file first, then its row: a row never stands without its file, and a file without a row is swept. What is of a kind that
 * does not prove what was asked is kept all the same, unused, and the receipt says so.
 */
async function keep(receiving: Receiving, file: TakenFile, place: UploadPlace): Promise<UploadedFile> {
  const { door, files, caller, county, onText } = receiving
  const { need } = place
  const refusal = need === undefined ? undefined : whyNotAccepted(need, shownName(file.name), file.media)
  const served = refusal === undefined ? need?.need_id : undefined
  try {
    await files.place(county, file)
    const { row, isKnown } = await door.write(caller, (ctx: Ctx) =>
      keepPaper(ctx, county, place.unit, file, served, place.isDescribed ? owedBy(file) : {}),
    )
    if (hasText(file.media)) onText()
    return {
      name: shownParts(file.name).join('/'),
      outcome: isKnown ? 'known' : 'kept',
      paper: row.paper_id,
      title: row.title,
      suggested: suggestedFor(file.name, place),
      problem: refusal === undefined ? '' : `${refusal.message}文件已存进材料库，没有用于这一项。${refusal.advice}`,
    }
  } finally {
    await files.drop(file)
  }
}

/** What was kept before stands in the receipt, whatever happens to a later one. */
async function keptOrRefused(receiving: Receiving, file: TakenFile, place: UploadPlace): Promise<UploadedFile> {
  try {
    return await keep(receiving, file, place)
  } catch (error) {
    const { message, advice } = toAppError(error)
    return refused(file.name, `${message}${advice}`)
  }
}

function suggestedFor(name: string, place: UploadPlace): NeedSuggestion[] {
  return place.need === undefined ? [...matchNeeds(name, place.needs)] : []
}

const refused = (name: string, problem: string): UploadedFile => ({
  name: shownParts(name).join('/') || shownName(name),
  outcome: 'refused',
  title: shownName(name),
  suggested: [],
  problem,
})
