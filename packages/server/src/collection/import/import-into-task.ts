import { areaPath } from '@eduduty/core/organizations'
import { systemCaller } from '../../platform/ctx.ts'
import { type Installation, openNamedInstallation } from '../../platform/installation.ts'
import { tryingDoor } from '../../platform/trying-door.ts'
import { assertMay } from '../review/assert-may.ts'
import { dropUnfinishedLoads } from '../stream/drop-unfinished-loads.ts'
import { getTask, type Task } from '../tasks/get-task.ts'
import { codeOf, isRoster } from '../tasks/task-row.ts'
import { type ReceiveParts, receiveFile } from '../upload/receive-file.ts'
import { createRunningLoads } from '../upload/running-loads.ts'
import { findImportTask } from './find-import-task.ts'
import { type ImportReport, reportOfTrial, reportOfUpload } from './import-report.ts'
import { type ImportOrder, mappingOf, showProgress } from './order.ts'
import { tryFile } from './try-file.ts'
import { writeReturned } from './write-returned.ts'

const purpose = '命令行导入报表'

/** Imports a file into the task of an installation that asks for it, as the page does, or only tries to. */
export async function importIntoTask(order: ImportOrder): Promise<ImportReport> {
  const installation = await openNamedInstallation(order.options, order.io)
  try {
    const { db, door } = installation
    if (db.kind === 'embedded') await dropUnfinishedLoads(door)
    const row = await door.read(systemCaller(purpose), (ctx) => findImportTask(ctx, order))
    const county = row.county_code
    const caller = systemCaller(purpose, { scopes: [areaPath(county)], county, path: areaPath(county) })
    const task = await door.read(caller, async (ctx) => {
      const found = await getTask(ctx, { county, taskId: row.task_id })
      await assertMay(ctx, found, 'fill')
      return found
    })
    const roster = isRoster(task.pack, task.row.register)
    return order.dryRun && roster ? await tryRoster(order, task) : await send(order, installation, caller, task)
  } finally {
    await installation.close()
  }
}

/** A whole roster is not written only to be undone. */
async function tryRoster(order: ImportOrder, task: Task): Promise<ImportReport> {
  const { row, pack } = task
  const unit_code = codeOf(row)
  const mapping = await mappingOf(order, pack.pack)
  const tried = await tryFile(
    { ...order, pack, row: { ...row, unit_code }, county: row.county_code, path: row.org_path, ...mapping },
    { onProgress: (progress) => showProgress(order, progress) },
  )
  return reportOfTrial(await aroundOf(order, task, tried.marked), tried)
}

async function send(
  order: ImportOrder,
  { db, door, keyring }: Installation,
  caller: ReturnType<typeof systemCaller>,
  task: Task,
): Promise<ImportReport> {
  const { county_code: county, task_id: taskId } = task.row
  const running = createRunningLoads()
  const parts: ReceiveParts = { db, door: order.dryRun ? tryingDoor(door) : door, keyring, running }
  const mapping = await mappingOf(order, task.pack.pack)
  const watch = setInterval(() => {
    const progress = running.find({ county, taskId })
    if (progress !== undefined) showProgress(order, progress)
  }, 200)
  try {
    const outcome = await receiveFile(parts, caller, { county, taskId }, { ...order, ...mapping })
    return reportOfUpload(await aroundOf(order, task, outcome.marked), outcome)
  } finally {
    clearInterval(watch)
  }
}

async function aroundOf({ path, name, dryRun }: ImportOrder, { row, pack }: Task, marked: Uint8Array | undefined) {
  const copy = marked === undefined ? undefined : await writeReturned(path, marked)
  return { row, pack, file: name, dryRun, period: row.period_title, marked: copy }
}
