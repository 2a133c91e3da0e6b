import { beforeAll, describe, expect, it } from 'vitest'
import { addRows } from '../../../src/collection/entry/change-rows.ts'
import { checkGreatRoster } from '../../../src/collection/entry/check-great-roster.ts'
import { recheckTask } from '../../../src/collection/entry/recheck-task.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import { presentTask } from '../../../src/collection/tasks/task-row.ts'
import { installMissingTables } from '../../../src/packs/index.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { openMemory } from '../../../src/platform/db/embedded/open-memory.ts'
import { personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { loadPack, openCollecting, today } from './collecting-county.ts'
import { type Desk, deskOf } from './desk.ts'

const table = 'r_duty_registers_pupil_roster'

describe('a roster of more rows than are checked at each save', () => {
  let db: Database
  let desk: Desk
  let key: { county: string; taskId: string }
  let rowNo: number
  let school: string
  beforeAll(async () => {
    db = await openMemory({ onCallingThread: true })
    const open = await openCollecting(db, '990960')
    school = open.school
    const loaded = await loadPack('duty-registers')
    await installMissingTables(db, loaded.pack)
    const plans = [{ register: 'pupil_roster', unit_ids: ['S2199000001'], has_first_review: false }]
    const period = {
      title: '学籍',
      pack_id: 'duty-registers',
      year: 2025,
      opens_on: '2026-11-01',
      closes_on: '2026-11-30',
    }
    await deskOf(db, open).plan((ctx) => openPeriod(ctx, open.county, { ...period, plans }, loaded))
    const [task] = await db.run<{ task_id: string }>(
      `select task_id from collection_tasks where county_code = $1 and register = 'pupil_roster'`,
      [open.county],
    )
    key = { county: open.county, taskId: task?.task_id ?? '' }
    desk = deskOf(db, open, key)
    rowNo = (await desk.fill((ctx) => addRows(ctx, key, 1)))[0] ?? 0
    await db.run(
      `insert into ${table} (county_code, submission_id, year, org_path, school_code)
       select county_code, submission_id, year, org_path, school_code from ${table}, generate_series(1, 3100)`,
    )
  })
  const caller = () => ({
    actor: personAt(school, '叶晴川'),
    verb: 'collection.fill' as const,
    scopes: [school],
    purpose: '测试',
    origin: { requestId: 't', address: '127.0.0.1' },
  })
  const check = (now = today) =>
    checkGreatRoster(
      testDoor(db, () => now),
      caller(),
      key,
      testKeyring(),
    )
  const now = () =>
    desk.fill(async (ctx) => {
      const { row, pack } = await getTask(ctx, key)
      return presentTask(row, pack)
    })

  it('is checked row by row before it is handed in, and never handed in on what was found before', async () => {
    await check()
    expect(await now()).toMatchObject({ check_state: 'hard', cell_errors: 0, filled_cells: expect.any(Number) })
    const later = (minute: number) => new Date(today.getTime() + minute * 60_000)
    const edit = { row_no: rowNo, column: 'birth_on', from: '', to: '去年' }
    const { task, results } = await desk.type([edit], '叶晴川', later(1))
    expect(results).toMatchObject([{ state: 'invalid' }])
    expect(task).toMatchObject({ check_state: 'unchecked', cell_errors: 0 })
    await expect(desk.submit('叶晴川', later(2))).rejects.toMatchObject({ code: 'collection.stale_checks' })
    await expect(check(new Date('2026-12-05T02:00:00Z'))).rejects.toMatchObject({ code: 'collection.past_due' })
    expect(await now()).toMatchObject({ check_state: 'unchecked', cell_errors: 0 })
    const recheck = recheckTask(
      testDoor(db, () => later(3)),
      caller(),
      key,
      testKeyring(),
    )
    expect(await recheck).toBe(false)
    await check(later(3))
    expect(await now()).toMatchObject({ check_state: 'hard', cell_errors: 1 })
    const [found] = await db.run<{ row_no: number; columns: string }>(
      `select row_no::int as row_no, columns from collection_findings where task_id = $1 and kind = 'cell'`,
      [key.taskId],
    )
    expect(found).toEqual({ row_no: rowNo, columns: 'birth_on' })
    await expect(desk.submit('叶晴川', later(4))).rejects.toMatchObject({ code: 'collection.has_errors' })
  })
})
