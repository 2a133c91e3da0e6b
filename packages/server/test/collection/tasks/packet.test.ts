import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveAndCheck } from '../../../src/collection/entry/save-and-check.ts'
import { makePacket } from '../../../src/collection/packet/make-packet.ts'
import { type PacketOutcome, receivePacket } from '../../../src/collection/packet/receive-packet.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import { listFindings } from '../../../src/collection/tasks/list-findings.ts'
import type { TaskKey } from '../../../src/collection/tasks/task-row.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { openMemory } from '../../../src/platform/db/embedded/open-memory.ts'
import { personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { as, type CollectingCounty, openCollecting, today } from './collecting-county.ts'

let serial = 60

describe('the offline packet', () => {
  let db: Database
  let open: CollectingCounty
  beforeAll(async () => {
    db = await openMemory({ onCallingThread: true })
  })
  afterAll(() => db.close())
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(db, `9901${serial}`)
  })

  const clerk = (name = '叶晴川') => ({ name, scope: open.school, verb: 'collection.fill' as const })
  const issue = async () => {
    const { bytes } = await as(db, clerk(), (ctx) => makePacket(ctx, open.key, testKeyring()))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Uint8Array.from(bytes).buffer)
    return book
  }
  const send = async (book: ExcelJS.Workbook, key: TaskKey = open.key, scope = open.school): Promise<PacketOutcome> => {
    const file = { name: '离线包.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) }
    const caller = {
      actor: personAt(scope, '叶晴川'),
      verb: 'collection.fill' as const,
      scopes: [scope],
      purpose: '测试',
      origin: { requestId: 't', address: '127.0.0.1' },
    }
    return receivePacket(
      testDoor(db, () => today),
      caller,
      key,
      { file, keyring: testKeyring() },
    )
  }
  const type = (column: string, from: string, to: string, name?: string) =>
    as(db, clerk(name), (ctx) =>
      saveAndCheck(ctx, open.key, { edits: [{ row_no: 0, column, from, to }] }, testKeyring()),
    )
  const stored = async (...columns: readonly string[]) => {
    const [row] = await db.run(
      `select ${columns.join(', ')} from r_quality_balance_2017_school_form where county_code = $1`,
      [open.county],
    )
    return columns.map((column) => row?.[column] ?? null)
  }

  it('brings the form with what is filled, its checks as formulas, and hides its signature', async () => {
    await type('classes', '', '12')
    const book = await issue()
    const form = sheetOf(book, '学校填报表')
    expect(cellFor(form, '班级总数').value).toBe(12)
    const checks = sheetOf(book, '审核')
    const sum = rowFor(checks, '各班额段班级数之和等于班级总数')
    expect(sum.getCell(3).value).toBe('强制')
    expect(sum.getCell(4).formula).toContain("'学校填报表'!$E$18")
    expect(rowFor(checks, '学生数与上年相近').getCell(4).value).toBe('上传后核对')
    expect(checks.getCell('A3').formula).toContain('不符')
    expect(['字典', '核算', '签名'].map((name) => sheetOf(book, name).state)).toEqual(['hidden', 'hidden', 'hidden'])
  })

  it('coming back filled is taken; the same file again changes nothing', async () => {
    const book = await issue()
    cellFor(sheetOf(book, '学校填报表'), '班级总数').value = 12
    cellFor(sheetOf(book, '学校填报表'), '专任教师总人数').value = 30
    const first = await send(book)
    expect(first).toMatchObject({ conflicts: [], upload: { status: 'taken', cells_changed: 2, way: 'packet' } })
    expect((await stored('classes', 'teachers')).map(Number)).toEqual([12, 30])
    expect(first.task.state).toBe('filling')
    const again = await send(book)
    expect(again.upload).toMatchObject({ status: 'unchanged', cells_changed: 0 })
  })

  it('keeps what others filled meanwhile, empties what it emptied, and shows both sides where both changed', async () => {
    await type('classes', '', '10')
    await type('backbone_teachers', '', '5')
    const book = await issue()
    await type('classes', '10', '11', '韩秋实')
    await type('music_rooms', '', '2', '韩秋实')
    const form = sheetOf(book, '学校填报表')
    cellFor(form, '班级总数').value = 12
    cellFor(form, '专任教师总人数').value = 30
    cellFor(form, '县级及以上骨干教师数').value = null
    const { conflicts, upload } = await send(book)
    expect(conflicts).toMatchObject([{ column: 'classes', mine: '12', theirs: '11', by: '韩秋实' }])
    expect(upload).toMatchObject({ status: 'partly', cells_changed: 2 })
    expect(upload.says).toContain('“班级总数”离线包填 12，系统里是 11')
    const [classes, rooms, teachers, backbone] = await stored('classes', 'music_rooms', 'teachers', 'backbone_teachers')
    expect([classes, rooms, teachers].map(Number)).toEqual([11, 2, 30])
    expect(backbone).toBeNull()
  })

  it('is refused when what it was issued with was altered', async () => {
    await type('classes', '', '10')
    const book = await issue()
    const seal = sheetOf(book, '签名')
    seal.eachRow((row) => {
      if (row.getCell(1).value === 'cell:classes') row.getCell(2).value = '11'
    })
    await expect(send(book)).rejects.toMatchObject({ code: 'collection.packet_broken' })
    await expect(send(book)).rejects.toThrow('被改动过')
    book.removeWorksheet(seal.id)
    await expect(send(book)).rejects.toThrow('不是离线包')
  })

  it('of another school is refused, and so is one of an older version', async () => {
    const book = await issue()
    const [other] = await db.run<{ task_id: string }>(
      `select task_id from collection_tasks where county_code = $1 and unit_id = 'S2199000002'`,
      [open.county],
    )
    const elsewhere = open.school.replace('S2199000001', 'S2199000002')
    await expect(send(book, { county: open.county, taskId: other?.task_id ?? '' }, elsewhere)).rejects.toMatchObject({
      code: 'collection.upload_wrong_unit',
    })
    await db.run('update collection_tasks set version = 2 where county_code = $1 and task_id = $2', [
      open.county,
      open.key.taskId,
    ])
    await expect(send(book)).rejects.toThrow('第 1 版')
  })

  it('carries explanations into the system and says where its checks came out otherwise', async () => {
    const book = await issue()
    const form = sheetOf(book, '学校填报表')
    cellFor(form, '学校体育馆面积').value = 900
    cellFor(form, '室内体育用房面积').value = 300
    const checks = sheetOf(book, '审核')
    const gym = rowFor(checks, '体育馆面积一般不超过室内体育用房')
    gym.getCell(7).value = '体育馆独立建在操场东侧，不算教学用房'
    const verdict = gym.getCell(4)
    verdict.value = { formula: verdict.formula, result: '通过' }
    const { upload } = await send(book)
    expect(upload.says).toContain('采用说明 1 条')
    expect(upload.says).toContain(`${gym.getCell(1).text} 的审核结果与文件里的不同`)
    const findings = await as(db, clerk(), async (ctx) => listFindings(ctx, await getTask(ctx, open.key)))
    expect(findings.find(({ check }) => check === 'gym_within_indoor')?.explanation).toMatchObject({
      text: '体育馆独立建在操场东侧，不算教学用房',
      status: 'pending',
    })
    expect((await send(book)).upload.status).toBe('unchanged')
  })

  it('comes back red where a cell cannot be read; the rest is taken', async () => {
    const book = await issue()
    const form = sheetOf(book, '学校填报表')
    cellFor(form, '班级总数').value = 12
    cellFor(form, '专任教师总人数').value = '约三十'
    const { upload } = await send(book)
    expect(upload).toMatchObject({ status: 'partly', faults: 1, has_marked: true, cells_changed: 1 })
    expect(upload.says).toContain('采用 1 格')
    expect((await stored('classes')).map(Number)).toEqual([12])
  })

  it('a cell that cannot be read takes no good value’s place, whoever filled it, and is no choice between two', async () => {
    await type('classes', '', '10')
    await type('teachers', '', '30')
    const book = await issue()
    await type('classes', '10', '11', '韩秋实')
    const form = sheetOf(book, '学校填报表')
    cellFor(form, '班级总数').value = '约12'
    cellFor(form, '专任教师总人数').value = '约三十'
    const { conflicts, upload } = await send(book)
    expect(conflicts).toEqual([])
    expect(upload).toMatchObject({ status: 'partly', faults: 2, has_marked: true, cells_changed: 0 })
    expect((await stored('classes', 'teachers')).map(Number)).toEqual([11, 30])
  })
})

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

/** The cell of the vertical form that an item is filled into. */
function cellFor(form: ExcelJS.Worksheet, title: string): ExcelJS.Cell {
  return rowWhere(form, 3, title).getCell(5)
}

const rowFor = (checks: ExcelJS.Worksheet, title: string): ExcelJS.Row => rowWhere(checks, 2, title)

function rowWhere(sheet: ExcelJS.Worksheet, column: number, title: string): ExcelJS.Row {
  for (let at = 1; at <= sheet.rowCount; at += 1)
    if (sheet.getRow(at).getCell(column).text === title) return sheet.getRow(at)
  throw new Error(`no ${title}`)
}
