import { readFileSync, writeFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scrubFiles } from '../../src/archive/sweep/scrub-files.ts'
import { copiesOf, copyFiles } from '../../src/platform/files/copy-files.ts'
import { testCounty, testDoor } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { type ArchiveCounty, archiveUrl, openArchiveCounty } from './archive-county.ts'
import { wordFile } from './sent-files.ts'

let county: ArchiveCounty
beforeAll(async () => {
  county = await openArchiveCounty(await memoryDatabase(), `${temporaryFolder()}/files`)
})
afterAll(async () => {
  await county.close()
  await closeMemoryDatabase()
})

const particulars = {
  title: '会议纪要',
  kind: 'minutes',
  issuer: '县政府',
  document_no: '演政纪〔2025〕3号',
  secrecy: 'internal',
  personal: 'none',
  is_redacted: false,
  box_no: '7',
  keeper: '张三',
  note: '',
  retention: 'years_30' as const,
  pages: 12,
}
const describeAs = (paper: string, more: object) =>
  county.school.post(`/papers/${testCounty}/${paper}/particulars`, { ...particulars, ...more })
const fileOf = (paper: string, query = '') =>
  county.school.app.inject({ url: `${archiveUrl}/papers/${testCounty}/${paper}/versions/1/file${query}` })
const linked = async (name: string, words: string, unit = 'S01') => {
  const need = await county.needOf(unit)
  const { paper = '' } = await county.office.upload(name, words, { unit, need: need.need })
  return { paper, need: need.need }
}
const scrub = () =>
  scrubFiles(
    testDoor(county.db, () => county.clock.now),
    county.files,
    copiesOf(county.files),
    {
      now: () => county.clock.now,
      until: new Date(county.clock.now.getTime() + 3_600_000),
    },
  )

describe('a paper', () => {
  it('that was sent by the page lacks its particulars until they are written, and what it serves is weak', async () => {
    const need = await county.needOf('S01')
    const place = { unit: 'S01', need: need.need, describe: true }
    const { paper = '' } = await county.school.upload('演教〔2025〕3号 20251103.txt', '青山小学文件', place)
    const state = async () => (await county.office.need(need.need)).row
    expect(await state()).toMatchObject({
      state: 'weak',
      because: expect.stringMatching(/的材料信息待补：落款日期、形成单位$/),
    })
    expect((await county.school.papers('?lacking=true')).papers.map((one) => one.paper)).toEqual([paper])
    expect((await county.school.paper(paper)).guessed).toMatchObject({
      document_no: '演教〔2025〕3号',
      made_on: '2025-11-03',
      kind: 'document',
    })
    await describeAs(paper, {})
    expect(await state()).toMatchObject({ state: 'weak', because: '“会议纪要”的材料信息待补：落款日期' })
    await describeAs(paper, { made_on: '2025-11-03' })
    expect((await state()).state).toBe('unread')
    expect((await county.school.papers('?lacking=true')).total).toBe(0)
    await county.school.post(`/papers/${testCounty}/${paper}/withdrawal`, { reason: '试传' })
  })

  it('expires, is late and is withdrawn, and its needs say so', async () => {
    const { paper, need } = await linked('纪要.txt', '第一次会议')
    await describeAs(paper, { made_on: '2025-11-03', valid_until: '2026-03-01' })
    const { row } = await county.office.need(need)
    expect(row).toMatchObject({ state: 'expired', because: '“会议纪要”已于 2026-03-01 过期' })
    expect(row.papers[0]).toMatchObject({ is_late: true, is_expired: true })
    const gone = await county.school.post(`/papers/${testCounty}/${paper}/withdrawal`, { reason: '传错了' })
    expect(gone.status).toBe(200)
    const after = await county.office.need(need)
    expect([after.row.state, after.row.because]).toEqual(['missing', '材料已经撤下'])
    expect(after.events[0]).toMatchObject({ deed: 'withdraw', says: '“会议纪要”：传错了' })
    expect((await fileOf(paper)).statusCode).toBe(200)
    expect((await describeAs(paper, {})).body.type).toBe('archive.paper_withdrawn')
  })

  it('in a new version is to be judged anew', async () => {
    const { paper, need } = await linked('办法.txt', '旧办法', 'S02')
    await county.township.post(`/needs/${testCounty}/${need}/papers/${paper}/review`, {
      version: 1,
      verdict: 'sufficient',
      reason: '',
    })
    expect((await county.office.need(need)).row.state).toBe('ready')
    const sent = (words: string) =>
      county.office.app.inject({
        method: 'POST',
        url: `${archiveUrl}/papers/${testCounty}/${paper}/versions`,
        query: { name: '新办法.txt' },
        headers: { 'x-eduduty-csrf': 'token', 'content-type': 'application/octet-stream' },
        payload: Buffer.from(words),
      })
    expect((await sent('新办法')).json().versions).toHaveLength(2)
    expect((await sent('新办法')).json().type).toBe('archive.same_version')
    expect((await county.office.need(need)).row.state).toBe('unread')
    const late = await county.township.post(`/needs/${testCounty}/${need}/papers/${paper}/review`, {
      version: 1,
      verdict: 'sufficient',
      reason: '',
    })
    expect([late.status, late.body.title]).toEqual([409, '“办法”刚刚换了新版，您看的是旧版。'])
    expect((await county.office.need(need)).row.state).toBe('unread')
  })

  it('is never asked for by a day that does not exist', async () => {
    const { need } = await county.needOf('S02')
    const asked = { needs: [need], due_on: '2027-02-31', says: '' }
    const answer = await county.office.post(`/needs/${testCounty}/requests`, asked)
    expect([answer.status, answer.body.title]).toEqual([400, '日期不存在。'])
  })

  it('kept above serves a unit that cannot open it', async () => {
    const need = await county.needOf('S01')
    const { paper = '' } = await county.office.upload('全县文件.txt', '全县的文件', { unit: 'G' })
    await county.office.post(`/papers/${testCounty}/${paper}/links`, { needs: [need.need] })
    const seen = (await county.school.need(need.need)).row.papers.find((one) => one.paper === paper)
    expect(seen).toMatchObject({ title: '全县文件', is_visible: false, unit_name: '演示县人民政府' })
    expect((await fileOf(paper)).json().type).toBe('archive.paper_not_found')
  })

  it('with children in it is opened with a reason, which is kept', async () => {
    const { paper = '' } = await county.school.upload('名册.txt', '一班名册', { unit: 'S01' })
    await describeAs(paper, { title: '名册', personal: 'minors' })
    expect((await fileOf(paper)).json()).toMatchObject({
      type: 'archive.reason_to_read',
      title: '“名册”含有未成年人信息，没有遮盖。',
    })
    expect((await fileOf(paper, `?reason=${encodeURIComponent('核对学时')}`)).body).toBe('一班名册')
    const [event] = await county.db.run<{ reason: string }>(
      `select reason from audit_events where action = 'archive.download' order by event_no desc limit 1`,
    )
    expect(event?.reason).toBe('核对学时')
  })

  it('is sent so that nothing in it runs', async () => {
    const { paper = '' } = await county.school.upload('说明.txt', 'alert(1)', { unit: 'S01' })
    const { headers } = await fileOf(paper)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-type': 'application/octet-stream',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(headers['content-disposition']).toMatch(/^attachment;/)
  })

  it('is previewed with its headings and tables', async () => {
    const { paper = '' } = await county.school.upload('章程.docx', wordFile(['学校章程', '第一条 办学']), {
      unit: 'S01',
    })
    const shown = await county.school.get(`/papers/${testCounty}/${paper}/versions/1/preview`)
    expect(shown).toMatchObject({ shows: 'text', paragraphs: [{ text: '学校章程' }, { text: '第一条 办学' }] })
  })
})

describe('a request', () => {
  it('tells each unit once, of what is not in order', async () => {
    const { needs } = await county.office.needs('?limit=200')
    const asked = await county.office.post(`/needs/${testCounty}/requests`, {
      needs: needs.map(({ need }) => need),
      due_on: '2026-03-10',
      says: '请抓紧。',
    })
    expect(asked.body).toMatchObject({ units: 4 })
    const { requests } = await county.school.needs()
    expect(requests).toHaveLength(1)
    expect(requests[0]?.message).toMatch(/请在 2026-03-10 前办好。请抓紧。$/)
    expect(requests[0]?.needs).toBe((requests[0]?.left.length ?? 0) + (requests[0]?.waiting ?? 0))
    const [owed] = requests[0]?.left ?? []
    await county.school.upload('补交.txt', '补交的内容', { unit: 'S01', need: owed?.need ?? '' })
    const [followed] = (await county.school.needs()).requests
    expect(followed?.left.map(({ need }) => need)).toEqual(requests[0]?.left.slice(1).map(({ need }) => need))
    expect(followed?.waiting).toBe((requests[0]?.waiting ?? 0) + 1)
    await county.school.post('/requests/seen', { requests: [requests[0]?.request] })
    expect((await county.school.needs()).requests).toEqual([])
    county.clock.now = new Date('2026-03-11T01:00:00Z')
    const late = await county.office.needs('?requested=true&open=true')
    expect(late.needs.every(({ is_overdue: overdue }) => overdue)).toBe(true)
    county.clock.now = new Date('2026-03-02T01:00:00Z')
  })
})

describe('one bit', () => {
  it('that flips is found, brought back from the copy, and told where there is none', async () => {
    const { paper, need } = await linked('证明.txt', '经费证明', 'D04')
    const [version] = (await county.office.paper(paper)).versions
    const path = county.files.pathOf(testCounty, version?.sha256 ?? '')
    const whole = readFileSync(path)
    const spoil = () =>
      writeFileSync(
        path,
        whole.map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
      )
    spoil()
    expect((await county.office.paper(paper)).versions[0]).not.toHaveProperty('checked_at')
    expect(await scrub()).toMatchObject({ damaged: 1 })
    expect((await county.office.paper(paper)).versions[0]).toMatchObject({
      is_damaged: true,
      checked_at: expect.stringContaining('2026-03-0'),
    })
    expect((await county.office.need(need)).row).toMatchObject({
      state: 'missing',
      because: expect.stringContaining('文件损坏'),
    })
    writeFileSync(path, whole)
    await copyFiles(county.files, copiesOf(county.files))
    spoil()
    county.clock.now = new Date('2026-03-04T01:00:00Z')
    expect(await scrub()).toMatchObject({ damaged: 0, restored: 1 })
    expect(readFileSync(path)).toEqual(whole)
    expect((await county.office.need(need)).row.state).toBe('unread')
  })
})

describe('what goes out', () => {
  const output = (what: string, query = '') =>
    county.office.app.inject({ url: `${archiveUrl}/catalogues/${testCounty}/${county.catalogue}/${what}${query}` })

  it('is a dossier with a folder an item, hashes, and a sheet that says what is wrong', async () => {
    const { paper, need } = await linked('=cmd.txt', '以等号开头的名字', 'D02')
    const { row } = await county.office.need(need)
    const parts = unzipSync(new Uint8Array((await output('dossier')).rawPayload))
    const names = Object.keys(parts)
    const path = names.find((name) => name.endsWith(`${row.file_no} =cmd 第1版.txt`)) ?? ''
    expect(path.startsWith(`${row.indicator_no} ${row.indicator_title}/`)).toBe(true)
    expect(new TextDecoder().decode(parts[path])).toBe('以等号开头的名字')
    expect(names.slice(-2)).toEqual(['清单.csv', '完整性检查表.xlsx'])
    const manifest = new TextDecoder().decode(parts['清单.csv'])
    expect(manifest).toContain((await county.office.paper(paper)).versions[0]?.sha256)
    const { versions } = await county.office.paper(paper)
    await county.files.discardOlder(testCounty, versions[0]?.sha256 ?? '', new Date(8.64e15))
    const again = unzipSync(new Uint8Array((await output('dossier', '?unit=D02')).rawPayload))
    expect(Object.keys(again).some((name) => name.includes('=cmd'))).toBe(false)
    expect(new TextDecoder().decode(again['清单.csv'])).toContain('文件丢失，没有装入')
  })

  it('is a list of all that lacks, to be printed on A4 across with its headings on each page', async () => {
    const { total } = await county.office.needs('?open=true')
    const parts = unzipSync(new Uint8Array((await output('missing')).rawPayload))
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    expect(sheet.match(/<row /g)).toHaveLength(total + 1)
    expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"/)
    expect(sheet).toContain('state="frozen"')
    expect(new TextDecoder().decode(parts['xl/workbook.xml'])).toContain('_xlnm.Print_Titles')
  })

  it('leaves unmasked data of children where they are, and says so', async () => {
    const { paper, need } = await linked('花名册.txt', '一班名单', 'S01')
    await describeAs(paper, { title: '花名册', personal: 'minors' })
    const { row } = await county.office.need(need)
    const parts = unzipSync(new Uint8Array((await output('dossier', '?unit=S01')).rawPayload))
    expect(Object.keys(parts).some((name) => name.includes(`${row.file_no} 花名册`))).toBe(false)
    expect(new TextDecoder().decode(parts['清单.csv'])).toContain('个人信息没有遮盖，没有装入')
  })

  it('is a bound volume and labels that Word reads', async () => {
    for (const what of ['volume', 'labels']) {
      const { rawPayload, statusCode } = await output(what, '?unit=S01')
      expect(statusCode).toBe(200)
      const document = new TextDecoder().decode(unzipSync(new Uint8Array(rawPayload))['word/document.xml'])
      expect(document).toContain('青山小学')
      expect(document).not.toContain('青山第二小学')
    }
  })

  it('prints no label for a box with nothing in it', async () => {
    const empty = await output('labels', '?unit=T01')
    expect([empty.statusCode, empty.json().type]).toEqual([409, 'archive.no_labels'])
    const { needs, total } = await county.office.needs('?limit=200')
    expect(needs).toHaveLength(total)
    const filled = needs.filter(({ papers }) => papers.length > 0)
    const boxes = new Set(filled.map(({ indicator, unit }) => `${indicator} ${unit}`))
    const { rawPayload } = await output('labels')
    const document = new TextDecoder().decode(unzipSync(new Uint8Array(rawPayload))['word/document.xml'])
    expect(document.match(/盒号：/g)).toHaveLength(boxes.size)
    expect(boxes.size).toBeLessThan(new Set(needs.map(({ indicator, unit }) => `${indicator} ${unit}`)).size)
  })
})
