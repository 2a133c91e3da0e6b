import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { columnLetters } from '@eduduty/core/collection'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { beforeEach, expect, it } from 'vitest'
import { readMarked } from '../../../src/collection/upload/read-marked.ts'
import { receiveUpload } from '../../../src/collection/upload/receive-upload.ts'
import { makeTaskTemplate } from '../../../src/collection/upload/task-template.ts'
import { encodeGb18030 } from '../../../src/demo/encode-gb18030.ts'
import { personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { temporaryFolder } from '../../harness/temporary-folder.ts'
import { openCollecting, today } from './collecting-county.ts'
import { clerk, type Desk, deskOf, ownRow } from './desk.ts'
import { rightAnswers } from './filled-form.ts'
import { csvOf, tableOf, xlsxOf } from './school-files.ts'

let serial = 700

onBothEngines((database, engine) => {
  const folder = temporaryFolder()
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
  })
  const send = (bytes: Uint8Array, name = '学校填报表.xlsx') => {
    const caller = {
      actor: personAt(open.school, clerk),
      verb: 'collection.fill' as const,
      scopes: [open.school],
      purpose: '测试',
      origin: { requestId: 't', address: '127.0.0.1' },
    }
    const door = testDoor(database(), () => today)
    return receiveUpload(door, caller, open.key, { file: { name, bytes }, keyring: testKeyring() })
  }
  /** Rows that an upload leaves behind. */
  const traces = async () => {
    const [counts] = await database().run(
      `select (select count(*) from collection_uploads where county_code = $1) as uploads,
         (select count(*) from collection_cell_changes where county_code = $1) as changes,
         (select count(*) from collection_submissions where county_code = $1 and task_id is not null) as submissions,
         (select count(*) from collection_task_events where county_code = $1 and action <> 'open') as events,
         (select count(*) from r_quality_balance_2017_school_form where county_code = $1) as rows`,
      [open.county],
    )
    return counts
  }
  const nothing = { uploads: 0, changes: 0, submissions: 0, events: 0, rows: 0 }

  it('fills the form from the right file, so that it can be handed in', async () => {
    const { upload, task } = await send(await xlsxOf())
    expect(upload).toMatchObject({ status: 'taken', faults: 0, has_marked: false, uploaded_by: clerk })
    expect(upload.cells_changed).toBeGreaterThanOrEqual(Object.keys(rightAnswers).length)
    expect(task).toMatchObject({ state: 'filling', blank_cells: 0, cell_errors: 0, hard_errors: 0 })
    expect((await desk.submit()).row.state).toBe('submitted')
  })

  it('takes the same file again as unchanged', async () => {
    const bytes = await xlsxOf()
    await send(bytes)
    const before = await traces()
    const { upload } = await send(bytes)
    expect(upload).toMatchObject({ status: 'unchanged', cells_changed: 0, says: '与已填的内容相同' })
    expect(await traces()).toEqual({ ...before, uploads: 2 })
  })

  it('refuses the file of last year, of another school, of another table, and what is no table, whole', async () => {
    const other = { school_name: '河口小学', school_code: '2199000002' }
    const bad: readonly (readonly [Uint8Array, string, string])[] = [
      [await xlsxOf({ title: '2024年学校填报表' }), '去年.xlsx', 'collection.upload_wrong_year'],
      [await xlsxOf({ answers: other }), '河口.xlsx', 'collection.upload_wrong_unit'],
      [Buffer.from('日期,天气\r\n2025-09-01,晴\r\n'), '天气.csv', 'collection.upload_wrong_table'],
      [Buffer.from('PK\u0003\u0004 broken'), '坏.xlsx', 'collection.upload_unreadable'],
    ]
    for (const [bytes, name, code] of bad) await expect(send(bytes, name), name).rejects.toMatchObject({ code })
    await expect(send(await xlsxOf({ answers: other }))).rejects.toMatchObject({
      message: expect.stringMatching(/河口小学.*石桥镇中心小学/),
    })
    expect(await traces()).toEqual(nothing)
  })

  it('keeps the good cells, gives the wrong ones back red with a note, and takes the mended file', async () => {
    const { upload, task } = await send(await xlsxOf({ answers: { teachers: '三十二人左右', classes: '十二班' } }))
    expect(upload).toMatchObject({ status: 'partly', faults: 2, has_marked: true })
    expect(task).toMatchObject({ cell_errors: 2, blank_cells: 0 })
    const marked = await desk.fill((ctx) => readMarked(ctx, open.key, upload.upload_id, testKeyring()))
    const { sheets } = await readXlsx(marked.bytes)
    expect(JSON.stringify(sheets.map(({ rows }) => rows))).toContain('三十二人左右')
    expect(JSON.stringify(sheets.map(({ rows }) => rows))).toContain('错误清单：学校填报表.xlsx')
    expect(sheets.length).toBeGreaterThan(1)
    const mended = await send(await xlsxOf())
    expect(mended.upload).toMatchObject({ status: 'taken', cells_changed: 2 })
    expect(mended.task).toMatchObject({ cell_errors: 0, hard_errors: 0 })
  })

  it('leaves a good value where the file has a wrong one, and counts only what it took', async () => {
    await send(await xlsxOf())
    const held = () =>
      database().run('select teachers, classes from r_quality_balance_2017_school_form where county_code = $1', [
        open.county,
      ])
    const { upload, task } = await send(await xlsxOf({ answers: { teachers: '五人', classes: '13' } }))
    expect(upload).toMatchObject({ status: 'partly', cells_changed: 1, faults: 1, has_marked: true })
    expect(upload.says).toBe('采用 1 格；1 处有错，已标红退回')
    expect(task.cell_errors).toBe(0)
    expect(await held()).toEqual([{ teachers: '32', classes: '13' }])
    const again = await send(await xlsxOf({ answers: { teachers: '五人', classes: '13' } }))
    expect(again.upload).toMatchObject({ status: 'partly', cells_changed: 0 })
    expect(again.upload.says).toBe('其余与已填的内容相同；1 处有错，已标红退回')
  })

  it('marks where the heading should stand that was written over', async () => {
    const [title = [], headings = [], answers = []] = await tableOf()
    const heads = headings.map((heading) => (heading === '学校名称' ? '乱写' : heading))
    const rows = [title, heads, answers]
    const { upload, reading } = await send(await writeXlsx({ sheets: [{ name: '学校填报表', rows }] }))
    const at = `${columnLetters(headings.indexOf('学校名称'))}2`
    const gap = reading.find(({ code }) => code === 'missing_column')
    expect(gap).toMatchObject({ cell: at, found: '乱写' })
    expect(gap?.advice).not.toContain('对照文件')
    expect(upload.has_marked).toBe(true)
  })

  it('reads what old programs of county offices write: GB18030', async () => {
    const { upload, task } = await send(encodeGb18030(await csvOf()), '学校填报表.csv')
    expect(upload).toMatchObject({ status: 'taken', faults: 0 })
    expect(task.blank_cells).toBe(0)
  })

  it.runIf(engine === 'embedded')('and .xls', async () => {
    writeFileSync(`${folder}/a.xlsx`, await xlsxOf())
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'xls',
        '--outdir',
        folder,
        `${folder}/a.xlsx`,
      ],
      { stdio: 'ignore' },
    )
    const { upload } = await send(readFileSync(`${folder}/a.xls`), '学校填报表.xls')
    expect(upload).toMatchObject({ status: 'taken', faults: 0 })
  })

  it('finds its own template unchanged when it comes back as it went out', async () => {
    await desk.typeAll()
    const { rowNo } = await ownRow(database(), open.key)
    await desk.type([{ row_no: rowNo, column: 'ground_area', from: '5000', to: '五千多' }])
    const before = await traces()
    const template = await desk.fill((ctx) => makeTaskTemplate(ctx, open.key, testKeyring()))
    const { upload } = await send(template.bytes, `${template.name}.xlsx`)
    expect(upload).toMatchObject({ status: 'unchanged', cells_changed: 0 })
    expect(await traces()).toEqual({ ...before, uploads: 1 })
  })

  it('leaves nothing half done when it breaks off in the middle', async () => {
    await database().run(
      `create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$`,
    )
    await database().run(
      'create trigger break_off before insert on collection_uploads for each row execute function break_off()',
    )
    try {
      await expect(send(await xlsxOf())).rejects.toThrow()
    } finally {
      await database().run('drop trigger break_off on collection_uploads')
      await database().run('drop function break_off')
    }
    expect(await traces()).toEqual(nothing)
    expect((await send(await xlsxOf())).upload.status).toBe('taken')
  })

  it('of a returned form takes what was returned and leaves the rest', async () => {
    await desk.typeAll()
    await desk.submit()
    await desk.approveOnce()
    const { rowNo } = await ownRow(database(), open.key)
    await desk.giveBack({ cells: [{ row_no: rowNo, column: 'ground_area', reason: '请复测' }] })
    const { upload } = await send(await xlsxOf({ answers: { ground_area: '5100', teachers: '33' } }))
    expect(upload).toMatchObject({
      status: 'partly',
      cells_changed: 1,
      says: expect.stringMatching(/采用 1 格；没有退回、不能改的格没有采用：专任教师/),
    })
    const [row] = await database().run(
      `select ground_area::float as ground, teachers::int as teachers from r_quality_balance_2017_school_form
       where county_code = $1`,
      [open.county],
    )
    expect(row).toEqual({ ground: 5100, teachers: 32 })
  })
})
