import type { Verb } from '@eduduty/core/identity'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import type { TaskKey } from '../../../src/collection/tasks/task-row.ts'
import { installMissingTables, type LoadedPack, readPack } from '../../../src/packs/index.ts'
import type { Caller, Ctx } from '../../../src/platform/ctx.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { personAt, testDoor } from '../../harness/doors.ts'
import { openCounty } from '../../organizations/county-of-units.ts'

/** The day on which the tests take place. */
export const today = new Date('2026-11-25T04:00:00Z')

export async function loadPack(id = 'quality-balance-2017'): Promise<LoadedPack> {
  const { loaded } = await readPack(id, '/')
  if (loaded === undefined) throw new Error(`no pack ${id}`)
  return loaded
}

/** Does something as a person of a unit, by a verb that reaches `scope`. */
export function as<T>(
  db: Database,
  who: { readonly name: string; readonly scope: OrgPath; readonly verb: Verb; readonly now?: Date },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const caller: Caller = {
    actor: personAt(who.scope, who.name),
    verb: who.verb,
    scopes: [who.scope],
    purpose: '测试',
    origin: { requestId: 't', address: '127.0.0.1' },
  }
  return testDoor(db, () => who.now ?? today).write(caller, work)
}

export interface CollectingCounty {
  readonly county: string
  readonly school: OrgPath
  readonly key: TaskKey
  readonly periodId: string
}

/** A county with one open period in which three schools owe the school form. */
export async function openCollecting(db: Database, county: string): Promise<CollectingCounty> {
  const loaded = await loadPack()
  await installMissingTables(db, loaded.pack)
  await openCounty(db, county)
  const root = areaPath(county)
  const opened = await as(db, { name: '督导', scope: root, verb: 'collection.plan' }, (ctx) =>
    openPeriod(
      ctx,
      county,
      {
        title: '2025年优质均衡数据采集',
        pack_id: 'quality-balance-2017',
        year: 2025,
        opens_on: '2026-11-01',
        closes_on: '2026-11-30',
        plans: [
          {
            register: 'school_form',
            unit_ids: ['S2199000001', 'S2199000002', 'S2199000003'],
            has_first_review: true,
          },
        ],
      },
      loaded,
    ),
  )
  const [task] = await db.run<{ task_id: string }>(
    `select task_id from collection_tasks where county_code = $1 and unit_id = 'S2199000001'`,
    [county],
  )
  return {
    county,
    school: `${root}T01/S2199000001/`,
    key: { county, taskId: task?.task_id ?? '' },
    periodId: opened.period_id,
  }
}
