import { randomUUID } from 'node:crypto'
import type { Finding, PacketConflict, TaskEntry, UploadEntry } from '@eduduty/core/collection'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { checkTask } from '../entry/check-task.ts'
import { assertMay } from '../review/assert-may.ts'
import { getTask, lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { codeOf, isRoster, presentTask, type TaskKey } from '../tasks/task-row.ts'
import { type ChosenRows, chooseRows } from '../upload/choose-rows.ts'
import { markUpload, type ReadUpload, readUpload, type SentFile } from '../upload/read-upload.ts'
import { storeUpload } from '../upload/store-upload.ts'
import { explainPacket, type PacketWords } from './explain-packet.ts'
import { mergePacket, NOTHING_MERGED, type PacketMerge } from './merge-packet.ts'
import { packetSheets } from './packet-layout.ts'
import { assertPacketOf, type ReturnedPacket, readPacket } from './read-packet.ts'

export interface PacketOutcome {
  readonly upload: UploadEntry
  readonly task: TaskEntry
  readonly conflicts: readonly PacketConflict[]
}

/**
 * Takes a packet back: what was filled in it is joined with what was filled here meanwhile, cell by cell, with its
 * explanations. The same packet again changes nothing. Errors: why the task takes nothing now, what is wrong with the
 * file as a whole, `collection.packet_broken`, `collection.upload_wrong_unit`.
 */
export async function receivePacket(
  door: Door,
  caller: Caller,
  key: TaskKey,
  { file, keyring }: { readonly file: SentFile; readonly keyring: Keyring },
): Promise<PacketOutcome> {
  const before = await door.read(caller, async (ctx) => {
    const task = await getTask(ctx, key)
    await assertMay(ctx, task, 'fill')
    return task
  })
  const { row, pack } = before
  const register = pack.register(row.register)
  if (isRoster(pack, row.register)) throw new AppError('collection.packet_roster', { table: register.title })
  const read = await readUpload(file, pack, register, { year: row.year, aside: Object.values(packetSheets) })
  const packet = readPacket(read.aside, keyring)
  assertPacketOf(packet, before)
  const chosen = chooseRows({ ...before, row: { ...before.row, unit_code: codeOf(before.row) } }, read)
  // A packet may come back half filled: what is blank is the task's own list of what is still to be filled.
  const findings = read.findings.filter(({ code }) => code !== 'required_blank')
  const wrong = findings.filter(({ level }) => level === 'error')
  const marked = wrong.length === 0 ? undefined : await markUpload(file, findings)
  return door.write(caller, (ctx) => keep(ctx, key, { file, keyring, read, packet, chosen, wrong, marked }))
}

interface Keeping {
  readonly file: SentFile
  readonly keyring: Keyring
  readonly read: ReadUpload
  readonly packet: ReturnedPacket
  readonly chosen: ChosenRows
  readonly wrong: readonly Finding[]
  readonly marked: Uint8Array | undefined
}

async function keep(ctx: Ctx, key: TaskKey, keeping: Keeping): Promise<PacketOutcome> {
  const { keyring, packet, chosen, wrong, file, read, marked } = keeping
  const [given] = chosen.rows
  const task = await lockTask(ctx, key)
  assertPacketOf(packet, task)
  await assertMay(ctx, task, 'fill')
  const uploadId = randomUUID()
  const merged: PacketMerge =
    given === undefined
      ? NOTHING_MERGED
      : await mergePacket(ctx, key, { base: packet.base, row: given, uploadId, keyring })
  await checkTask(ctx, await getTask(ctx, key), keyring)
  const words = await explainPacket(ctx, key, packet.checks, keyring)
  const upload = await storeUpload(ctx, task, {
    uploadId,
    file,
    sha256: read.sha256,
    way: 'packet',
    status: statusOf(merged, words, wrong.length),
    rowsTaken: 1,
    cellsChanged: merged.taken,
    faults: wrong.length,
    says: saysOf(task, merged, words, wrong.length),
    marked,
    keyring,
  })
  ctx.audit({
    action: 'collection.upload',
    subject: nameOf(task),
    detail: {
      way: '离线包',
      file: file.name,
      sha256: read.sha256,
      cells: merged.taken,
      conflicts: merged.conflicts.length,
      faults: wrong.length,
    },
  })
  const after = await getTask(ctx, key)
  return { upload, task: presentTask(after.row, after.pack), conflicts: merged.conflicts }
}

function statusOf({ taken, conflicts, locked, spared }: PacketMerge, { explained }: PacketWords, faults: number) {
  const left = conflicts.length + locked.length + spared
  if (taken + explained + left === 0) return 'unchanged'
  return left + faults > 0 ? 'partly' : 'taken'
}

function saysOf(
  { row, pack }: Task,
  { taken, conflicts, locked, spared }: PacketMerge,
  words: PacketWords,
  faults: number,
) {
  const titles = new Map(pack.register(row.register).columns.map(({ id, title }) => [id, title]))
  const apart = conflicts.map(
    ({ column, mine, theirs }) => `“${titles.get(column) ?? column}”离线包填 ${shown(mine)}，系统里是 ${shown(theirs)}`,
  )
  const parts = [
    taken === 0 ? (spared === 0 ? '没有要改的格' : '没有采用') : `采用 ${taken} 格`,
    apart.length > 0 ? `${apart.length} 格两边都改过，保留系统里的：${apart.join('、')}` : '',
    locked.length > 0 ? `${locked.length} 格没有退回、不能改：${locked.join('、')}` : '',
    words.explained > 0 ? `采用说明 ${words.explained} 条` : '',
    words.unfit.length > 0 ? `${words.unfit.join('、')} 的说明不足4个字或超过1000字，没有采用` : '',
    words.differing.length > 0 ? `${words.differing.join('、')} 的审核结果与文件里的不同，以系统为准` : '',
    faults > 0 ? `${faults} 处有错，已标红退回` : '',
  ]
  return parts.filter((part) => part !== '').join('；')
}

const shown = (text: string): string => (text === '' ? '空' : text)
