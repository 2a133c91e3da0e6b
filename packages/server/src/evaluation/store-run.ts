import type { Assessment } from '@eduduty/core/evaluation'
import { countyKeyOf } from '@eduduty/core/organizations'
import { storeFiles } from '../collection/index.ts'
import { findCodedPaths } from '../organizations/index.ts'
import { keepPack, type LoadedPack } from '../packs/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Keyring } from '../platform/keys/keyring.ts'
import type { AssessedFolder } from './assess-folder.ts'
import { storeResult } from './store-result.ts'
import { storeRows } from './store-rows.ts'
import { unitPathIn } from './unit-path.ts'
import type { Outputs } from './write-outputs.ts'

/** What of an evaluated folder is kept; an `AssessedFolder` says it all. */
interface EvaluatedFolder {
  readonly county: {
    assessment(): Assessment
    readonly evaluation: { readonly data: { readonly nameOf: (unit: string) => string } }
  }
  readonly read: AssessedFolder['read']
}

export interface RunToStore {
  readonly pack: LoadedPack
  readonly assessed: EvaluatedFolder
  readonly outputs: Outputs
  /** Folder that holds the files of `outputs`. */
  readonly folder: string
  /** Table of each register of the pack. */
  readonly tables: ReadonlyMap<string, string>
  readonly keyring: Keyring
}

/** Keeps a run over a folder with everything it stands on. The same run again replaces itself. */
export async function storeRun(ctx: Ctx, input: RunToStore): Promise<void> {
  const { assessed, pack, keyring } = input
  const assessment = assessed.county.assessment()
  const county = countyKeyOf(assessment.run.county.code)
  const { db } = ctx
  await keepPack(db, pack)
  const pathOf = unitPathIn(county, await findCodedPaths(db, county))
  const sheets = await storeFiles(db, { county, read: assessed.read, now: ctx.now, keyring })
  await storeRows(db, {
    pack: pack.pack,
    tables: input.tables,
    county,
    pathOf,
    snapshot: assessment.run.snapshot,
    rows: assessed.read.rows,
    sheets,
    nameOf: (unit) => (unit === county ? assessment.run.county.name : assessed.county.evaluation.data.nameOf(unit)),
    now: ctx.now,
    keyring,
  })
  await storeResult(ctx, { assessment, outputs: input.outputs, folder: input.folder, status: 'preview', sources: [] })
}
