import { checkDigitOf } from '@eduduty/core/identity'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import { beforeAll, expect, it } from 'vitest'
import { addRows } from '../../../src/collection/entry/change-rows.ts'
import { saveAndCheck } from '../../../src/collection/entry/save-and-check.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { readTask } from '../../../src/collection/tasks/read-task.ts'
import { installMissingTables } from '../../../src/packs/index.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCounty } from '../../organizations/county-of-units.ts'
import { as, loadPack } from './collecting-county.ts'

const county = '990230'
const school: OrgPath = `${areaPath(county)}T01/S2199000001/`
/** Area codes that do not exist. */
const numbers = ['99023020150101001', '99023020150101003'].map((digits) => digits + checkDigitOf(digits))
const pupils = [
  { pupil_name: '高星野', pupil_class: '1-01', pupil_grade: '一年级', id_number: numbers[0] ?? '', gender: '男' },
  { pupil_name: '高星河', pupil_class: '1-02', pupil_grade: '一年级', id_number: numbers[1] ?? '', gender: '女' },
  { pupil_name: '叶_疏影', pupil_class: '6-01', pupil_grade: '六年级', id_number: '写错了', gender: '女' },
]

onBothEngines((database) => {
  let taskId = ''
  const keyring = testKeyring()
  const fill = <T>(work: Parameters<typeof as<T>>[2]): Promise<T> =>
    as(database(), { name: '叶晴川', scope: school, verb: 'collection.fill' }, work)
  beforeAll(async () => {
    const loaded = await loadPack('duty-registers')
    await installMissingTables(database(), loaded.pack)
    await openCounty(database(), county)
    await as(database(), { name: '督导', scope: areaPath(county), verb: 'collection.plan' }, (ctx) =>
      openPeriod(
        ctx,
        county,
        {
          title: '名册',
          pack_id: 'duty-registers',
          year: 2025,
          opens_on: '2026-11-01',
          closes_on: '2026-11-30',
          plans: [{ register: 'pupil_roster', unit_ids: ['S2199000001'], has_first_review: false }],
        },
        loaded,
      ),
    )
    const [task] = await database().run<{ task_id: string }>(
      'select task_id from collection_tasks where county_code = $1',
      [county],
    )
    taskId = task?.task_id ?? ''
    const rows = await fill((ctx) => addRows(ctx, { county, taskId }, pupils.length))
    for (const [at, pupil] of pupils.entries()) {
      const edits = Object.entries(pupil).map(([column, to]) => ({ row_no: rows[at] ?? 0, column, from: '', to }))
      await fill((ctx) => saveAndCheck(ctx, { county, taskId }, { edits }, keyring))
    }
  })

  const find = async (text: string, more: { from?: number; size?: number; onlyProblems?: boolean } = {}) => {
    const wanted = { county, taskId, from: 0, size: 200, ...more, text }
    const { rows, row_total } = await fill((ctx) => readTask(ctx, wanted, { grants: [], keyring }))
    return { names: rows.map(({ cells }) => cells.pupil_name), total: row_total }
  }

  it.each([
    ['a part of a name', '高星', ['高星野', '高星河']],
    ['a class', '1-02', ['高星河']],
    ['the word of a code', '六年级', ['叶_疏影']],
    ['two words that must both stand there', '高星 1-01', ['高星野']],
    ['a sign that means something to the database, as itself', '_', ['叶_疏影']],
    ['a whole identity number', numbers[1] ?? '', ['高星河']],
    ['a part of an identity number, which is kept sealed', (numbers[1] ?? '').slice(-6), []],
    ['nothing that is there', '没有这个人', []],
  ])('finds by %s', async (_, text, names) => {
    expect(await find(text)).toEqual({ names, total: names.length })
  })

  it('counts all that match and gives them by pages', async () => {
    expect(await find('高星', { from: 1, size: 1 })).toEqual({ names: ['高星河'], total: 2 })
  })

  it('shows only rows with problems, whatever else is looked for', async () => {
    expect((await find('疏影', { onlyProblems: true })).names).toEqual(['叶_疏影'])
    // Blank required cells are problems too: every row of this roster has some.
    expect((await find('', { onlyProblems: true })).total).toBe(3)
    await database().run("delete from collection_findings where county_code = $1 and kind = 'blank'", [county])
    expect((await find('', { onlyProblems: true })).names).toEqual(['叶_疏影'])
  })
})
