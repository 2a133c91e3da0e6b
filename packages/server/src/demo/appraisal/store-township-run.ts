import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areaPath } from '@eduduty/core/organizations'
import { assessFolder, storeRun, writeOutputs } from '../../evaluation/index.ts'
import { installMissingTables, type LoadedPack } from '../../packs/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { silentProgress } from '../../platform/progress.ts'
import { county, judgedYear } from '../county.ts'
import { townshipFiles } from './township-answers.ts'

/** Evaluates what the townships sent in, as the command does with a folder, and keeps it. Gives the id of the run. */
export async function storeTownshipRun(
  { door, db, keyring }: Pick<Installation, 'door' | 'db' | 'keyring'>,
  pack: LoadedPack,
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'eduduty-townships-'))
  try {
    const [data, output] = [join(root, '乡镇考核'), join(root, 'out')]
    await mkdir(data)
    await mkdir(output)
    for (const [name, lines] of townshipFiles(judgedYear))
      await writeFile(join(data, name), `${lines.map((line) => line.join(',')).join('\n')}\n`)
    const request = { folder: data, shownFolder: '乡镇考核', pack, thisYear: judgedYear, countyCode: county.code }
    const assessed = await assessFolder(request, silentProgress)
    const outputs = await writeOutputs(assessed, undefined, output, silentProgress)
    const tables = await installMissingTables(db, pack.pack)
    const path = areaPath(county.code)
    const caller = systemCaller('评估演示县的乡镇', { scopes: [path], county: county.code, path })
    await door.write(caller, (ctx) => storeRun(ctx, { pack, assessed, outputs, folder: output, tables, keyring }))
    return assessed.county.assessment().run.id
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
