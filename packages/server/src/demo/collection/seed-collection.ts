import { dayOf } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { openPeriod } from '../../collection/index.ts'
import { installMissingTables, type LoadedPack } from '../../packs/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county, isOpen, judgedYear, schools } from '../county.ts'
import { type DemoStage, stageOf } from './demo-stages.ts'
import { handInTask } from './hand-in-task.ts'

export interface SeededCollection {
  readonly tasks: number
  /** True when it had been done before; then nothing is changed. */
  readonly present: boolean
}

const title = `${judgedYear}年义务教育优质均衡数据采集`
const education = ['county_form', 'county_basics', 'school_roster'] as const
/** Schools of 义务教育: the special and the vocational school fill other forms. */
const reporting = schools.filter(
  (one) => isOpen(one, judgedYear) && (one.primary !== undefined || one.junior !== undefined),
)
const ofSchools = ['school_form', 'school_supplement'] as const

/**
 * Opens a period in the demo county that began three weeks ago and ends in nine days, with its schools at every step of
 * the way, by the same use cases as everybody else's.
 */
export async function seedCollection(
  { door, db, keyring }: Pick<Installation, 'door' | 'db' | 'keyring'>,
  pack: LoadedPack,
): Promise<SeededCollection> {
  await installMissingTables(db, pack.pack)
  const reach = { scopes: [areaPath(county.code)], county: county.code, path: areaPath(county.code) }
  const caller = systemCaller('建立演示县的上报期', reach)
  const opened = await door.write(caller, async (ctx) => ((await isSeeded(ctx)) ? undefined : open(ctx, pack)))
  if (opened === undefined) return { tasks: 0, present: true }
  for (const [at, school] of reporting.entries()) {
    const stage: DemoStage = stageOf(school.name, at)
    // Each school is a transaction of its own: nobody waits for all of them.
    await door.write(caller, (ctx) => handInTask(ctx, { period: opened.period_id, school, stage, keyring }))
  }
  return { tasks: opened.tasks, present: false }
}

async function isSeeded({ db }: Ctx): Promise<boolean> {
  const [first] = await db.run('select 1 from collection_periods where county_code = $1 limit 1', [county.code])
  return first !== undefined
}

function open(ctx: Ctx, pack: LoadedPack) {
  const names = reporting.map(({ code }) => `S${code}`)
  const day = (offset: number): string => dayOf(new Date(ctx.now.getTime() + offset * 86_400_000))
  return openPeriod(
    ctx,
    county.code,
    {
      title,
      pack_id: pack.pack.pack.id,
      year: judgedYear,
      opens_on: day(-21),
      closes_on: day(9),
      plans: [
        ...ofSchools.map((register) => ({ register, unit_ids: names, has_first_review: true })),
        ...education.map((register) => ({ register, unit_ids: ['D02'], has_first_review: false })),
      ],
    },
    pack,
  )
}
