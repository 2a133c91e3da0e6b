import { writeXlsx } from 'hucre/xlsx'
import type { Ctx } from '../../platform/ctx.ts'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertMay } from '../review/assert-may.ts'
import { getTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { isRoster, stateOf, type TaskKey } from '../tasks/task-row.ts'
import { makeDictionary } from '../template-dictionary.ts'
import { verticalSheet } from '../template-sheet.ts'
import { listTemplateRecords, type TaskFile } from '../upload/task-template.ts'
import { checkSheet } from './packet-check-sheet.ts'
import { planPacketChecks } from './packet-checks.ts'
import { placeCells, statusSheet } from './packet-form.ts'
import { sealPacket } from './packet-seal.ts'
import { sealSheet } from './seal-sheet.ts'

/**
 * A workbook to fill without the network: the form as it stands, its checks as formulas, and a signature over what it
 * held when it was issued. Errors: why the task takes nothing now, `collection.packet_roster`.
 */
export async function makePacket(ctx: Ctx, key: TaskKey, keyring: Keyring): Promise<TaskFile> {
  const task = await getTask(ctx, key)
  const { row, pack } = task
  const register = pack.register(row.register)
  if (isRoster(pack, row.register)) throw new AppError('collection.packet_roster', { table: register.title })
  await assertMay(ctx, task, 'fill')
  const [record = {}] = await listTemplateRecords(ctx, task, keyring)
  const title = `${row.year}年${row.unit_name}${register.title}`
  const dictionary = makeDictionary(register, pack.pack.codes ?? [])
  const form = verticalSheet(register, dictionary, { title, records: [record] })
  const cells = placeCells(register, form.name)
  const sheets = [
    form,
    checkSheet(title, planPacketChecks(pack, cells)),
    dictionary.sheet,
    statusSheet(pack, register, cells, dictionary),
    sealSheet(sealPacket(baseOf(ctx, task, record), keyring)),
  ]
  const bytes = await writeXlsx({ sheets, defaultFont: { name: '宋体', size: 11 } })
  await noteEvent(ctx, row, { action: 'packet_out', state: stateOf(row), says: `第 ${row.version} 版` })
  ctx.audit({ action: 'collection.download', subject: nameOf(task), detail: { way: '离线包' } })
  return { name: `${row.unit_name}-${register.title}-${row.year}-离线包`, bytes }
}

function baseOf(ctx: Ctx, { row, pack }: Task, record: Readonly<Record<string, string>>) {
  const register = pack.register(row.register)
  const open = register.columns.filter((column) => !isSealed(column))
  return {
    county: row.county_code,
    task: row.task_id,
    register: row.register,
    title: register.title,
    unitId: row.unit_id,
    unit: row.unit_name,
    year: String(row.year),
    version: String(row.version),
    issuedAt: ctx.now.toISOString(),
    issuedBy: ctx.actor.name,
    cells: new Map(
      open.flatMap(({ id }): [string, string][] => {
        const text = record[id] ?? ''
        return text === '' ? [] : [[id, text]]
      }),
    ),
  }
}
