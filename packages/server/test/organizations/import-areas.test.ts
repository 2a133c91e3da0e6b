import type { AreaList, ImportOutcome } from '@eduduty/core/organizations'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { organizationRoutes } from '../../src/organizations/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { instant } from './county-of-units.ts'

let app: App

beforeAll(async () => {
  app = await createApp({
    deps: depsAs(await memoryDatabase(), [{ role: 'supervisor', scope: '99/9901/990171/' }], () => instant),
    routes: [organizationRoutes],
  })
})
afterAll(() => app.close())

async function send(payload: Buffer): Promise<ImportOutcome> {
  const headers = { 'x-eduduty-csrf': 'token', 'content-type': 'application/octet-stream' }
  const url = '/api/organizations/areas/import?name=areas.csv&from=2020-01-01'
  const answer = await app.inject({ method: 'POST', url, headers, payload })
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

const text = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'))

async function list(query: string): Promise<AreaList> {
  return (await app.inject(`/api/organizations/areas?${query}`)).json()
}

/** 代码,名称 / 99,江省 / 9901,江泽市 / 990171,云岭县 / 990171001,城关街道 in GB18030. */
const published = Buffer.from([
  ...[0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a],
  ...Buffer.from('99,'),
  ...[0xbd, 0xad, 0xca, 0xa1, 0x0a],
  ...Buffer.from('9901,'),
  ...[0xbd, 0xad, 0xd4, 0xf3, 0xca, 0xd0, 0x0a],
  ...Buffer.from('990171,'),
  ...[0xd4, 0xc6, 0xc1, 0xeb, 0xcf, 0xd8, 0x0a],
  ...Buffer.from('990171001,'),
  ...[0xb3, 0xc7, 0xb9, 0xd8, 0xbd, 0xd6, 0xb5, 0xc0, 0x0a],
])

it('reads a published list of code and name in GB18030; levels and parents come from the codes', async () => {
  expect(await send(published)).toMatchObject({ applied: true, added: 4, findings: [] })
  expect((await list('as_of=2024-01-01')).areas).toMatchObject([
    { code: '990000000000', level: 'province', name: '江省', parent_code: null },
    { code: '990100000000', level: 'city', name: '江泽市', parent_code: '990000000000' },
    { code: '990171000000', level: 'county', name: '云岭县', parent_code: '990100000000' },
    { code: '990171001000', level: 'township', name: '城关街道', parent_code: '990171000000' },
  ])
  expect(await send(published)).toMatchObject({ applied: true, added: 0, changed: 0, unchanged: 4 })
})

it('a merged township keeps its place in the past and names its successor', async () => {
  const head = '区划代码,名称,启用日期,停用日期,承接区划代码,来源'
  const merged = text(
    head,
    '990171101,石桥镇,2010-01-01,,,云政发1号',
    '990171001,城关街道,2020-01-01,2025-09-01,990171101,云政发1号',
  )
  expect(await send(merged)).toMatchObject({ applied: true, added: 1, changed: 1 })
  expect(await send(merged)).toMatchObject({ applied: true, added: 0, changed: 0, unchanged: 2 })
  const townships = async (day: string) =>
    (await list(`as_of=${day}&parent=990171`)).areas.map(({ name, successor_code }) => [name, successor_code])
  expect(await townships('2025-08-31')).toEqual([
    ['城关街道', '990171101000'],
    ['石桥镇', null],
  ])
  expect(await townships('2025-09-01')).toEqual([['石桥镇', null]])
})

it('another name needs the day it holds from; the export brings every version back', async () => {
  const renamed = (since: string) => text('区划代码,名称,启用日期', `990171101,石桥街道,${since}`)
  expect((await send(renamed(''))).findings).toMatchObject([{ level: 'error', cell: 'B2' }])
  expect(await send(renamed('2026-01-01'))).toMatchObject({ applied: true, changed: 1 })
  const file = await app.inject('/api/organizations/areas/export?format=xlsx')
  expect(await send(file.rawPayload)).toMatchObject({ added: 0, changed: 0, unchanged: 6, findings: [] })
})

it('refuses what is no code, what hangs in the air and what belongs to somebody else', async () => {
  const outcome = await send(
    text('区划代码,名称', '9901,江泽市改', '99018,不对', '990172,邻县', '990171999001,无根村', '990171102,新街道'),
  )
  expect(outcome).toMatchObject({ applied: false })
  const errors = outcome.findings.map(({ cell, message }) => [cell, message])
  expect(errors).toEqual(
    expect.arrayContaining([
      ['A2', '不在您管理的范围内'],
      ['A3', '“99018”不是区划代码'],
      ['A4', '不在您管理的范围内'],
    ]),
  )
  expect((await list('as_of=2026-01-01')).areas.map(({ name }) => name)).not.toContain('新街道')
})
