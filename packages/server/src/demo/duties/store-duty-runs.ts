import type { Register } from '@eduduty/core/packs'
import { type LoadedPack, packsFolder, readPack } from '../../packs/index.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'
import type { DemoFile } from '../demo-files.ts'
import { storeFolderRun } from '../store-folder-run.ts'
import { dutyYear, dutyYearFiles, townshipYearFiles } from './duty-year.ts'

/** Packs by which the tasks of the year are measured, each with what was handed in for it. */
const measuring = [
  ['county-duty', dutyYearFiles],
  ['township-duty', townshipYearFiles],
] as const

/**
 * Evaluates how the year of the tasks stands, once, by the shipped packs that the duties of the county and of its townships
 * are measured by. Gives whether a run was kept now. Error: a pack is missing or wrong, which is a bug.
 */
export async function storeShippedDutyRuns(
  installation: Pick<Installation, 'door' | 'db' | 'keyring'>,
): Promise<boolean> {
  let isNew = false
  for (const [id, files] of measuring) {
    const { loaded } = await readPack(id, packsFolder())
    if (loaded === undefined) throw new Error(`the shipped pack ${id} cannot be read`)
    isNew = (await storeDutyRun(installation, loaded, files)) || isNew
  }
  return isNew
}

/** Evaluates by a pack how the year of the tasks stands, once. Gives whether a run was kept now. */
export async function storeDutyRun(
  installation: Pick<Installation, 'door' | 'db' | 'keyring'>,
  pack: LoadedPack,
  filesOf: (registers: readonly Register[]) => Promise<readonly DemoFile[]>,
): Promise<boolean> {
  const { id, title } = pack.pack.pack
  if (await isStored(installation, id)) return false
  const files = await filesOf(pack.pack.registers)
  await storeFolderRun(installation, pack, {
    name: title,
    files,
    year: dutyYear,
    purpose: `评估演示县：${title}`,
    daysAgo: 3,
  })
  return true
}

async function isStored({ db }: Pick<Installation, 'db'>, pack: string): Promise<boolean> {
  const [first] = await db.run(
    'select 1 from evaluation_runs where county_code = $1 and pack_id = $2 and year = $3 limit 1',
    [county.code, pack, dutyYear],
  )
  return first !== undefined
}
