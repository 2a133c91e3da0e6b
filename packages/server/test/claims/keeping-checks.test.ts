import type { CheckDetail } from '@eduduty/core/claims'
import type { RoleId } from '@eduduty/core/identity'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimRoutes } from '../../src/claims/index.ts'
import { readDocx } from '../../src/claims/read-docx.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { reportRoutes } from '../../src/reports/index.ts'
import { keepRun } from '../evaluation/kept-run.ts'
import { goodSchools, writeSmallFolder } from '../evaluation/small-folder.ts'
import { depsAs, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { paragraph, table, wordFile, run as words } from './word-file.ts'

const root = temporaryFolder()
const people = new Map<string, App>()
let today = new Date('2026-03-01T02:00:00Z')
let evaluation: string

beforeAll(async () => {
  writeSmallFolder(root, goodSchools)
  evaluation = await keepRun(root, '2026-02-01T00:00:00Z')
  const open = async (id: string, role: RoleId, scope: string) =>
    people.set(
      id,
      await createApp({
        deps: depsAs(await memoryDatabase(), [{ role, scope }], () => today, id),
        routes: [claimRoutes, reportRoutes],
      }),
    )
  await open('li', 'supervisor', testPath)
  await open('wang', 'supervisor', testPath)
  await open('zhao', 'leader', testPath)
  await open('xiang', 'township_clerk', `${testPath}T01/`)
  await open('lin', 'supervisor', '99/9901/990102/')
})
afterAll(() => Promise.all([...people.values()].map((app) => app.close())))

async function ask(by: string, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object | Uint8Array) {
  const isFile = body instanceof Uint8Array
  const answer = await people.get(by)?.inject({
    method,
    url: `/api/claims${encodeURI(path)}`,
    headers: { 'x-eduduty-csrf': 'token', ...(isFile && { 'content-type': 'application/octet-stream' }) },
    ...(body !== undefined && { payload: isFile ? Buffer.from(body) : body }),
  })
  if (answer === undefined) throw new Error(`nobody is called ${by}`)
  const isJson = String(answer.headers['content-type']).includes('json')
  return { status: answer.statusCode, body: isJson ? answer.json() : undefined, bytes: answer.rawPayload }
}

const upload = (by: string, content: string | Uint8Array, more = '', name = '报告.docx') =>
  ask(by, 'POST', `/checks?name=${name}${more}`, typeof content === 'string' ? strToU8(content) : content)
const pathOf = ({ county, check }: { county: string; check: string }) => `/checks/${county}/${check}`
const read = async (by: string, key: { county: string; check: string }): Promise<CheckDetail> =>
  (await ask(by, 'GET', pathOf(key))).body

const WRONG = '在校生45678人，其中小学30123人、初中15655人。'

describe('a file that is checked', () => {
  it('is read as docx with its tables, and opened again by a colleague with text and findings', async () => {
    const file = wordFile(
      paragraph(words(WRONG)) +
        table([
          ['学校', '学生'],
          ['东小', '100'],
          ['西小', '300'],
          ['合计', '410'],
        ]),
    )
    const { status, body } = await upload('li', file)
    expect(status).toBe(200)
    const seen = await read('wang', body)
    expect(seen).toMatchObject({ title: '报告', by: 'li', is_own: false, may_mark: true, source: 'file' })
    expect(seen.content.text).toContain(WRONG)
    expect(seen.content.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table'])
    expect(seen.result.findings[0]).toMatchObject({ grade: 'wrong', kind: 'sum', sentence: WRONG, found: '45678人' })
    expect(seen.wrong).toBe(seen.result.findings.filter(({ grade }) => grade === 'wrong').length)
  })

  it.each([
    ['text in GB18030', encodeGb(WRONG)],
    ['html', strToU8(`<html><body><p>${WRONG}</p></body></html>`)],
  ])('is read as %s', async (_, content) => {
    const { body } = await upload('li', content, '', '报告.txt')
    expect((await read('li', body)).result.findings).toMatchObject([{ grade: 'wrong', found: '45678人' }])
  })

  it('takes nothing in from outside, and no entity grows', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "9人9人9人9人">]>'
    const xml = `<?xml version="1.0"?>${bomb}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>学生&a;&b;3人</w:t></w:r></w:p></w:body></w:document>`
    const { body } = await upload('li', zipSync({ 'word/document.xml': strToU8(xml) }))
    expect((await read('li', body)).content.text).toBe('学生&a;&b;3人\n')
  })

  it('is kept as pasted text without a file', async () => {
    const { body } = await upload('li', WRONG, '&pasted=true', '乡镇汇报')
    expect(await read('li', body)).toMatchObject({ source: 'text', title: '乡镇汇报', file_name: '', wrong: 1 })
  })

  it.each([
    ['a PDF named docx', '%PDF-1.7 x', '这是 PDF 文件'],
    ['blanks', ' \n \n', '里面没有文字'],
    ['nothing', new Uint8Array(0), '没有文件，或文件是空的'],
    ['half a docx', wordFile(paragraph(words(WRONG))).slice(0, 200), '文件已损坏'],
    ['an encrypted or old file', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'), '不能核对'],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), '这是工作簿'],
    ['a zip bomb', zipSync({ 'word/document.xml': new Uint8Array(120 * 1024 * 1024) }, { level: 9 }), '不能核对'],
  ])('is refused as %s, saying what to do, and not kept', async (_, content, says) => {
    const before = (await ask('li', 'GET', '/checks')).body.checks.length
    const { status, body } = await upload('li', content)
    expect(status).toBe(400)
    expect(`${body.title}${body.detail}`).toContain(says)
    expect((await ask('li', 'GET', '/checks')).body.checks).toHaveLength(before)
  })

  it.each(['报告.pdf', '报告.doc', '报告.xlsx', '照片.JPG'])(
    'is refused as text that calls itself %s',
    async (name) => {
      const { status, body } = await upload('li', 'MZ fake 3人', '', name)
      expect(status).toBe(400)
      expect(`${body.title}${body.detail}`).toContain('内容却不是')
    },
  )

  it('is taken as a page that calls itself a document, as many programs save them', async () => {
    const { body } = await upload('li', '<html><body><p>学生3人。</p></body></html>', '', '报告.doc')
    expect((await read('li', body)).numbers).toBe(1)
  })

  it('is refused when empty or beyond the size', async () => {
    expect((await upload('li', '')).status).toBe(400)
    expect((await upload('li', new Uint8Array(33 * 1024 * 1024))).status).toBe(413)
  })
})

describe('a report held against a run', () => {
  it('links its numbers with the figures of the run, equal or not', async () => {
    const { body } = await upload('li', '2025年，全县学生数410人。西小生均图书23.3册。', '&run=latest')
    const seen = await read('zhao', body)
    expect(seen.run).toMatchObject({ id: evaluation, title: expect.stringContaining('云岭县 2025年') })
    expect(seen.result.findings).toMatchObject([{ kind: 'against', expected: '400人', found: '410人' }])
    expect(seen.figures).toMatchObject([
      { title: '全县学生数', subject: '', shown: '400人', equal: false, figure: expect.any(String) },
      { title: '生均图书', subject: '西小', equal: true },
    ])
  })

  it("takes a school's own words for its own where it is told whose report it is", async () => {
    const { body } = await upload('li', '我校生均图书23.5册。', '&run=latest&subject=西小')
    expect((await read('li', body)).result.findings).toMatchObject([{ kind: 'against', expected: '23.3册' }])
    expect((await upload('li', WRONG, '&run=latest&subject=南小')).body.type).toBe('claims.subject_not_found')
  })

  it('is refused for whoever may not see the run, as if there were none', async () => {
    for (const by of ['xiang', 'lin'])
      expect((await upload(by, WRONG, `&run=${evaluation}`)).body.type).toBe('evaluation.run_not_found')
  })
})

describe('a report beside an older one', () => {
  it('says what changed, by how much, and where', async () => {
    const older = (await upload('li', '全县专任教师1200人。留守儿童300人。', '', '去年.txt')).body
    const { body } = await upload('li', '全县专任教师1250人。', `&older=${older.check}&older_county=${older.county}`)
    const seen = await read('li', body)
    expect(seen.older).toMatchObject({ check: older.check, title: '去年' })
    expect(seen.changes).toMatchObject([
      { kind: 'changed', quantity: '全县专任教师', before: '1200人', after: '1250人', percent: '+4.2', claim: 0 },
      { kind: 'vanished', quantity: '留守儿童' },
    ])
    const foreign = await upload('lin', WRONG, `&older=${older.check}&older_county=${older.county}`)
    expect(foreign.body.type).toBe('claims.older_not_found')
  })
})

describe('what becomes of findings', () => {
  it('is said by one and seen by another, and taken back', async () => {
    const { body } = await upload('li', WRONG)
    const mark = (by: string, state: string, note: string) =>
      ask(by, 'POST', `${pathOf(body)}/marks`, { finding: 0, state, note })
    expect((await mark('wang', 'no_problem', ' ')).body.type).toBe('claims.reason_missing')
    expect((await mark('zhao', 'settled', '')).status).toBe(403)
    expect((await ask('li', 'POST', `${pathOf(body)}/marks`, { finding: 9, state: 'open', note: '' })).status).toBe(404)
    await mark('wang', 'no_problem', '口径不同')
    expect((await read('li', body)).marked).toBe(1)
    expect((await mark('li', 'open', '再看看')).body).toMatchObject({
      marked: 0,
      marks: [
        { finding: 0, state: 'no_problem', note: '口径不同', by: 'wang' },
        { finding: 0, state: 'open', by: 'li' },
      ],
    })
  })

  it('goes out as a list in a workbook and in a document', async () => {
    const { body } = await upload('li', WRONG)
    await ask('li', 'POST', `${pathOf(body)}/marks`, { finding: 0, state: 'settled', note: '已改' })
    const book = await ask('zhao', 'GET', `${pathOf(body)}/findings?format=xlsx`)
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK')
    const word = await ask('zhao', 'GET', `${pathOf(body)}/findings?format=docx`)
    const { text } = await readDocx(word.bytes)
    for (const part of ['有误', WRONG, '30123人 + 15655人 = 45778人', '已处理（li）已改']) expect(text).toContain(part)
  })
})

describe('checks of others', () => {
  it('are not there beyond reach, and are deleted by their owner alone', async () => {
    const { body } = await upload('li', WRONG)
    for (const by of ['lin', 'xiang']) expect((await ask(by, 'GET', pathOf(body))).status).toBe(404)
    expect((await ask('lin', 'GET', '/checks')).body.checks).toEqual([])
    expect((await ask('wang', 'DELETE', pathOf(body))).body.type).toBe('claims.not_owner')
    expect((await ask('li', 'DELETE', pathOf(body))).status).toBe(204)
    expect((await ask('li', 'GET', pathOf(body))).status).toBe(404)
  })

  it('of a township are seen by the county, not the other way round', async () => {
    const { body } = await upload('xiang', WRONG)
    expect((await read('wang', body)).by).toBe('xiang')
    expect((await ask('xiang', 'GET', '/checks')).body.checks).toMatchObject([{ check: body.check }])
  })

  it('are gone after their time', async () => {
    const { body } = await upload('li', WRONG)
    const { keep_until } = await read('li', body)
    today = new Date(`${keep_until}T00:00:00Z`)
    expect((await ask('li', 'GET', pathOf(body))).status).toBe(200)
    today = new Date(today.getTime() + 86_400_000)
    expect((await ask('li', 'GET', pathOf(body))).status).toBe(404)
    await upload('li', WRONG)
    expect((await ask('li', 'GET', '/checks')).body.checks).toHaveLength(1)
    today = new Date('2026-03-01T02:00:00Z')
  })
})

describe('a draft of ours', () => {
  it('is checked as it stands against its own run, its paragraphs known', async () => {
    const reports = people.get('li')
    const send = (method: 'GET' | 'POST', url: string, payload?: object) =>
      reports?.inject({
        method,
        url: `/api/reports${url}`,
        headers: { 'x-eduduty-csrf': 'token' },
        ...(payload && { payload }),
      })
    const started = await send('POST', '', { run: evaluation, outline: 'default_report', subjects: ['county'] })
    const [report] = started?.json().created ?? []
    const { body, status } = await ask('li', 'POST', '/drafts', { county: '990101', report })
    expect(status).toBe(200)
    const seen = await read('wang', body)
    expect(seen).toMatchObject({ source: 'report', report, wrong: 0, run: { id: evaluation } })
    expect(seen.content.anchors).toHaveLength(seen.content.blocks.length)
    expect(seen.result.against?.equal).toBeGreaterThan(0)
    expect((await ask('lin', 'POST', '/drafts', { county: '990101', report })).status).toBe(404)
  })
})

/** Chinese text in GB18030: Node has no encoder, so the table is read backwards. */
function encodeGb(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Buffer.from([...text].flatMap((letter) => codes.get(letter) ?? [letter.charCodeAt(0)]))
}
