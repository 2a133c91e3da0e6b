import { type BriefingModel, layOutBriefing, remediesOf, tracedFigures } from '@eduduty/core/documents'
import { allTraces, type Trace } from '@eduduty/core/evaluation'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeBriefing, writeBriefings } from '../../src/reports/briefing/write-briefing.ts'
import { evaluateDemo } from '../documents/evaluate-demo.ts'
import { linesOf, partOf } from './word-template.ts'

let evaluated: Awaited<ReturnType<typeof evaluateDemo>>
let model: BriefingModel

beforeAll(async () => {
  evaluated = await evaluateDemo()
  const traces = new Map<string, Trace>()
  for (const trace of allTraces(evaluated.evaluation)) traces.set(trace.figure, trace)
  model = layOutBriefing(evaluated.assessment(), traces, remediesOf(evaluated))
})

const items = () => evaluated.assessment().sections.flatMap((section) => section.items)
const entryOf = (indicator: string) => {
  const node = evaluated.assessment().nodes.find(({ id }) => id === indicator)
  const title = node?.no === undefined ? node?.title : `${node.no} ${node.title}`
  return model.chapters.flatMap(({ entries }) => entries).find((entry) => entry.title === title)
}

describe('the briefing book', () => {
  it('has a chapter for each department that the pack names, with all it answers for', () => {
    const posts = new Set(items().flatMap(({ responsible }) => responsible))
    expect(model.chapters.map(({ post }) => post)).toEqual(expect.arrayContaining([...posts]))
    for (const { post, entries } of model.chapters) {
      const own = items().filter(({ responsible }) => responsible.includes(post))
      if (own.length > 0) expect(entries).toHaveLength(own.length)
    }
  })

  it('asks for the chain of each item once', () => {
    expect(tracedFigures(evaluated.assessment())).toHaveLength(items().length)
  })

  it('tells of each item value, standard with its document, formula with the numbers put in, and source cells', () => {
    const met = items().find(({ state, indicator }) => state === 'met' && entryOf(indicator) !== undefined)
    const facts = new Map(entryOf(met?.indicator ?? '')?.facts)
    for (const label of ['依据', '判断', '公式', '代入', '数据来源']) expect(facts.get(label), label).toBeTruthy()
    expect(facts.get('判断')).toBe('达标')
    const all = model.chapters.flatMap(({ entries }) =>
      entries.flatMap((entry) => new Map(entry.facts).get('数据来源') ?? []),
    )
    expect(all.some((text) => /\.xlsx“.+”[A-Z]+\d+/.test(text))).toBe(true)
  })

  it('answers why an item is not met with how much is lacking and who lacks it', () => {
    const unmet = items().filter(({ state }) => state === 'unmet')
    expect(unmet.length).toBeGreaterThan(3)
    for (const { indicator, counts } of unmet) {
      const entry = entryOf(indicator)
      expect(entry?.question).toContain('为什么没有达标')
      const many = counts.met + counts.unmet + counts.undecided > 1
      if (many) expect(entry?.answer).toContain(`没有达标的${counts.unmet}个`)
      else expect(entry?.answer.length).toBeGreaterThan(5)
    }
  })

  it('leads every item that is computed to its cells, through what it is computed from', () => {
    for (const indicator of ['school_overall', 'cv_sport_area', 'cv_qualified'])
      expect(new Map(entryOf(indicator)?.facts).get('数据来源'), indicator).toMatch(/\.xlsx“.+”[A-Z]+\d+/)
  })

  it('takes a 差异系数 apart, and says what to do about it as the report does', () => {
    const entry = entryOf('cv_sport_area')
    const put = new Map(entry?.facts).get('代入')
    expect(put).toContain('42个单位的加权标准差6.546 ÷ 加权平均值11.266平方米/生 = 0.581')
    expect(put).toContain('云峰乡中心小学')
    expect(entry?.answer).toContain('怎么办：')
    expect(entry?.answer).toContain('把低于9.64平方米/生的10所都提高到这一水平')
  })

  it('says which part of a rule a school fails, and whose numbers a check doubts and where they stand', () => {
    expect(entryOf('school_overall')?.answer).toMatch(/青竹镇中心小学（生均教学及辅助用房面积3\.69.*标准≥/)
    const doubted = entryOf('cv_qualified')?.answer ?? ''
    expect(doubted).toMatch(/[^；。]+(?:小学|中学|学校).*：核对不符.*（见.+\.xlsx“.+”/)
  })

  it('says who must still report where an item is undecided', () => {
    const open = items().find(({ state, deciding }) => state === 'undecided' && deciding.length > 0)
    const name = open?.deciding[0]?.unit_name ?? open?.deciding[0]?.unit ?? '无'
    expect(entryOf(open?.indicator ?? '')?.answer).toContain(name)
  })

  it('is one docx with contents and page numbers, the same bytes each time, or one for each department', async () => {
    const date = evaluated.evaluatedOn
    const book = await writeBriefing(model, date)
    expect(Buffer.from(await writeBriefing(model, date)).equals(Buffer.from(book))).toBe(true)
    const xml = partOf(book)
    expect(xml).toContain('PAGEREF _Toc1')
    expect(xml).toContain('w:bookmarkStart w:name="_Toc1"')
    expect(xml.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(model.chapters.length)
    expect(Object.keys(unzipSync(book)).some((path) => path.startsWith('word/footer'))).toBe(true)
    const books = unzipSync(await writeBriefings(model, date))
    expect(Object.keys(books)).toHaveLength(model.chapters.length)
    const [first] = Object.values(books)
    const heading = linesOf(first ?? new Uint8Array()).filter((line) => line === model.chapters[0]?.post)
    expect(heading.length).toBeGreaterThan(0)
    expect(strFromU8(unzipSync(first ?? new Uint8Array())['docProps/core.xml'] ?? new Uint8Array())).toContain(
      `${date}T00`,
    )
  })
})
