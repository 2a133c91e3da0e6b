import { type LoadedPack, packsFolder, readPack } from '../../packs/index.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'
import { storeFolderRun } from '../store-folder-run.ts'
import { dutyYear, dutyYearFiles } from './duty-year.ts'

/**
 * Evaluates how the year of the tasks stands, once, by the shipped pack that the county's duties are measured by. Gives
 * whether a run was kept now. Error: the pack is missing or wrong, which is a bug.
 */
export async function storeShippedDutyRun(
  installation: Pick<Installation, 'door' | 'db' | 'keyring'>,
): Promise<boolean> {
  const { loaded } = await readPack('county-duty', packsFolder())
  if (loaded === undefined) throw new Error('the shipped pack county-duty cannot be read')
  return storeDutyRun(installation, loaded)
}

/** Evaluates by a pack how the year of the tasks stands, once. Gives whether a run was kept now. */
export async function storeDutyRun(
  installation: Pick<Installation, 'door' | 'db' | 'keyring'>,
  pack: LoadedPack,
): Promise<boolean> {
  const { id, title } = pack.pack.pack
  if (await isStored(installation, id)) return false
  const files = await dutyYearFiles(pack.pack.registers)
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
