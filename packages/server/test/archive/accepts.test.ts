import { isAccepted } from '@eduduty/core/archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { type ArchiveCounty, archiveUrl, openArchiveCounty } from './archive-county.ts'
import { pdfFile } from './sent-files.ts'

let county: ArchiveCounty
beforeAll(async () => {
  county = await openArchiveCounty(await memoryDatabase(), temporaryFolder())
})
afterAll(async () => {
  await county.close()
  await closeMemoryDatabase()
})

const deed = () => county.needOf('S01', '校舍产权或测绘资料')

describe('a material that takes some kinds of files only', () => {
  it('says so where it is asked for', async () => {
    expect((await deed()).note).toContain('只收PDF、图片、OFD')
  })

  it('is not proved by another kind: the file is kept unused, and who sent it is told where and why', async () => {
    const need = await deed()
    const sent = await county.school.upload('产权证明.txt', '本校校舍产权清楚。', { unit: 'S01', need: need.need })
    expect(sent.outcome).toBe('kept')
    expect(sent.problem).toBe(
      `“产权证明.txt”不能作为 ${need.file_no}《校舍产权或测绘资料》 的证明：这一项只收PDF、图片、OFD。文件已存进材料库，没有用于这一项。请换成这几种文件（纸质的拍照或扫描）再上传。`,
    )
    expect((await deed()).state).toBe('missing')
    expect((await county.school.papers('?unused=true')).papers.map(({ title }) => title)).toContain('产权证明')
    const linked = await county.school.post(`/papers/${testCounty}/${sent.paper}/links`, { needs: [need.need] })
    expect([linked.status, linked.body.type]).toEqual([422, 'archive.kind_not_accepted'])
  })

  it('is proved by what it takes, which is not replaced by another kind', async () => {
    const need = await deed()
    const sent = await county.school.upload('产权证.pdf', pdfFile('deed'), { unit: 'S01', need: need.need })
    expect([sent.outcome, sent.problem]).toEqual(['kept', ''])
    expect((await deed()).state).toBe('unread')
    const replaced = await county.school.app.inject({
      method: 'POST',
      url: `${archiveUrl}/papers/${testCounty}/${sent.paper}/versions`,
      query: { name: '产权证.txt' },
      headers: { 'x-eduduty-csrf': 'token', 'content-type': 'application/octet-stream' },
      payload: Buffer.from('换成了文字'),
    })
    expect([replaced.statusCode, replaced.json().type]).toEqual([422, 'archive.kind_not_accepted'])
    expect((await county.school.paper(sent.paper ?? '')).versions).toHaveLength(1)
  })
})

it('kinds are told by what a file is, and a material without kinds takes all', () => {
  expect(isAccepted([], 'text/plain')).toBe(true)
  expect(isAccepted(['image'], 'image/webp')).toBe(true)
  expect(isAccepted(['excel'], 'text/csv')).toBe(true)
  expect(isAccepted(['word', 'pdf'], 'text/plain')).toBe(false)
})
