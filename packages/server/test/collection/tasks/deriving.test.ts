import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { acceptDerived } from '../../../src/collection/derive/accept-derived.ts'
import { readDerived } from '../../../src/collection/derive/read-derived.ts'
import { addRows } from '../../../src/collection/entry/change-rows.ts'
import { readChanges } from '../../../src/collection/entry/read-changes.ts'
import { saveCells } from '../../../src/collection/entry/save-cells.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import type { TaskKey } from '../../../src/collection/tasks/task-row.ts'
import { installMissingTables } from '../../../src/packs/index.ts'
import type { Ctx } from '../../../src/platform/ctx.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCounty } from '../../organizations/county-of-units.ts'
import { as, loadPack } from './collecting-county.ts'

const registers = ['school_form', 'school_stage_form', 'class_roster', 'pupil_roster', 'staff_roster']

onBothEngines((database) => {
  const county = '990210'
  const school: OrgPath = `${areaPath(county)}T01/S2199000001/`
  const keyring = testKeyring()
  let tasks: ReadonlyMap<string, TaskKey>
  let year = 2000
  beforeAll(async () => {
    await openCounty(database(), county)
    for (const pack of ['duty-registers', 'quality-balance-2017'])
      await installMissingTables(database(), (await loadPack(pack)).pack)
  })
  // Each test has a year of its own: what stands in another one is not looked at.
  beforeEach(async () => {
    year += 2
    tasks = await open('duty-registers', '名册采集', registers)
  })

  /** A period of one school, its tasks by register. */
  async function open(pack: string, title: string, wanted: readonly string[]): Promise<ReadonlyMap<string, TaskKey>> {
    const loaded = await loadPack(pack)
    const days = { opens_on: '2026-11-01', closes_on: '2026-11-30' }
    const plans = wanted.map((register) => ({ register, unit_ids: ['S2199000001'], has_first_review: false }))
    const { period_id } = await as(
      database(),
      { name: '督导', scope: areaPath(county), verb: 'collection.plan' },
      (ctx) => openPeriod(ctx, county, { title: `${year}年${title}`, pack_id: pack, year, ...days, plans }, loaded),
    )
    const rows = await database().run<{ task_id: string; register: string }>(
      'select task_id, register from collection_tasks where county_code = $1 and period_id = $2',
      [county, period_id],
    )
    return new Map(rows.map(({ task_id, register }) => [register, { county, taskId: task_id }]))
  }

  const key = (register: string): TaskKey => tasks.get(register) ?? { county, taskId: '' }
  const fill = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    as(database(), { name: '叶晴川', scope: school, verb: 'collection.fill' }, work)
  const save = (task: TaskKey, cells: Readonly<Record<string, string>>, row = 0) =>
    fill((ctx) => {
      const edits = Object.entries(cells).map(([column, to]) => ({ row_no: row, column, from: '', to }))
      return saveCells(ctx, task, { edits }, { keyring, way: 'page' })
    })
  const derived = (task = key('school_form')) => fill((ctx) => readDerived(ctx, task))
  const valueAt = async (column: string) => (await derived()).values.find((value) => value.column === column)

  /** Classes of so many pupils. */
  async function fillClasses(sizes: readonly number[]): Promise<readonly number[]> {
    const task = key('class_roster')
    const rows = await fill((ctx) => addRows(ctx, task, sizes.length))
    for (const [at, size] of sizes.entries())
      await save(
        task,
        {
          class_code: `1-${at}`,
          class_name: `${at}班`,
          class_stage: '小学',
          class_grade: '一年级',
          class_size: `${size}`,
        },
        rows[at] ?? 0,
      )
    return rows
  }

  it('says what the rosters come to beside what was filled, and from which rows', async () => {
    await fillClasses([24, 44, 46])
    await save(key('school_form'), { school_type: '小学', classes: '4', classes_41_45: '1' })
    expect(await valueAt('classes')).toMatchObject({
      state: 'differs',
      derived: '3',
      filled: '4',
      difference: '1',
      rows_counted: 3,
      formula: '计数(班级名册)',
      is_open: true,
    })
    expect(await valueAt('classes_41_45')).toMatchObject({ state: 'same', derived: '1', rows_counted: 1 })
    expect(await valueAt('classes_46_50')).toMatchObject({ state: 'blank', derived: '1', filled: '' })
    const { rosters, may_accept } = await derived()
    expect(may_accept).toBe(true)
    expect(rosters).toContainEqual({
      register: 'class_roster',
      title: '班级名册',
      standing: 'draft',
      says: '填报中',
      rows: 3,
      period_title: `${year}年名册采集`,
      task_id: key('class_roster').taskId,
    })
  })

  it('names the roster that is missing and where it is handed in', async () => {
    await save(key('school_form'), { school_type: '小学' })
    expect(await valueAt('primary_pupils')).toMatchObject({ state: 'unknown', derived: '' })
    expect((await valueAt('primary_pupils'))?.why).toContain('没有报送学生名册')
    expect((await derived()).rosters).toContainEqual(
      expect.objectContaining({ register: 'pupil_roster', standing: 'missing', task_id: key('pupil_roster').taskId }),
    )
  })

  it('leaves out what the form need not hold', async () => {
    await fillClasses([30])
    await save(key('school_form'), { school_type: '小学' })
    expect(await valueAt('junior_pupils')).toBeUndefined()
    const high = { column: 'school_type', from: '小学', to: '完全中学', row_no: 0 }
    await fill((ctx) => saveCells(ctx, key('school_form'), { edits: [high] }, { keyring, way: 'page' }))
    expect(await valueAt('classes')).toBeUndefined()
    expect(await valueAt('junior_pupils')).toBeDefined()
  })

  it('takes what was accepted, remembers the way it came, and then agrees', async () => {
    await fillClasses([24, 44])
    await save(key('school_form'), { school_type: '小学', classes: '4' })
    const cells = [
      { row_no: 0, column: 'classes', from: '4', to: '2' },
      { row_no: 0, column: 'classes_to_25', from: '', to: '1' },
    ]
    const saved = await fill((ctx) => acceptDerived(ctx, key('school_form'), { cells }, keyring))
    expect(saved.results.map(({ state, text }) => [state, text])).toEqual([
      ['saved', '2'],
      ['saved', '1'],
    ])
    expect(await valueAt('classes')).toMatchObject({ state: 'same', filled: '2' })
    const changes = await fill(async (ctx) => {
      const task = await getTask(ctx, key('school_form'))
      const [row] = await ctx.db.run<{ row_no: number }>(
        'select row_no from collection_cell_changes where county_code = $1 and task_id = $2 limit 1',
        [county, task.row.task_id],
      )
      return readChanges(ctx, task, Number(row?.row_no), 'classes')
    })
    expect(changes[0]).toMatchObject({ old_text: '4', new_text: '2', way: '采用名册推算', by: '叶晴川' })
  })

  it('takes nothing when a roster has changed since it was looked at', async () => {
    const rows = await fillClasses([24, 44])
    await save(key('school_form'), { school_type: '小学' })
    const edit = { column: 'class_size', from: '24', to: '26', row_no: rows[0] ?? 0 }
    await fill((ctx) => saveCells(ctx, key('class_roster'), { edits: [edit] }, { keyring, way: 'page' }))
    const cells = [{ row_no: 0, column: 'classes_to_25', from: '', to: '1' }]
    await expect(fill((ctx) => acceptDerived(ctx, key('school_form'), { cells }, keyring))).rejects.toMatchObject({
      code: 'collection.derived_changed',
      message: expect.stringContaining('每班25人以下班级个数'),
    })
    expect(await valueAt('classes_to_25')).toMatchObject({ state: 'blank', derived: '0' })
  })

  it('overwrites nothing that somebody else has filled in meanwhile', async () => {
    await fillClasses([24])
    await save(key('school_form'), { school_type: '小学', classes: '9' })
    const cells = [{ row_no: 0, column: 'classes', from: '', to: '1' }]
    const { results } = await fill((ctx) => acceptDerived(ctx, key('school_form'), { cells }, keyring))
    expect(results).toMatchObject([{ state: 'conflict', text: '9' }])
  })

  it('knows the rosters also where the form is asked for by the pack that has none', async () => {
    await fillClasses([24])
    const own = await open('quality-balance-2017', '优质均衡', ['school_form'])
    const task = own.get('school_form') ?? key('')
    await save(task, { school_type: '小学', classes: '2' })
    const { values } = await derived(task)
    expect(values.find(({ column }) => column === 'classes')).toMatchObject({ state: 'differs', derived: '1' })
  })
})
