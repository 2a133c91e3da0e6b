import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { areaPath } from '@eduduty/core/organizations'
import { storeRun } from '../evaluation/index.ts'
import { installMissingTables, type LoadedPack } from '../packs/index.ts'
import { systemCaller } from '../platform/ctx.ts'
import type { Installation } from '../platform/installation.ts'
import { county } from './county.ts'
import { assessInThread } from './thread/assess-in-thread.ts'

/** What somebody has put into a folder. */
export interface SentFolder {
  /** As it is called in the run. */
  readonly name: string
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array | string }[]
  readonly year: number
  readonly purpose: string
  /** How long ago it was done: a run that is not the county's latest is opened only by who looks for it. */
  readonly daysAgo?: number
  /** Whose it is; not said: the demo county's. */
  readonly area?: { readonly code: string; readonly name: string }
}

/** Evaluates files of the demo county, as the command does with a folder but in a thread, and keeps it. Gives the id of the run. */
export async function storeFolderRun(
  { door, db, keyring }: Pick<Installation, 'door' | 'db' | 'keyring'>,
  pack: LoadedPack,
  { name, files, year, purpose, daysAgo = 0, area = county }: SentFolder,
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'eduduty-demo-'))
  try {
    const [data, output] = [join(root, name), join(root, 'out')]
    await mkdir(output)
    for (const { path, bytes } of files) {
      await mkdir(dirname(join(data, path)), { recursive: true })
      await writeFile(join(data, path), bytes)
    }
    const of = { countyCode: area.code, countyName: area.name }
    const folder = { folder: data, shownFolder: name, pack, thisYear: year, ...of }
    const { assessment, read: content, rows: sent, outputs, names } = await assessInThread({ folder, output })
    const rows = sent.map((row) => ({ ...row, source: { ...row.source, cellOf: () => undefined } }))
    const read = { ...content, rows }
    const nameOf = (unit: string): string => names.get(unit) ?? unit
    const assessed = { county: { assessment: () => assessment, evaluation: { data: { nameOf } } }, read }
    const tables = await installMissingTables(db, pack.pack)
    const path = areaPath(area.code)
    const caller = systemCaller(purpose, { scopes: [path], county: area.code, path })
    await door.write(caller, (ctx) => {
      const now = new Date(ctx.now.getTime() - daysAgo * 86_400_000)
      return storeRun({ ...ctx, now }, { pack, assessed, outputs, folder: output, tables, keyring })
    })
    return assessment.run.id
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
