import type { PackPlan } from '@eduduty/core/evaluation'
import { getTaskPack } from '../../collection/index.ts'
import { getRunFacts, getRunKey, type RunKey } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'

/** Templates belong to a county and a standards pack: every run of these may be filled into them. */
export interface TemplatePlace {
  readonly key: RunKey
  readonly county: string
  readonly packId: string
  readonly year: number
  readonly countyName: string
  /** Names of the pack in the version of the run. */
  readonly plan: PackPlan
}

/** Errors: `evaluation.run_not_found`. */
export async function findTemplatePlace({ db }: Pick<Ctx, 'db'>, run: string): Promise<TemplatePlace> {
  const key = await getRunKey(db, run)
  const { packId, packHash, year, countyName } = await getRunFacts(db, key)
  const pack = await getTaskPack(db, { packId, hash: packHash })
  return { key, county: key.county, packId, year, countyName, plan: pack.plan() }
}
