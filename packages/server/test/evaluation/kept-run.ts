import { join } from 'node:path'
import { assessFolder } from '../../src/evaluation/index.ts'
import { startOutput } from '../../src/evaluation/output-folder.ts'
import { storeRun } from '../../src/evaluation/store-run.ts'
import { writeOutputs } from '../../src/evaluation/write-outputs.ts'
import { readPack } from '../../src/packs/index.ts'
import { installMissingTables } from '../../src/packs/install-missing-tables.ts'
import { silentProgress } from '../../src/platform/progress.ts'
import { systemIn, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

/** Evaluates `root`/data by `root`/pack, as writeSmallFolder wrote them, and keeps the run. Gives its id. */
export async function keepRun(root: string, instant: string, scope = testPath): Promise<string> {
  const [folder, packFolder] = [join(root, 'data'), join(root, 'pack')]
  const pack = (await readPack(packFolder, root)).loaded
  if (pack === undefined) throw new Error('the pack of the test is wrong')
  const assessed = await assessFolder({ folder, shownFolder: folder, pack, thisYear: 2025 }, silentProgress)
  const output = await startOutput(`${folder}-out`, folder)
  const outputs = await writeOutputs(assessed, folder, output.building, silentProgress)
  const db = await memoryDatabase()
  const tables = await installMissingTables(db, pack.pack)
  const door = testDoor(db, () => new Date(instant))
  await door.write(systemIn(scope), (ctx) =>
    storeRun(ctx, { pack, assessed, outputs, folder: output.building, tables, keyring: testKeyring() }),
  )
  await output.discard()
  return assessed.county.assessment().run.id
}
