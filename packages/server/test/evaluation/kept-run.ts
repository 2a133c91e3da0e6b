import { join } from 'node:path'
import type { OrgPath } from '@eduduty/core/organizations'
import { assessFolder } from '../../src/evaluation/index.ts'
import { startOutput } from '../../src/evaluation/output-folder.ts'
import { storeRun } from '../../src/evaluation/store-run.ts'
import { writeOutputs } from '../../src/evaluation/write-outputs.ts'
import { type LoadedPack, readPack } from '../../src/packs/index.ts'
import { installMissingTables } from '../../src/packs/install-missing-tables.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { silentProgress } from '../../src/platform/progress.ts'
import { systemIn, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

/** Evaluates `root`/data by `root`/pack, as writeSmallFolder wrote them, and keeps the run. Gives its id. */
export async function keepRun(root: string, instant: string, scope = testPath): Promise<string> {
  const pack = (await readPack(join(root, 'pack'), root)).loaded
  if (pack === undefined) throw new Error('the pack of the test is wrong')
  const folder = join(root, 'data')
  const db = await memoryDatabase()
  return keepFolder(db, { folder, out: `${folder}-out`, pack, instant, scope })
}

interface KeptFolder {
  readonly folder: string
  /** Where its outputs are written for a while. */
  readonly out: string
  readonly pack: LoadedPack
  readonly instant: string
  readonly scope: OrgPath
  /** Where the folder does not say it. */
  readonly countyCode?: string
}

/** Evaluates a folder of 2025 by a pack and keeps the run in a database. Gives its id. */
export async function keepFolder(db: Database, { folder, out, pack, instant, scope, ...county }: KeptFolder) {
  const request = { folder, shownFolder: folder, pack, thisYear: 2025, ...county }
  const assessed = await assessFolder(request, silentProgress)
  const output = await startOutput(out, folder)
  const outputs = await writeOutputs(assessed, folder, output.building, silentProgress)
  const tables = await installMissingTables(db, pack.pack)
  const kept = { pack, assessed, outputs, folder: output.building, tables, keyring: testKeyring() }
  await testDoor(db, () => new Date(instant)).write(systemIn(scope), (ctx) => storeRun(ctx, kept))
  await output.discard()
  return assessed.county.assessment().run.id
}
