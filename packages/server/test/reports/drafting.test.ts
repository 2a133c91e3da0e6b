import type { ReportDetail } from '@eduduty/core/reports'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { reportRoutes } from '../../src/reports/index.ts'
import { keepRun } from '../evaluation/kept-run.ts'
import { goodSchools, writeSmallFolder } from '../evaluation/small-folder.ts'
import { depsAs, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const root = temporaryFolder()
let office: App
let leader: App
let first: string

beforeAll(async () => {
  writeSmallFolder(root, [...goodSchools, { code: '1003', name: '南小', pupils: '100', books: '1990' }])
  first = await keepRun(root, '2026-02-01T00:00:00Z')
  const open = async (role: 'supervisor' | 'leader', id: string) =>
    createApp({
      deps: depsAs(await memoryDatabase(), [{ role, scope: testPath }], () => new Date('2026-03-01T02:00:00Z'), id),
      routes: [reportRoutes],
    })
  office = await open('supervisor', 'li')
  leader = await open('leader', 'wang')
})
afterAll(() => Promise.all([office.close(), leader.close()]))

async function ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, by = office) {
  const answer = await by.inject({
    method,
    url: `/api/reports${path}`,
    headers: { 'x-eduduty-csrf': 'token' },
    ...(body !== undefined && { payload: body }),
  })
  return {
    status: answer.statusCode,
    file: decodeURIComponent(String(answer.headers['content-disposition']).split("''")[1] ?? ''),
    body: String(answer.headers['content-type']).includes('json') ? answer.json() : answer.rawPayload,
  }
}

const textOf = ({ content }: ReportDetail): string =>
  content.blocks
    .map((block) => (block.kind === 'paragraph' ? block.pieces.map(({ text }) => text).join('') : ''))
    .join('\n')

/** The report as the page sends it, with `words` behind its first paragraph. */
function edited({ revision, content }: ReportDetail, words: string) {
  const { dropped: _, blocks, ...rest } = content
  const at = blocks.findIndex(({ kind }) => kind === 'paragraph')
  return {
    revision,
    content: {
      ...rest,
      blocks: blocks.map((block, index) => {
        if (block.kind === 'heading') return { kind: 'heading', id: block.id, level: block.level, text: block.text }
        if (block.kind !== 'paragraph') return { kind: 'kept', id: block.id }
        const pieces = index === at ? [...block.pieces, { text: words }] : block.pieces
        return { kind: 'paragraph', id: block.id, pieces }
      }),
    },
  }
}

/** What stands at the head of each page of a file; empty of a final one. */
const headOf = (file: Buffer): string =>
  strFromU8(unzipSync(file)['word/header1.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')

let path = ''
const read = async (): Promise<ReportDetail> => (await ask('GET', path)).body

describe('a report', () => {
  it('is offered by an evaluation, once for each subject, and started', async () => {
    const { body } = await ask('GET', '/offers?run=latest')
    expect(body.outlines).toMatchObject([{ outline: 'default_report', subjects: [{ name: '云岭县' }] }])
    const start = { run: first, outline: 'default_report', subjects: ['county'] }
    const { created } = (await ask('POST', '', start)).body
    expect(created).toHaveLength(1)
    expect((await ask('POST', '', start)).body).toEqual({ created: [], present: ['云岭县'] })
    path = `/${body.county}/${created[0]}`
    expect(textOf(await read())).toContain('未达标')
    expect((await ask('GET', '')).body.reports).toMatchObject([
      { state: 'writing', open_marks: 0, kind: 'self_evaluation' },
    ])
  })

  it('tells in which of its sentences a figure stands, and of another year nothing', async () => {
    const { content, county, year } = await read()
    const block = content.blocks.find(
      (one) => one.kind === 'paragraph' && one.pieces.some(({ sources = [] }) => sources.length > 0),
    )
    const [figure] = block?.kind === 'paragraph' ? block.pieces.flatMap(({ sources = [] }) => sources) : []
    const pack = 'small-books'
    const asked = (of: number, ...before: string[]) => {
      const figures = [...before, figure ?? ''].map((one) => `figure=${encodeURIComponent(one)}`).join('&')
      return ask('GET', `/mentions?${new URLSearchParams({ county, pack, year: String(of) })}&${figures}`)
    }
    const { mentions } = (await asked(year)).body
    expect(mentions[0]).toMatchObject({ county, block: block?.id, state: 'writing', figure })
    // Of several that are asked for, each sentence says which one it prints.
    expect((await asked(year, 'nothing@county', figure ?? '')).body).toEqual({ mentions })
    expect(textOf(await read())).toContain(mentions[0].text)
    expect((await asked(year - 1)).body).toEqual({ mentions: [] })
  })

  it('is saved as written, and not over what somebody else has saved', async () => {
    const before = await read()
    const saved = await ask('PUT', path, edited(before, '（本句为人工补写）'))
    expect(saved.status).toBe(200)
    expect(textOf(saved.body)).toContain('（本句为人工补写）')
    const late = await ask('PUT', path, edited(before, '另一人的话'))
    expect(late).toMatchObject({ status: 409, body: { type: 'reports.changed_meanwhile' } })
    expect(textOf(await read())).not.toContain('另一人的话')
  })

  it('takes in a figure that the evaluation gives, and none that it cannot compute', async () => {
    const { places } = (await ask('GET', `${path}/figure-places`)).body
    expect(places[0]).toMatchObject({ grain: 'county', name: '云岭县', initials: 'ylx' })
    const school = places.find(({ name }: { name: string }) => name === '南小')
    const ofSchool = await ask('GET', `${path}/figures?grain=${school.grain}&subject=${school.subject}`)
    expect(ofSchool.body.figures).toContainEqual(
      expect.objectContaining({ title: '生均图书', shown: '19.90', initials: 'sjts' }),
    )
    const { figures } = (await ask('GET', `${path}/figures?grain=county&subject=county`)).body
    const [figure] = figures
    expect(figure).toMatchObject({ bound: { grain: 'county' } })
    const insert = (bound: object) => {
      const { revision, content } = edited(current, '')
      const [block, ...others] = content.blocks.filter(({ kind }) => kind === 'paragraph')
      const pieces = [
        ...(block && 'pieces' in block && block.pieces !== undefined ? block.pieces : []),
        { text: '9999', bound },
      ]
      return { revision, content: { ...content, blocks: [{ ...block, pieces }, ...others] } }
    }
    const current = await read()
    const wrong = await ask('PUT', path, insert({ ...figure.bound, formula: '没有这个数' }))
    expect(wrong).toMatchObject({ status: 400, body: { type: 'reports.formula_wrong' } })
    const right = await ask('PUT', path, insert(figure.bound))
    expect(textOf(right.body)).toContain(figure.shown.replace(/[^0-9.]/g, ''))
    expect(textOf(right.body)).not.toContain('9999')
  })

  it('offers what the run counted and judged before what it measured, and says which units it has no figures of', async () => {
    const places = (await ask('GET', `${path}/figure-places`)).body
    // The register of schools names townships; no grain of the pack is about them.
    expect(places.lacking).toEqual(['所属乡镇'])
    const { figures } = (await ask('GET', `${path}/figures?grain=county&subject=county`)).body
    expect(figures[0]).toMatchObject({ group: 'verdict', title: '达标项数', bound: { formula: '达标项数' } })
    expect(figures).toContainEqual(expect.objectContaining({ title: '生均图书：未达标个数', shown: '1', unit: '个' }))
    const counted = figures.find(({ title }: { title: string }) => title === '生均图书：未达标个数')
    const current = await read()
    const content = edited(current, '').content
    const first = content.blocks.find(({ kind }) => kind === 'paragraph')
    const blocks = content.blocks.map((block) =>
      block === first && 'pieces' in block && block.pieces !== undefined
        ? { ...block, pieces: [...block.pieces, { text: '?', bound: counted.bound }] }
        : block,
    )
    const saved = await ask('PUT', path, { revision: current.revision, content: { ...content, blocks } })
    const pieces = saved.body.content.blocks.flatMap((block: { pieces?: object[] }) => block.pieces ?? [])
    expect(pieces).toContainEqual(expect.objectContaining({ text: '1', bound: counted.bound }))
  })

  it('takes in a chart of a figure over its units, whose values are never those of the page', async () => {
    const { drawables } = (await ask('GET', `${path}/drawables`)).body
    const books = drawables.find(({ title }: { title: string }) => title === '生均图书')
    expect(books).toMatchObject({ units: 3 })
    const { revision, content } = edited(await read(), '')
    const order = { kind: 'drawn', id: 'own-chart', drawn: { node: books.node, shape: 'bar' } }
    const saved = await ask('PUT', path, { revision, content: { ...content, blocks: [...content.blocks, order] } })
    expect(saved.body.content.blocks.at(-1)).toMatchObject({
      kind: 'chart',
      id: 'own-chart',
      chart: { categories: expect.arrayContaining(['南小']), series: [{ values: expect.arrayContaining(['19.90']) }] },
    })
  })

  it('follows a newer evaluation, and waits to be looked at', async () => {
    writeSmallFolder(root, [...goodSchools, { code: '1003', name: '南小', pupils: '100', books: '2500' }])
    const second = await keepRun(root, '2026-02-02T00:00:00Z')
    const before = await read()
    expect(before.newer_run).toBe(second)
    const { status, body } = await ask('POST', `${path}/refresh`, { run: second, revision: before.revision })
    expect(status).toBe(200)
    expect(body.rewritten + body.added + body.removed).toBeGreaterThan(0)
    const after = await read()
    expect(after.open_marks).toBeGreaterThan(0)
    expect(textOf(after)).toContain('（本句为人工补写）')
    const refused = await ask('POST', `${path}/sending`, { deed: 'send', revision: after.revision, note: '' })
    expect(refused).toMatchObject({ status: 409, body: { type: 'reports.has_open_marks' } })
    const looked = edited(after, '')
    const blocks = looked.content.blocks.map((block) =>
      'pieces' in block && block.pieces !== undefined
        ? {
            ...block,
            settled: true,
            pieces: block.pieces.map(({ text, bound }) => ({ text, ...(bound && { bound }) })),
          }
        : { ...block, ...(block.kind === 'kept' && { settled: true }) },
    )
    const settled = await ask('PUT', path, { ...looked, content: { ...looked.content, blocks } })
    expect(settled.body.open_marks).toBe(0)
  })

  it('is told in slides in the words that people wrote, in a file that says how far the report is', async () => {
    const slides = await ask('POST', `${path}/slides`, { pictures: [] })
    expect(slides.status).toBe(200)
    const parts = unzipSync(new Uint8Array(slides.body))
    const xml = Object.entries(parts).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    expect(xml.map(([, part]) => strFromU8(part)).join('')).toContain('（本句为人工补写）')
    expect(slides.file).toBe('云岭县2025年-评估报告-汇报幻灯片.pptx')
    expect((await ask('GET', `${path}/document`)).file).toBe('评估报告（起草稿）.docx')
  })

  it('says on each page of its file that it is a draft', async () => {
    expect(headOf((await ask('GET', `${path}/document`)).body)).toBe('草稿（起草中，2026年3月1日）')
  })

  it('is commented on, and the comment dealt with', async () => {
    const comment = { block: 'k1.1.1', quote: '图书', text: '请写明时点' }
    const { comments } = (await ask('POST', `${path}/comments`, comment, leader)).body
    expect(comments).toMatchObject([{ text: '请写明时点' }])
    const done = await ask('POST', `${path}/comments/${comments[0].comment}/resolution`)
    expect(done.body.comments[0].resolved_by).toBeTruthy()
  })

  it('is signed by another than who sent it, and kept as the file that was signed', async () => {
    const send = { deed: 'send', revision: (await read()).revision, note: '请审' }
    const sent = (await ask('POST', `${path}/sending`, send)).body
    expect(sent).toMatchObject({ state: 'review', may_write: false, waits_for_me: false, run_status: 'preview' })
    expect((await ask('GET', '', undefined, leader)).body.reports).toMatchObject([{ waits_for_me: true }])
    expect(headOf((await ask('GET', `${path}/document`)).body)).toBe('送审稿（未签发，2026年3月1日）')
    const own = await ask('POST', `${path}/signing`, { deed: 'sign', revision: sent.revision, note: '' })
    expect(own).toMatchObject({ status: 409, body: { type: 'reports.own_report' } })
    const returned = await ask('POST', `${path}/signing`, { deed: 'return', revision: sent.revision, note: '' }, leader)
    expect(returned).toMatchObject({ status: 400, body: { type: 'reports.reason_missing' } })
    const silent = await ask('POST', `${path}/signing`, { deed: 'sign', revision: sent.revision, note: ' ' }, leader)
    expect(silent).toMatchObject({ status: 400, body: { type: 'reports.sign_reason_missing' } })
    expect((await read()).state).toBe('review')
    const sign = { deed: 'sign', revision: sent.revision, note: '先供会议讨论' }
    const signed = await ask('POST', `${path}/signing`, sign, leader)
    expect(signed.body).toMatchObject({
      state: 'final',
      versions: [
        { reason: 'sign', note: '先供会议讨论', has_file: true },
        { reason: 'send' },
        { reason: 'refresh' },
        { reason: 'start' },
      ],
    })
    const [{ version }] = signed.body.versions
    const kept = await ask('GET', `${path}/versions/${version}/document`)
    const now = await ask('GET', `${path}/document`)
    expect(Buffer.from(kept.body).subarray(0, 2).toString()).toBe('PK')
    expect(Buffer.compare(kept.body, now.body)).toBe(0)
    expect(headOf(now.body)).toBe('')
    const late = await ask('PUT', path, edited(await read(), '签发之后'))
    expect(late).toMatchObject({ status: 409, body: { type: 'reports.not_writing' } })
  })
})
