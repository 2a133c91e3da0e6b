import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { remindUnits } from '../../../src/collection/progress/remind-units.ts'
import { approveFirst } from '../../../src/collection/review/approve-task.ts'
import { collectionRoutes } from '../../../src/collection/routes.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import { moveUnit } from '../../../src/organizations/index.ts'
import type { SignedIn } from '../../../src/platform/http/access.ts'
import { createApp } from '../../../src/platform/http/create-app.ts'
import { noFiles, personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { inCounty } from '../../organizations/county-of-units.ts'
import { as, openCollecting, today } from './collecting-county.ts'
import { clerk, type Desk, deskOf } from './desk.ts'

let serial = 900

onBothEngines((database) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
  })

  /** An app in which the clerk is recognised at the school's old place first, and at `later` when asked again. */
  const appOfClerk = (later: OrgPath) => {
    let asked = 0
    const signedInAt = (path: OrgPath): SignedIn => ({
      actor: personAt(path, clerk),
      grants: [{ role: 'school_clerk', scope: path, unit: path, post: '填报员', grantId: 'g' }],
      session: '0'.repeat(64),
      csrfToken: 'token',
    })
    return createApp({
      deps: {
        db: database(),
        door: testDoor(database(), () => today),
        clock: () => today,
        keyring: testKeyring(),
        files: noFiles,
        identify: async () => {
          asked += 1
          return signedInAt(asked === 1 ? open.school : later)
        },
      },
      routes: [collectionRoutes],
    })
  }
  const move = () =>
    inCounty(database(), open.county, (ctx) =>
      moveUnit(ctx, {
        county: open.county,
        unitId: 'S2199000001',
        parentId: 'T02',
        on: '2026-11-25',
        reason: '区划调整',
      }),
    )

  it('keeps what a clerk was typing when the school moved: it is saved under the new path at once', async () => {
    await desk.type([{ row_no: 0, column: 'founded_year', from: '', to: '1998' }])
    await move()
    const moved: OrgPath = `${areaPath(open.county)}T02/S2199000001/`
    const save = async (later: OrgPath) => {
      const app = await appOfClerk(later)
      const answer = await app.inject({
        method: 'POST',
        url: `/api/collection/tasks/${open.county}/${open.key.taskId}/cells`,
        headers: { 'x-eduduty-csrf': 'token' },
        payload: { edits: [{ row_no: 0, column: 'founded_year', from: '1998', to: '1999' }] },
      })
      await app.close()
      return { status: answer.statusCode, body: answer.json() }
    }
    // Somebody whose post did not move along is told so: nothing is saved.
    expect(await save(open.school)).toMatchObject({ status: 404, body: { type: 'collection.task_not_found' } })
    expect(await save(moved)).toMatchObject({ status: 200, body: { results: [{ state: 'saved', text: '1999' }] } })
    const [row] = await database().run(
      'select org_path, founded_year::text as year from r_quality_balance_2017_school_form where county_code = $1',
      [open.county],
    )
    expect(row).toEqual({ org_path: moved, year: '1999' })
  })

  it('takes a school’s tasks and their history along to its new township, unchanged', async () => {
    await desk.plan((ctx) => remindUnits(ctx, { county: open.county, periodId: open.periodId }, { unit_ids: [] }))
    await desk.typeAll()
    await desk.submit()
    const history = () =>
      database().run(
        `select action, actor_name, occurred_at, reason, says from collection_task_events
         where county_code = $1 and task_id = $2 order by event_no`,
        [open.county, open.key.taskId],
      )
    const before = await history()
    await move()
    expect(await history()).toEqual(before)
    const root = areaPath(open.county)
    const tables = await database().run<{ table_name: string }>(
      `select c.table_name from information_schema.columns c
       where c.table_schema = 'public' and c.column_name = 'org_path'
         and (c.table_name like 'collection\\_%' or c.table_name like 'r\\_%')`,
    )
    expect(tables.length).toBeGreaterThan(12)
    for (const { table_name } of tables) {
      const left = await database().run(`select 1 from ${table_name} where org_path = $1`, [open.school])
      expect(left, table_name).toEqual([])
    }
    const look = (township: string) =>
      as(database(), { name: '专干', scope: `${root}${township}/`, verb: 'collection.review_first' }, (ctx) =>
        getTask(ctx, open.key),
      )
    await expect(look('T01')).rejects.toMatchObject({ code: 'collection.task_not_found' })
    expect((await look('T02')).row.state).toBe('submitted')
    const { row } = await as(
      database(),
      { name: '柳林专干', scope: `${root}T02/`, verb: 'collection.review_first' },
      (ctx) => approveFirst(ctx, open.key, ''),
    )
    expect(row.state).toBe('first_reviewed')
  })
})
