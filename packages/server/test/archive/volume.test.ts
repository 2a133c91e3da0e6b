import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveRoutes } from '../../src/archive/index.ts'
import { prepareVolume } from '../../src/archive/volume/prepare-volume.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { findFonts } from '../../src/platform/pdf/find-fonts.ts'
import { usualVolume } from '../../src/platform/pdf/volume-settings.ts'
import { depsAs, testCounty, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { type ArchiveCounty, archiveUrl, openArchiveCounty } from './archive-county.ts'
import { wordFile } from './sent-files.ts'
import { madePdf, madePhoto, madePng } from './volume-files.ts'

const fonts = await findFonts()
let county: ArchiveCounty
beforeAll(async () => {
  county = await openArchiveCounty(await memoryDatabase(), `${temporaryFolder()}/files`)
})
afterAll(async () => {
  await county.close()
  await closeMemoryDatabase()
})

const volume = (query = '') =>
  county.office.app.inject({ url: `${archiveUrl}/catalogues/${testCounty}/${county.catalogue}/bound${query}` })

/** Words of each page. */
async function pagesOf(pdf: Buffer): Promise<readonly string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 })
  return (await extractText(document, { mergePages: false })).text
}

describe.skipIf(fonts.length === 0)('the bound volume', () => {
  let pages: readonly string[] = []
  let pdf: PDFDocument
  const pageWith = (words: string): number => pages.findIndex((page) => page.includes(words)) + 1

  beforeAll(async () => {
    const { needs } = await county.office.needs('?unit=S01')
    const broken = (await madePdf({ pages: ['TORN'] })).slice(0, 300)
    const sent: readonly (readonly [string, Uint8Array])[] = [
      ['会议纪要.pdf', await madePdf({ pages: ['ALPHA', 'BETA'], acts: true })],
      ['横放的表.pdf', await madePdf({ pages: ['GAMMA'], turned: 90 })],
      ['操场.png', madePng(300, 200)],
      ['校门.jpg', madePhoto(6)],
      ['章程.docx', wordFile(['学校章程'])],
      ['残件.pdf', broken],
      ['加密.pdf', await madePdf({ pages: ['SECRET'], password: '123456' })],
      ['名册.pdf', await madePdf({ pages: ['CHILD'] })],
    ]
    for (const [at, [name, content]] of sent.entries()) {
      const { paper } = await county.office.upload(name, content, { unit: 'S01', need: needs[at]?.need ?? '' })
      if (name === '名册.pdf')
        await county.db.run(`update archive_papers set personal = 'minors' where paper_id = $1`, [paper])
    }
    const { rawPayload, statusCode, headers } = await volume('?unit=S01')
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
    pages = await pagesOf(rawPayload)
    pdf = await PDFDocument.load(rawPayload, { throwOnInvalidObject: true })
  }, 120_000)

  it('opens with a cover and contents whose numbers are those of the pages', () => {
    expect(pages).toHaveLength(pdf.getPageCount())
    expect(pages[0]).toContain('佐证材料合订本（草稿）')
    expect(pages[0]).toContain('佐证目录还没有结束')
    expect(pages[0]).toContain('青山小学')
    const [, contents = ''] = pages
    for (const words of ['ALPHA', 'GAMMA']) expect(contents).toMatch(new RegExp(`\\.\\s*${pageWith(words)}\\b`))
    for (const standing of ['没有装入', '待审']) expect(contents).toContain(standing)
    for (const [at, text] of pages.entries()) if (at > 0) expect(text).toContain(`第 ${at + 1} 页`)
  })

  it('holds the pages of a pdf, one after the other, turned as they were', () => {
    expect(pageWith('BETA')).toBe(pageWith('ALPHA') + 1)
    expect(pdf.getPage(pageWith('GAMMA') - 1).getRotation().angle).toBe(90)
  })

  it('puts pictures on pages, a photo as the camera was held', () => {
    const isAcross = (page: PDFPage): boolean => page.getWidth() > page.getHeight()
    // The grey picture is wide; the pixel is square, and only turned.
    expect(pdf.getPages().filter(isAcross)).toHaveLength(1)
    expect(pdf.getPages().filter((page) => page.getRotation().angle === 90)).toHaveLength(2)
  })

  it('has a sheet for what it cannot hold, which says why and where it is', () => {
    const sheet = (title: string) => pages.find((page) => page.includes(title) && page.includes('原件另附')) ?? ''
    expect(sheet('章程')).toContain('没有可以并入的页')
    expect(sheet('章程')).toContain('章程.docx')
    expect(sheet('残件')).toMatch(/文件损坏/)
    expect(sheet('加密')).toContain('加了密码')
    expect(sheet('名册')).toContain('个人信息没有遮盖')
    for (const words of ['TORN', 'SECRET', 'CHILD']) expect(pageWith(words)).toBe(0)
  })

  it('keeps the looks of a seal and nothing that runs', () => {
    const { node } = pdf.getPage(pageWith('ALPHA') - 1)
    expect(node.has(PDFName.of('AA'))).toBe(false)
    const seal = node.Annots()?.lookup(0)?.toString() ?? ''
    expect(seal).toContain('/AP')
    expect(seal).not.toContain('/A ')
    expect(pdf.context.enumerateIndirectObjects().map(String).join()).not.toContain('JavaScript')
  })

  it('is recorded with how much left', async () => {
    const [event] = await county.db.run<{ files: string }>(
      `select detail::jsonb ->> 'files' as files from audit_events
       where action = 'archive.export_volume' order by event_no desc limit 1`,
    )
    expect(event?.files).toBe('6')
  })
})

describe.skipIf(fonts.length === 0)('the volume of a catalogue that has ended', () => {
  const turn = () => county.office.post(`/catalogues/${testCounty}/${county.catalogue}/closing`, {})

  it('is no draft', async () => {
    await turn()
    const [cover = ''] = await pagesOf((await volume('?unit=S02')).rawPayload)
    await turn()
    expect(cover).toContain('佐证材料合订本')
    expect(cover).not.toMatch(/草稿|没有结束/)
  })
})

describe('what hinders a volume', () => {
  const nothing = { title: '', subtitle: '', cover: [], date: '2026-03-01', chapters: [] }

  it('is a font that cannot be used, and the sentence says which', async () => {
    const file = join(temporaryFolder(), 'no-font.ttf')
    writeFileSync(file, 'no font')
    await expect(prepareVolume(nothing, { ...usualVolume, font: file })).rejects.toMatchObject({
      code: 'archive.font_refused',
    })
  })

  it('is too much for one volume, said before anything is sent', async () => {
    const need = await county.needOf('S02')
    await county.office.upload('规划.pdf', await madePdf({ pages: ['PLAN'] }), { unit: 'S02', need: need.need })
    const roles = [{ role: 'supervisor' as const, scope: testPath }]
    const { files, catalogue } = county
    const app = await createApp({
      deps: { ...depsAs(county.db, roles, () => county.clock.now), files, volume: { mostBytes: 10 } },
      routes: [archiveRoutes],
    })
    const answer = await app.inject({ url: `${archiveUrl}/catalogues/${testCounty}/${catalogue}/bound?unit=S02` })
    expect([answer.statusCode, answer.json().type]).toEqual([409, 'archive.volume_too_large'])
    await app.close()
  })

  it('is a computer without fonts that have Chinese characters', async () => {
    expect(await findFonts([temporaryFolder()])).toEqual([])
  })
})
