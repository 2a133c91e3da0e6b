import { defaultOutline, layOutReport, layOutSlides, type SlideDeck, shortenSentence } from '@eduduty/core/documents'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { heightAt } from '../../src/platform/pptx/fit-text.ts'
import { area } from '../../src/platform/pptx/look.ts'
import { writeSlides } from '../../src/platform/pptx/write-slides.ts'
import { readPicture } from '../../src/reports/slides/read-picture.ts'
import { evaluateDemo } from '../documents/evaluate-demo.ts'

/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
let deck: SlideDeck
let evaluated: Awaited<ReturnType<typeof evaluateDemo>>
let parts: ReadonlyMap<string, string>
let bytes: Uint8Array

beforeAll(async () => {
  evaluated = await evaluateDemo()
  const outline = evaluated.pack.reports?.find(({ each }) => each === undefined) ?? defaultOutline
  const pictures = [readPicture({ caption: '新建的操场', data: PNG }, 0)]
  const order = { pictures, about: evaluated.county.name, closing: true }
  deck = layOutSlides(layOutReport(evaluated, outline), evaluated.assessment(), order)
  bytes = await writeSlides(deck, evaluated.evaluatedOn)
  parts = new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
})

const pointsOf = ({ slides }: SlideDeck) => slides.flatMap((slide) => (slide.kind === 'points' ? slide.points : []))
const partsUnder = (pattern: RegExp) => [...parts].filter(([path]) => pattern.test(path)).map(([, text]) => text)

describe('the deck of the demo county', () => {
  it('begins with cover and agenda, and ends with problems and next steps', () => {
    expect(deck.slides.slice(0, 2).map(({ kind }) => kind)).toEqual(['cover', 'agenda'])
    const headings = deck.slides.map((slide) => ('heading' in slide ? slide.heading : ''))
    expect(headings.at(-1)).toContain('下一步')
    expect(headings.some((heading) => heading.includes('主要问题'))).toBe(true)
    const bare = layOutReport(evaluated, { ...defaultOutline, sections: [] })
    const plain = layOutSlides(bare, evaluated.assessment(), { about: '', closing: true })
    const last = plain.slides.slice(-2).map((slide) => ('heading' in slide ? slide.heading : ''))
    expect(last).toEqual(['存在的主要问题', '下一步工作'])
    expect(partsUnder(/^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(deck.slides.length)
  })

  it('has at most five points a slide, each whole clauses of its sentence, which stands in the notes', () => {
    for (const slide of deck.slides) {
      if (slide.kind !== 'points') continue
      expect(slide.points.length).toBeLessThanOrEqual(5)
      for (const point of slide.points) expect(slide.notes).toContain(point)
    }
    expect(partsUnder(/notesSlide\d+\.xml$/).join('')).toContain('数字出处')
  })

  it('never lends a statement to the sentences behind it, and begins them with what they are about', () => {
    const all = pointsOf(deck)
    expect(all.filter((point) => point.startsWith('学校规划布局自评达标'))).toEqual(['学校规划布局自评达标'])
    expect(all).toContainEqual(expect.stringMatching(/^生均体育运动场馆面积：未达标的初中是澄湖县第一初级中学/))
  })

  it('leaves out no school that fails, and no consequence of a cause', () => {
    const report = layOutReport(evaluated, evaluated.pack.reports?.[0] ?? defaultOutline)
    const sentences = report.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
    const failing = sentences.filter(({ text }) => /^未达标的/.test(text))
    expect(failing.length).toBeGreaterThan(5)
    const all = pointsOf(deck).join('\n')
    for (const { text } of failing) expect(all).toContain(text.replace(/。$/, ''))
    expect(all).not.toMatch(/^因[^，]*$/m)
    expect(all).toContain('暂不能认定')
  })

  it('sets every text at a size at which it stays within its box', () => {
    for (const slide of deck.slides) {
      if (slide.kind !== 'points') continue
      expect(heightAt(slide.points, 20, area.w - 0.5, 16), slide.heading).toBeLessThanOrEqual(area.h)
    }
    const sizes = partsUnder(/^ppt\/slides\/slide\d+\.xml$/).flatMap((xml) =>
      [...xml.matchAll(/<a:rPr[^>]* sz="(\d+)"/g)].map(([, size]) => Number(size)),
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1100)
  })

  it('draws charts that can be edited, from an embedded workbook, and keeps what is missing empty', () => {
    const charts = deck.slides.filter(({ kind }) => kind === 'chart').length
    expect(charts).toBeGreaterThan(0)
    expect(partsUnder(/^ppt\/charts\/chart\d+\.xml$/)).toHaveLength(charts)
    expect([...parts.keys()].filter((path) => path.endsWith('.xlsx'))).toHaveLength(charts)
    expect(partsUnder(/^ppt\/charts\/chart\d+\.xml$/).join('')).not.toMatch(/<c:v>(?:NaN)?<\/c:v>/)
  })

  it('is the same bytes for the same run', async () => {
    expect(Buffer.from(await writeSlides(deck, evaluated.evaluatedOn)).equals(Buffer.from(bytes))).toBe(true)
  })
})

describe('shortening a sentence', () => {
  it('drops clauses from the end and never cuts one', () => {
    const sentence = '全县小学在校生12345人，比上年增加678人，增长5.8%；初中在校生6543人。'
    expect(shortenSentence(sentence, 18)).toBe('全县小学在校生12345人')
    expect(shortenSentence(sentence, 24)).toBe('全县小学在校生12345人，比上年增加678人')
    expect(shortenSentence(sentence, 3)).toBe('全县小学在校生12345人')
    expect(shortenSentence('未达标2个：甲校（4.1人，还差1人）、乙校，须整改。', 19)).toBe(
      '未达标2个：甲校（4.1人，还差1人）、乙校',
    )
  })
})

describe('pictures for slides', () => {
  it('are known by their first bytes', () => {
    expect(readPicture({ caption: 'a', data: PNG }, 0)).toMatchObject({ type: 'png', width: 1, height: 1 })
    const text = Buffer.from('<svg onload="x"/>').toString('base64')
    expect(() => readPicture({ caption: 'a', data: text }, 1)).toThrow('第 2 张图片')
    expect(() => readPicture({ caption: 'a', data: '/9j/4AAQ' }, 0)).toThrow('已损坏')
  })
})
