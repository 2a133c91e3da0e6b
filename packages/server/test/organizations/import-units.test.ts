import type { ImportOutcome } from '@eduduty/core/organizations'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organizationRoutes } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { instant } from './county-of-units.ts'

const county = '990171'
let app: App
let db: Database

beforeAll(async () => {
  db = await memoryDatabase()
  app = await createApp({
    deps: depsAs(db, [{ role: 'supervisor', scope: '99/9901/990171/' }], () => instant),
    routes: [organizationRoutes],
  })
})
afterAll(() => app.close())

const headers = { 'x-eduduty-csrf': 'token', 'content-type': 'application/octet-stream' }

function send(text: string | Uint8Array, path = 'units/import', query = '') {
  const payload = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text)
  const url = `/api/organizations/${path}?name=${encodeURIComponent('名册.csv')}${query}`
  return app.inject({ method: 'POST', url, headers, payload })
}

async function sendUnits(lines: readonly string[], query = ''): Promise<ImportOutcome> {
  const answer = await send(lines.join('\r\n'), 'units/import', query)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

const head = '单位名称,单位类别,学校标识码,所属乡镇,办学类型,成立日期'
const good = [
  head,
  '云岭县人民政府,政府,990171,,,1986-07-01',
  '中心小学,小学,2199000001,石桥镇,小学,1990-09-01',
  '石桥镇,乡镇,,,,1986-07-01',
  '县教育局,部门,,,,1986-07-01',
  '石桥幼儿园,幼儿园,1199000001,石桥镇,,',
]

const units = () =>
  db.run<{ name: string; unit_id: string; org_path: string; opened_on: string }>(
    `select v.name, u.unit_id, u.org_path, u.opened_on from organizations_units u
     join organizations_unit_versions v using (county_code, unit_id)
     where county_code = $1 and v.until is null order by u.org_path`,
    [county],
  )

describe('importing a list of units', () => {
  it('only looks when asked to, in whatever order the rows stand', async () => {
    expect(await sendUnits(good, '&dry_run=true')).toMatchObject({ applied: false, added: 5, findings: [] })
    expect(await units()).toEqual([])
  })

  it('keeps the whole file out when one row is wrong, and says in Chinese which cells', async () => {
    const outcome = await sendUnits([
      ...good,
      '河口小学,小学,12345,石桥镇,小学,',
      '东山小学,小学,,东山乡,小学,',
      '中心小学,小学,2199000001,石桥镇,小学,',
      '西小,,2199000009,石桥镇,,',
    ])
    expect(outcome.applied).toBe(false)
    expect(outcome.findings.map(({ cell, message }) => `${cell} ${message}`)).toEqual(
      expect.arrayContaining([
        'C7 代码 12345 不对：学校标识码应是 10 位数字',
        'D8 没有找到上级单位“东山乡”',
        'A9 与 A3 是同一个单位',
        'B10 新设立的单位没有写明类别',
      ]),
    )
    expect(await units()).toEqual([])
  })

  it('gives the file back as a workbook with the wrong cells marked', async () => {
    const text = [...good, '河口小学,小学,12345,石桥镇,小学,'].join('\r\n')
    const answer = await send(text, 'units/import/marked')
    expect(answer.headers['content-disposition']).toContain('attachment')
    const { sheets } = await readXlsx(answer.rawPayload)
    expect(sheets.map((sheet) => sheet.name)).toContain('错误清单')
    expect(JSON.stringify(sheets)).toContain('学校标识码应是 10 位数字')
  })

  it('takes a right file, and the same file again changes nothing', async () => {
    expect(await sendUnits(good)).toMatchObject({ applied: true, added: 5, changed: 0 })
    const kept = await units()
    expect(kept).toContainEqual({
      name: '中心小学',
      unit_id: 'S2199000001',
      org_path: '99/9901/990171/T01/S2199000001/',
      opened_on: '1990-09-01',
    })
    expect(kept.find((unit) => unit.name === '石桥幼儿园')?.opened_on).toBe('2026-01-01')
    expect(await sendUnits(good)).toMatchObject({ applied: true, added: 0, changed: 0, unchanged: 5 })
    expect(await units()).toEqual(kept)
  })

  it('asks from when a change holds, and keeps the history', async () => {
    const change = [`${head},变更日期`, '石桥实验小学,小学,2199000001,,小学,,']
    expect((await sendUnits(change)).findings[0]).toMatchObject({
      cell: 'A2',
      message: '“单位名称”与登记的“中心小学”不同',
    })
    const dated = [`${head},变更日期`, '石桥实验小学,小学,2199000001,,小学,,2025-09-01']
    expect(await sendUnits(dated)).toMatchObject({ applied: true, changed: 1 })
    const detail = await app.inject('/api/organizations/units/990171/S2199000001')
    expect(detail.json()).toMatchObject({
      path_names: ['云岭县人民政府', '石桥镇', '石桥实验小学'],
      versions: [
        { name: '石桥实验小学', since: '2025-09-01' },
        { name: '中心小学', until: '2025-09-01' },
      ],
    })
  })

  it.each(['xlsx', 'csv'])('exports %s that can be imported again without a change', async (format) => {
    const file = await app.inject(`/api/organizations/units/export?format=${format}`)
    expect(file.statusCode).toBe(200)
    const again = await send(file.rawPayload)
    expect(again.json()).toMatchObject({ applied: true, added: 0, changed: 0, unchanged: 5, findings: [] })
  })

  it('finds by name, former name, code and pinyin initials', async () => {
    for (const text of ['实验小学', '中心小', '21990', 'sqsyxx', 'sqsx', 'SYXX']) {
      const found = await app.inject(`/api/organizations/search?text=${encodeURIComponent(text)}`)
      expect(found.json()).toMatchObject([{ name: '石桥实验小学' }])
    }
  })

  it('refuses what is no table, and what has no headings', async () => {
    expect((await send('%PDF-1.7 not a table')).json()).toMatchObject({
      applied: false,
      findings: [{ level: 'error' }],
    })
    expect((await sendUnits(['甲,乙', '1,2'])).findings).toMatchObject([{ message: '没有认出表头' }])
    expect((await send('')).statusCode).toBe(400)
  })
})
