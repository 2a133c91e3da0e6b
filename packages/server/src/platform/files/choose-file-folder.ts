import { basename, dirname, join, resolve } from 'node:path'
import type { StorageChoice } from '../installation.ts'
import type { Io } from '../io.ts'

/** Where evidence files lie: EDUDUTY_FILES, else beside the data folder, of a server in the working folder. */
export function chooseFileFolder(storage: StorageChoice, io: Pick<Io, 'cwd' | 'env'>): string {
  const named = io.env.EDUDUTY_FILES
  if (named !== undefined && named !== '') return resolve(io.cwd, named)
  if ('url' in storage) return resolve(io.cwd, 'eduduty-files')
  return join(dirname(storage.dataDir), `${basename(storage.dataDir)}-files`)
}
