import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { QuotaList, QuotaUnit } from '@eduduty/core/archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepOrphans } from '../../src/archive/sweep/sweep-orphans.ts'
import { testCounty, testDoor } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { type ArchiveCounty, openArchiveCounty } from './archive-county.ts'
import { pdfFile, wordFile, zipFile, zipNamed } from './sent-files.ts'

let county: ArchiveCounty
beforeAll(async () => {
  county = await openArchiveCounty(await memoryDatabase(), temporaryFolder())
})
afterAll(async () => {
  await county.close()
  await closeMemoryDatabase()
})

const send = (name: string, bytes: Uint8Array | string) => county.school.upload(name, bytes, { unit: 'S01' })
const outcome = async (name: string, bytes: Uint8Array | string) => {
  const { outcome: what, problem } = await send(name, bytes)
  return what === 'refused' ? problem : what
}

describe('what is sent', () => {
  it('is taken by its content, whatever it is called', async () => {
    const { paper } = await send('其实是文档.exe.png', wordFile(['学校章程']))
    const { row } = await county.school.paper(paper ?? '')
    expect(row.media).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    expect(row.title).toBe('其实是文档.exe')
    expect(await outcome('a.pdf', pdfFile('school'))).toBe('kept')
  })

  it.each([
    ['程序.pdf', 'MZ\u0090\u0000', '这是程序（exe），不能归档'],
    ['网页.docx', '<!DOCTYPE html><script>1</script>', '这是网页或脚本'],
    ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', '这是网页或脚本'],
    ['批处理.bat', 'del *.*', '这是脚本，不能归档'],
    ['照片.jpg', '\u0000\u0000\u0000\u0018ftypheic', '这是 heic 照片'],
    ['坏了.zip', 'PK\u0003\u0004坏了', '文件已损坏或没有传完'],
    ['空的.txt', '', '没有文件，或文件是空的'],
  ])('%s is refused with what to do', async (name, bytes, problem) => {
    const { outcome: what, problem: said } = await send(name, bytes)
    expect([what, said]).toEqual(['refused', expect.stringContaining(problem)])
  })

  it('with macros, or fetching things from the net, is refused', async () => {
    expect(await outcome('宏.docx', wordFile(['宏'], { 'word/vbaProject.bin': 'x' }))).toContain('文件带有宏')
    const relations = `<Relationships><Relationship Id="r1" TargetMode="External" Target="http://elsewhere.example/t.dotm"
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>`
    expect(await outcome('模板.docx', wordFile(['甲'], { 'word/_rels/settings.xml.rels': relations }))).toContain(
      '从网上取模板',
    )
  })

  it('is one paper when it comes twice, and nobody is told of what others keep', async () => {
    const first = await send('纪要.txt', '同样的内容')
    expect(await send('另一个名字.txt', '同样的内容')).toMatchObject({ outcome: 'known', paper: first.paper })
    expect(await county.clerk.upload('纪要.txt', '同样的内容', { unit: 'D02' })).toMatchObject({ outcome: 'kept' })
    expect(await county.office.upload('纪要.txt', '同样的内容', { unit: 'G' })).toMatchObject({ outcome: 'known' })
  })

  it('never gives its name to the disk', async () => {
    await send('../../../etc/passwd.txt', '越界的名字')
    await send('con\u202Etxt.exe.txt', '反写的名字')
    const names = readdirSync(county.files.folder, { recursive: true }).map(String)
    expect(names.filter((name) => !/^(?:incoming|\d{6})(?:\/[0-9a-f]{2}(?:\/[0-9a-f]{64})?)?$/.test(name))).toEqual([])
    const { papers } = await county.school.papers('?limit=200')
    expect(papers.map(({ file_name: name }) => name)).toContain('passwd.txt')
    expect(papers.some(({ file_name: name }) => name.includes('\u202E'))).toBe(false)
  })

  it('beyond the unit quota is refused, and others go on', async () => {
    await county.db.run(
      `insert into platform_settings (name, value, changed_at) values ('archive.quota_bytes', $1, now())`,
      [JSON.stringify((await county.school.papers()).used_bytes + 10)],
    )
    expect(await outcome('太大.txt', '一'.repeat(100))).toContain('“青山小学”的空间不够')
    expect(await county.clerk.upload('别人的.txt', '别人的内容', { unit: 'D02' })).toMatchObject({ outcome: 'kept' })
    await county.db.run(`delete from platform_settings where name = 'archive.quota_bytes'`)
  })
})

describe('the space of a unit', () => {
  const url = `/api/archive/quotas/${testCounty}`
  const set = (who: 'admin' | 'office', body: object) =>
    county[who].app.inject({
      method: 'PUT',
      url: `${url}/S01`,
      headers: { 'x-eduduty-csrf': 'token' },
      payload: body,
    })
  const listed = async (): Promise<QuotaUnit | undefined> => {
    const list: QuotaList = (await county.admin.app.inject({ url })).json()
    return list.units.find(({ unit }) => unit === 'S01')
  }

  it('is set by the system administrator alone, holds at once, and is given back', async () => {
    const { used_bytes: used } = await county.school.papers()
    expect(await listed()).toMatchObject({ name: '青山小学', used_bytes: used, set_by: '' })
    expect((await set('office', { megabytes: 1 })).statusCode).toBe(403)
    expect((await set('admin', { megabytes: 1 })).statusCode).toBe(204)
    expect(await listed()).toMatchObject({ quota_bytes: 1024 * 1024, set_on: '2026-03-02' })
    expect((await county.school.papers()).quota_bytes).toBe(1024 * 1024)
    expect(await outcome('太大.txt', '一'.repeat(500_000))).toContain('“青山小学”的空间不够')
    expect((await set('admin', {})).statusCode).toBe(204)
    expect(await listed()).not.toHaveProperty('quota_bytes')
    expect(await outcome('不大.txt', '一'.repeat(500_000))).toBe('kept')
    const audit = await county.db.run<{ action: string }>(
      `select action from audit_events where action = 'archive.set_quota'`,
    )
    expect(audit).toHaveLength(2)
  })
})

describe('a zip', () => {
  const unpack = (name: string, bytes: Uint8Array, catalogue?: string) =>
    county.school.uploadAll(name, bytes, { unit: 'S01', unpack: true, ...(catalogue !== undefined && { catalogue }) })

  it('is unpacked file by file: a bad one hides no other, and folders point to needs', async () => {
    const need = await county.needOf('S01')
    const files = await unpack(
      '全部.zip',
      zipFile({
        [`${need.file_no}/学时.txt`]: '学时登记表',
        '__MACOSX/x': 'x',
        '../../越界.txt': '解压到外面',
        '程序.exe': 'MZ\u0090\u0000',
      }),
      county.catalogue,
    )
    expect(files.map(({ name, outcome: what }) => [name, what])).toEqual([
      [`${need.file_no}/学时.txt`, 'kept'],
      ['越界.txt', 'kept'],
      ['程序.exe', 'refused'],
    ])
    expect(files[0]?.suggested[0]).toMatchObject({ need: need.need, because: `归档号 ${need.file_no}` })
    expect((await county.office.need(need.need)).row.state).toBe('missing')
  })

  it('may hold a name that is something else to programs', async () => {
    const [file] = await unpack('原型.zip', zipNamed(Buffer.from('__proto__'), Buffer.from('原型的内容')))
    expect(file).toMatchObject({ name: '__proto__', title: '__proto__', outcome: 'kept' })
  })

  it('may have been packed by Windows in China', async () => {
    const name = Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0x2e, 0x74, 0x78, 0x74])
    const [file] = await unpack('会议.zip', zipNamed(name, Buffer.from('国标编码的名字')))
    expect(file).toMatchObject({ name: '会议.txt', outcome: 'kept' })
  })

  it('that is a bomb is refused at once', async () => {
    const bytes = zipFile({ '炸弹.txt': new Uint8Array(210 * 1024 * 1024) })
    const began = Date.now()
    const [bomb] = await unpack('炸弹.zip', bytes)
    expect(bomb).toMatchObject({ outcome: 'refused', problem: expect.stringContaining('超过单个文件的上限') })
    expect(Date.now() - began).toBeLessThan(10_000)
  })
})

describe('what a killed program leaves', () => {
  it('is removed when it is old and has no row, and nothing else is', async () => {
    const { paper } = await send('留下的.txt', '有行的文件')
    const [version] = (await county.school.paper(paper ?? '')).versions
    const orphan = county.files.pathOf(testCounty, 'ab'.repeat(32))
    mkdirSync(dirname(orphan), { recursive: true })
    writeFileSync(orphan, '没有行的文件')
    const old = new Date('2026-02-01T00:00:00Z')
    utimesSync(orphan, old, old)
    utimesSync(county.files.pathOf(testCounty, version?.sha256 ?? ''), old, old)
    expect(await sweepOrphans(testDoor(county.db), county.files, county.clock.now)).toBe(1)
    expect(await county.files.has(testCounty, 'ab'.repeat(32))).toBe(false)
    expect(await county.files.has(testCounty, version?.sha256 ?? '')).toBe(true)
  })

  it('is not removed when the same content comes in again while the sweep is at it', async () => {
    const content = '扫到一半又来的'
    const sha256 = createHash('sha256').update(content).digest('hex')
    const orphan = county.files.pathOf(testCounty, sha256)
    mkdirSync(dirname(orphan), { recursive: true })
    writeFileSync(orphan, content)
    const old = new Date('2026-02-01T00:00:00Z')
    utimesSync(orphan, old, old)
    const door = testDoor(county.db)
    const interrupted: typeof door = {
      ...door,
      // Between the question for rows and the removal somebody uploads it.
      read: async (caller, work) => {
        const answer = await door.read(caller, work)
        expect(await outcome('又来.txt', content)).toBe('kept')
        return answer
      },
    }
    expect(await sweepOrphans(interrupted, county.files, county.clock.now)).toBe(0)
    expect(await county.files.measure(testCounty, sha256)).toBe(sha256)
  })

  it('younger than a day stays: an upload may be under way', async () => {
    const young = county.files.pathOf(testCounty, 'cd'.repeat(32))
    mkdirSync(dirname(young), { recursive: true })
    writeFileSync(young, '刚放下的文件')
    const [before, after] = [23, 25].map((hours) => new Date(county.clock.now.getTime() - hours * 3_600_000))
    utimesSync(young, before ?? 0, before ?? 0)
    expect(await sweepOrphans(testDoor(county.db), county.files, county.clock.now)).toBe(0)
    utimesSync(young, after ?? 0, after ?? 0)
    expect(await sweepOrphans(testDoor(county.db), county.files, county.clock.now)).toBe(1)
  })
})
