import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { reportRoutes } from '../../src/reports/routes.ts'
import { keepRun } from '../evaluation/kept-run.ts'
import { goodSchools, writeSmallFolder } from '../evaluation/small-folder.ts'
import { depsAs, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { linesOf, paragraph, row, table, wordTemplate } from './word-template.ts'

const root = temporaryFolder()
let office: App
let leader: App

beforeAll(async () => {
  writeSmallFolder(root, [...goodSchools, { code: '1003', name: '南小', pupils: '100', books: '1990' }])
  await keepRun(root, '2026-02-01T00:00:00Z')
  const open = async (role: 'supervisor' | 'leader') =>
    createApp({
      deps: depsAs(await memoryDatabase(), [{ role, scope: testPath }], () => new Date('2026-03-01T02:00:00Z')),
      routes: [reportRoutes],
    })
  office = await open('supervisor')
  leader = await open('leader')
})
afterAll(() => Promise.all([office.close(), leader.close()]))

const good = wordTemplate({
  body:
    paragraph('{县名}共有学生{全县学生数|0}人。') +
    table(row('{#学校}{对象名称}', '{生均图书|1}', '{生均图书.达标}{/学校}')),
})
const bad = wordTemplate({ body: paragraph('共有学生{全县学生|0}人') })

async function ask(method: 'GET' | 'POST', path: string, file?: Uint8Array, by = office) {
  const answer = await by.inject({
    method,
    url: `/api/reports/runs/latest${encodeURI(path)}`,
    headers: { 'x-eduduty-csrf': 'token', ...(file !== undefined && { 'content-type': 'application/octet-stream' }) },
    ...(file !== undefined && { payload: Buffer.from(file) }),
  })
  const isJson = String(answer.headers['content-type']).includes('json')
  return { status: answer.statusCode, body: isJson ? answer.json() : undefined, bytes: answer.rawPayload }
}

const schoolRows = ['东小', '20.0', '达标', '西小', '23.3', '达标', '南小', '19.9', '未达标']

describe('templates of an office', () => {
  it('are kept only without faults, filled, renewed and retired', async () => {
    const refused = await ask('POST', '/templates?title=通报&name=通报.docx', bad)
    expect(refused.body).toMatchObject({ tags: 1, faults: [{ wrong: '{全县学生|0}', suggestion: '{全县学生数|0}' }] })
    expect((await ask('GET', '/templates')).body).toEqual([])

    const { body } = await ask('POST', '/templates?title=通报&name=通报.docx', good)
    expect(body).toMatchObject({
      faults: [],
      kept: { title: '通报', versions: [{ version: 1, file_name: '通报.docx', tags: 7 }] },
    })
    const { id } = body.kept
    const filled = await ask('GET', `/templates/${id}/filled`, undefined, leader)
    expect(linesOf(filled.bytes)).toEqual(['云岭县共有学生500人。', ...schoolRows])

    const next = wordTemplate({ body: paragraph('{县名}') })
    expect((await ask('POST', `/templates/${id}/versions?name=新.docx&after=2`, next)).status).toBe(409)
    expect((await ask('POST', `/templates/${id}/versions?name=新.docx&after=1`, bad)).body.kept).toBeUndefined()
    expect((await ask('POST', `/templates/${id}/versions?name=新.docx&after=1`, next)).body.kept.versions).toHaveLength(
      2,
    )
    expect(linesOf((await ask('GET', `/templates/${id}/filled`)).bytes)).toEqual(['云岭县'])
    const first = await ask('GET', `/templates/${id}/versions/1`)
    expect(first.bytes.equals(Buffer.from(good))).toBe(true)

    expect((await ask('POST', '/templates?title=通报&name=通报.docx', good)).body).toMatchObject({
      title: expect.stringContaining('通报'),
    })
    expect((await ask('POST', `/templates/${id}/retirement`)).status).toBe(204)
    expect((await ask('GET', '/templates')).body).toEqual([])
    expect((await ask('GET', `/templates/${id}/filled`)).status).toBe(404)
  })

  it('may be tried, and marked where they are wrong, without being kept', async () => {
    expect((await ask('POST', '/template-check?name=a.docx', good)).body).toEqual({ tags: 7, faults: [], remarks: [] })
    expect(linesOf((await ask('POST', '/template-check/filled?name=a.docx', good)).bytes)).toContain('南小')
    const faulty = await ask('POST', '/template-check/filled?name=a.docx', bad)
    expect(faulty).toMatchObject({ status: 409, body: { title: expect.stringContaining('正文第1段') } })
    expect(linesOf((await ask('POST', '/template-check/marked?name=a.docx', bad)).bytes)[0]).toContain('【✗')
    expect((await ask('POST', '/template-check?name=a.docx', Buffer.from('文字'))).body.title).toContain('Word')
  })

  it('come with the names that the pack of the run knows', async () => {
    const { body } = await ask('GET', '/template-names', undefined, leader)
    const texts = body.map(({ text }: { text: string }) => text)
    expect(texts).toEqual(expect.arrayContaining(['{县名}', '{全县学生数|2}', '{#学校}{/学校}', '{生均图书|2}']))
    for (const { text, group } of body) {
      const inner = /^在 (\{#([^}]+)\})/.exec(group)
      const whole = inner === null ? text : `{#${inner[2]}}${text}{/}`
      const outer = whole.includes('未达标对象') ? `{#未达标指标}${whole}{/}` : whole
      const checked = await ask('POST', '/template-check?name=a.docx', wordTemplate({ body: paragraph(outer) }))
      expect(checked.body.faults, outer).toEqual([])
    }
  })

  it('are read by whoever reads results, and changed by the office alone', async () => {
    expect((await ask('GET', '/templates', undefined, leader)).status).toBe(200)
    expect((await ask('POST', '/templates?title=a&name=a.docx', good, leader)).status).toBe(403)
    expect((await ask('POST', '/template-check?name=a.docx', good, leader)).status).toBe(403)
  })
})
