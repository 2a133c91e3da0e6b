import type { LoadedPack } from '../../packs/index.ts'
import type { Installation } from '../../platform/installation.ts'
import { judgedYear } from '../county.ts'
import { storeFolderRun } from '../store-folder-run.ts'
import { townshipFiles } from './township-answers.ts'

/** Evaluates what the townships sent in and keeps it. Gives the id of the run. */
export function storeTownshipRun(
  installation: Pick<Installation, 'door' | 'db' | 'keyring'>,
  pack: LoadedPack,
): Promise<string> {
  const files = [...townshipFiles(judgedYear)].map(([path, lines]) => ({
    path,
    bytes: `${lines.map((line) => line.join(',')).join('\n')}\n`,
  }))
  return storeFolderRun(installation, pack, {
    name: '乡镇考核',
    files,
    year: judgedYear,
    purpose: '评估演示县的乡镇',
  })
}
