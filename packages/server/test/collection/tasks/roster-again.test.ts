import { Readable } from 'node:stream'
import { type MappingFile, WHOLE_REGISTER } from '@eduduty/core/collection'
import { beforeEach, expect, it } from 'vitest'
import { addRows, removeRows } from '../../../src/collection/entry/change-rows.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { explainFinding } from '../../../src/collection/review/explain-finding.ts'
import { readTask } from '../../../src/collection/tasks/read-task.ts'
import { readVersion } from '../../../src/collection/tasks/read-version.ts'
import { receiveRoster } from '../../../src/collection/upload/receive-roster.ts'
import { createRunningLoads } from '../../../src/collection/upload/running-loads.ts'
import { SentBody } from '../../../src/collection/upload/sent-body.ts'
import { installMissingTables } from '../../../src/packs/index.ts'
import type { Door } from '../../../src/platform/door.ts'
import { personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { loadPack, openCollecting, today } from './collecting-county.ts'
import { clerk, type Desk, deskOf } from './desk.ts'

let serial = 870

interface Sending {
  readonly mapping?: MappingFile
  readonly through?: (door: Door) => Door
}

/** A roster of classes as a school sends it. */
const classes = (count: number, size = 40): string =>
  [
    '学校代码,班级代码,班级名称,学段,年级,班级人数',
    ...Array.from({ length: count }, (_, at) => `2199000001,2025-${at},${at}班,小学,一年级,${size}`),
  ].join('\r\n')

onBothEngines((database) => {
  let desk: Desk
  let key: { county: string; taskId: string }
  let school: Awaited<ReturnType<typeof openCollecting>>['school']
  beforeEach(async () => {
    serial += 1
    const open = await openCollecting(database(), `990${serial}`)
    school = open.school
    const loaded = await loadPack('duty-registers')
    await installMissingTables(database(), loaded.pack)
    const period = {
      title: '名册',
      pack_id: 'duty-registers',
      year: 2025,
      opens_on: '2026-11-01',
      closes_on: '2026-11-30',
      plans: [{ register: 'class_roster', unit_ids: ['S2199000001'], has_first_review: false }],
    }
    await deskOf(database(), open).plan((ctx) => openPeriod(ctx, open.county, period, loaded))
    const [task] = await database().run<{ task_id: string }>(
      `select task_id from collection_tasks where county_code = $1 and register = 'class_roster'`,
      [open.county],
    )
    key = { county: open.county, taskId: task?.task_id ?? '' }
    desk = deskOf(database(), open, key)
  })
  let minute = 0
  const send = async (text: string, { mapping, through = (door) => door }: Sending = {}) => {
    minute += 1
    const now = new Date(today.getTime() + minute * 1000)
    const caller = {
      actor: personAt(school, clerk),
      verb: 'collection.fill' as const,
      scopes: [school],
      purpose: '测试',
      origin: { requestId: 't', address: '127.0.0.1' },
    }
    const body = await SentBody.receive(Readable.from([Buffer.from(text)]))
    const parts = {
      db: database(),
      door: through(testDoor(database(), () => now)),
      keyring: testKeyring(),
      running: createRunningLoads(),
    }
    return receiveRoster(parts, caller, key, { name: '班级名册.csv', body, ...(mapping && { mapping }) })
  }
  const detail = () =>
    desk.review((ctx) => readTask(ctx, { ...key, from: 0, size: 10 }, { grants: [], keyring: testKeyring() }))
  const handThrough = async () => {
    await desk.submit(clerk, new Date(today.getTime() + 3600_000))
    await desk.approve()
    await desk.freeze()
  }

  it('can be sent as often as it takes, and is one version', async () => {
    await send(classes(2))
    await send(classes(3))
    await send(classes(4))
    expect((await detail()).versions).toMatchObject([{ version: 1, status: 'draft' }])
  })

  it('leaves one official version when a correction was sent anew', async () => {
    await send(classes(2))
    await handThrough()
    await desk.correct()
    await send(classes(3))
    await send(classes(4))
    await handThrough()
    expect((await detail()).versions).toMatchObject([
      { version: 1, status: 'superseded' },
      { version: 2, status: 'frozen', reason: '学籍核查后更正' },
    ])
    const frozen = await database().run<{ count: number }>(
      `select count(*)::int as count from collection_submissions where task_id = $1 and status = 'frozen'`,
      [key.taskId],
    )
    expect(frozen).toEqual([{ count: 1 }])
  })

  it('shows what was returned until a reviewer settles it, though a new file came', async () => {
    await send(classes(2))
    await desk.submit(clerk, new Date(today.getTime() + 3600_000))
    await desk.giveBack({ reason: '少报两个班' })
    await send(classes(4))
    expect((await detail()).returns).toMatchObject([{ reason: '少报两个班', is_answered: true, is_settled: false }])
  })

  it('of many rows is compared with all that stands in it now', async () => {
    await send(classes(5002))
    await handThrough()
    await desk.correct()
    const { rows } = await desk.review((ctx) =>
      readVersion(ctx, { ...key, version: 1, from: 5000, size: 10, against: 'now' }, testKeyring()),
    )
    expect(rows.map(({ is_gone }) => is_gone)).toEqual([false, false])
  })

  it('is not taken for the same when a row was added meanwhile, or when it was read by a mapping before', async () => {
    const text = classes(2)
    expect((await send(text)).upload.status).toBe('taken')
    expect((await send(text)).upload.status).toBe('unchanged')
    const addsOneAfter = (door: Door): Door => ({
      ...door,
      async read(asking, work) {
        const found = await door.read(asking, work)
        await desk.fill((ctx) => addRows(ctx, key, 1), clerk, new Date(today.getTime() + 3600_000))
        return found
      },
    })
    await expect(send(text, { through: addsOneAfter })).rejects.toMatchObject({ code: 'collection.changed_meanwhile' })
    expect((await send(text, { mapping: {} })).upload.status).toBe('taken')
    await database().run('delete from collection_cell_changes where task_id = $1', [key.taskId])
    expect((await send(text)).upload.status).toBe('taken')
  })

  it('of a unit without an official code begins with the first row by hand, which is its own', async () => {
    await database().run(`update collection_tasks set unit_code = '' where task_id = $1`, [key.taskId])
    const [rowNo] = await desk.fill((ctx) => addRows(ctx, key, 1))
    const { task, rows, events } = await detail()
    expect(task.state).toBe('filling')
    expect(events.map(({ action }) => action)).toContain('fill')
    expect(rows).toMatchObject([{ row_no: rowNo, cells: { school_code: 'S2199000001' } }])
  })

  it('of a unit without an official code is taken under its own id, and under nothing else', async () => {
    const under = (code: string) => classes(2).replaceAll('2199000001,', `${code},`)
    const before = classes(1).replaceAll('2199000001,', 'S2199000001,')
    expect((await send(before)).upload).toMatchObject({ status: 'partly', faults: 2 })
    await database().run(`update collection_tasks set unit_code = '' where task_id = $1`, [key.taskId])
    expect((await send(under('S2199000001'))).upload).toMatchObject({ status: 'taken', rows_taken: 2, faults: 0 })
    const { upload } = await send(`${under('S2199000001')}\r\nS21990,2025-9,错班,小学,一年级,40`)
    expect(upload).toMatchObject({ status: 'partly', faults: 2 })
  })

  it('tells of each thing found the row in which it stands, and opens at that row', async () => {
    await send(classes(3))
    await send(`${classes(700)}\r\n2199000001,2025-700,末班,小学,一年级,很多`)
    const { findings, row_total, row_positions = {} } = await detail()
    const [wrong] = findings
    // The number goes on from the file before; people count from the top of the table.
    expect(wrong?.row_no).toBeGreaterThan(701)
    expect(row_positions[String(wrong?.row_no)]).toBe(701)
    expect(wrong).toMatchObject({ kind: 'cell', columns: ['class_size'], message: expect.stringContaining('F702') })
    expect(row_total).toBe(701)
    const at = { ...key, from: 0, size: 100, at: wrong?.row_no }
    const there = await desk.review((ctx) => readTask(ctx, at, { grants: [], keyring: testKeyring() }))
    expect(there.row_from).toBe(700)
    expect(there.rows).toMatchObject([{ row_no: wrong?.row_no, cells: { class_name: '末班' } }])
    const [first = 0] = (await detail()).rows.map(({ row_no }) => row_no)
    const remove = { rowNos: [first], reason: '误报' }
    await desk.fill((ctx) => removeRows(ctx, key, remove, testKeyring()), clerk, new Date(today.getTime() + 3600_000))
    const added = await desk.fill((ctx) => addRows(ctx, key, 1), clerk, new Date(today.getTime() + 3600_000))
    const later = await desk.review((ctx) =>
      readTask(ctx, { ...at, at: added[0] }, { grants: [], keyring: testKeyring() }),
    )
    expect(later.row_positions).toMatchObject({ [String(wrong?.row_no)]: 700, [String(added[0])]: 701 })
  })

  it('counts all that was found though it lists the first, and is handed in when a rule is explained for all rows', async () => {
    await send(classes(3001, 60))
    const before = await detail()
    expect(before.task).toMatchObject({ soft_errors: 3001, open_explanations: 3001 })
    expect(before.findings).toHaveLength(500)
    expect(new Set(before.findings.map(({ row_no }) => row_no)).size).toBe(500)
    const submit = () => desk.submit(clerk, new Date(today.getTime() + 3600_000))
    await expect(submit()).rejects.toMatchObject({ code: 'collection.has_unexplained' })
    const explain = (row_no: number) =>
      desk.fill((ctx) =>
        explainFinding(ctx, key, { check: 'class_oversize', row_no, text: '今年撤并，两个班合班' }, testKeyring()),
      )
    expect((await explain(before.findings[0]?.row_no ?? 0)).row.open_explanations).toBe(3000)
    expect((await explain(WHOLE_REGISTER)).row.open_explanations).toBe(0)
    expect((await detail()).findings.every(({ explanation }) => explanation !== undefined)).toBe(true)
    expect((await submit()).row.state).toBe('submitted')
  })
})
