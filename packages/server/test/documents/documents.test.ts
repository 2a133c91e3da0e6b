import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { charactersOf, layOutReport } from '@eduduty/core/documents'
import type { Figure } from '@eduduty/core/evaluation'
import { toJson } from '@eduduty/core/formula'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type WrittenDocuments, writeDocuments } from '../../src/documents/index.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { evaluateDemo } from './evaluate-demo.ts'

const folder = temporaryFolder()
let evaluated: Awaited<ReturnType<typeof evaluateDemo>>
let written: WrittenDocuments
let book: ExcelJS.Workbook

beforeAll(async () => {
  evaluated = await evaluateDemo()
  written = await writeDocuments(evaluated, join(folder, 'out'), 'official')
  book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(folder, 'out', '申报表.xlsx'))
})

const sheet = (name: string): ExcelJS.Worksheet => {
  const found = book.getWorksheet(name)
  if (found === undefined) throw new Error(`no sheet ${name}`)
  return found
}

/** The row whose first cells begin so. */
function rowOf(name: string, test: (row: ExcelJS.Row) => boolean): ExcelJS.Row {
  let found: ExcelJS.Row | undefined
  sheet(name).eachRow((row) => {
    if (found === undefined && test(row)) found = row
  })
  if (found === undefined) throw new Error(`no such row in ${name}`)
  return found
}

const hasFill = (cell: ExcelJS.Cell): boolean => cell.fill?.type === 'pattern' && cell.fill.pattern === 'solid'

describe('the official workbook', () => {
  it('holds the seven sheets, wide ones landscape, with repeated headings and frames under merges', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual(['表Ⅰ', '表Ⅱ-1', '表Ⅱ-2', '表Ⅲ', '表Ⅳ', '表Ⅴ', '表Ⅵ'])
    expect(sheet('表Ⅱ-2').pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      fitToHeight: 0,
    })
    expect(sheet('表Ⅳ').pageSetup.orientation).toBe('portrait')
    const parts = unzipSync(readFileSync(join(folder, 'out', '申报表.xlsx')))
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
    expect(workbook).toContain("'表Ⅱ-2'!$3:$4")
    expect(sheet('表Ⅰ').getCell('A3').isMerged).toBe(true)
    expect(sheet('表Ⅰ').getCell('D3').master.address).toBe('A3')
    expect(sheet('表Ⅰ').getCell('D3').border.right?.style).toBe('thin')
  })

  it('numbers the columns of Table Ⅰ from L1 to L24 under their groups', () => {
    const labels = rowOf('表Ⅰ', (row) => row.getCell(1).text === 'L1')
    expect(Array.from({ length: 24 }, (_, index) => labels.getCell(index + 1).text)).toEqual(
      Array.from({ length: 24 }, (_, index) => `L${index + 1}`),
    )
    const values = sheet('表Ⅰ').getRow(labels.number + 1)
    expect(values.getCell(1).value).toBe(41.26)
    expect(values.getCell(1).numFmt).toBe('0.00')
    expect(values.getCell(5).numFmt).toBe('0')
  })

  it('counts in Table Ⅱ-1 the schools that Table Ⅱ-2 shows as meeting each line', () => {
    const shown = countShown('小学')
    const counts = rowOf('表Ⅱ-1', (row) => row.getCell(1).text === '小学' && row.getCell(2).text.includes('总数'))
    for (let index = 0; index < 7; index += 1) expect(counts.getCell(index + 3).value).toBe(shown.met[index])
    expect(counts.getCell(10).value).toBe(shown.overall)
    const ratios = sheet('表Ⅱ-1').getRow(counts.number + 1)
    expect(ratios.getCell(3).value).toBeCloseTo(((shown.met[0] ?? 0) / shown.schools) * 100, 1)
    const footnote = rowOf('表Ⅱ-2', (row) => row.getCell(1).text.startsWith('小学共'))
    expect(footnote.getCell(1).text).toContain(`小学共${shown.schools}所`)
  })

  it('shades below-standard cells and only these, and prints what is not reported', () => {
    const missing = rowOf('表Ⅱ-2', (row) => row.getCell(14).text === '待定')
    const unknown = [7, 8, 9, 10, 11, 12, 13]
      .map((column) => missing.getCell(column))
      .filter(({ text }) => text === '未报')
    expect(unknown.length).toBeGreaterThan(0)
    expect(unknown.some(hasFill)).toBe(false)
    const failing = rowOf('表Ⅱ-2', (row) => row.getCell(14).text === '否')
    expect(hasFill(failing.getCell(14))).toBe(true)
    expect(failing.getCell(7).numFmt).toBe('0.00')
  })
})

/** What a reader counts in Table Ⅱ-2: rows of a stage, unshaded numbers per indicator, 是 in the last column. */
function countShown(stage: string): { schools: number; met: number[]; overall: number } {
  const result = { schools: 0, met: [0, 0, 0, 0, 0, 0, 0], overall: 0 }
  let inside = false
  sheet('表Ⅱ-2').eachRow((row) => {
    const first = row.getCell(1).value
    if (typeof first === 'string') inside = first.startsWith(`${stage}（`)
    if (!inside || typeof first !== 'number') return
    result.schools += 1
    result.met = result.met.map((count, index) => count + (hasFill(row.getCell(index + 7)) ? 0 : 1))
    if (row.getCell(14).text === '是') result.overall += 1
  })
  return result
}

describe('the report', () => {
  it('keeps within the characters that the outline allows', () => {
    const outline = evaluated.pack.reports?.[0]
    if (outline === undefined) throw new Error('no outline')
    const report = layOutReport(evaluated, outline)
    expect(outline.max_characters).toBe(5000)
    expect(charactersOf(report)).toBeLessThanOrEqual(5000)
    expect(charactersOf(report)).toBe(report.characters)
  })

  it('states no number that is not a figure of the run', () => {
    const figures = new Map(evaluated.assessment().figures.map((figure) => [figure.id, figure]))
    const constants = new Set(numbersIn(JSON.stringify(evaluated.pack.reports).replace(/\{[^}]*\}/g, '{}')))
    const sentences = written.mentions.filter(
      ({ document, place }) => document === '自评报告.docx' && place.includes('句'),
    )
    expect(sentences.length).toBeGreaterThan(30)
    for (const { text, figures: ids } of sentences) {
      const known = ids.map((id) => figures.get(id))
      expect(
        known.every((figure) => figure !== undefined),
        text,
      ).toBe(true)
      const values = known.flatMap((figure) => [
        decimalOf(figure?.value),
        decimalOf(figure?.standard?.value),
        ...limitsOf(figure),
        ...levelUpOf(figure),
      ])
      for (const number of numbersIn(text)) {
        const said = constants.has(number) || matches(number, values) || Number(number) <= ids.length
        expect(said, `${number} in ${text}`).toBe(true)
      }
    }
  })

  it('tells every failing item, with the figures that fail behind the sentence', () => {
    const assessment = evaluated.assessment()
    const told = new Set(
      written.mentions.filter(({ place }) => place.includes('句')).flatMap((mention) => mention.figures),
    )
    for (const item of assessment.sections.flatMap(({ items }) => items)) {
      if (item.state !== 'unmet') continue
      const failing = assessment.figures.filter(({ node, state }) => node === item.indicator && state === 'unmet')
      expect(
        failing.some(({ id }) => told.has(id)),
        item.indicator,
      ).toBe(true)
    }
  })

  it('says who must still report before the rest can be judged', () => {
    const text = written.mentions.map((mention) => mention.text).join('\n')
    const reporters = evaluated.assessment().coverage.registers.flatMap(({ missing }) => missing)
    for (const { name } of reporters) expect(text).toContain(name.split('·')[0])
  })
})

describe('written files', () => {
  it('are the same bytes for the same evaluation', async () => {
    await writeDocuments(evaluated, join(folder, 'again'), 'official')
    for (const { name } of written.files) {
      expect(readFileSync(join(folder, 'again', name)).equals(readFileSync(join(folder, 'out', name))), name).toBe(true)
    }
  })

  it('say on each page of a report that it is a draft where the data are not frozen, and differ in nothing else', async () => {
    await writeDocuments(evaluated, join(folder, 'preview'), 'preview')
    const partsIn = (of: string, name: string) => unzipSync(readFileSync(join(folder, of, name)))
    const reports = written.files.filter(({ name }) => name.endsWith('.docx'))
    expect(reports.length).toBeGreaterThan(0)
    for (const { name } of reports) {
      const [final, draft] = [partsIn('out', name), partsIn('preview', name)]
      expect(Object.keys(final).filter((part) => part.includes('header'))).toEqual([])
      expect(strFromU8(draft['word/header1.xml'] ?? new Uint8Array())).toContain('草稿（数据未冻结，')
      const body = (parts: typeof draft) =>
        strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<w:sectPr.*$/s, '')
      expect(body(draft)).toBe(body(final))
    }
  })
})

/** Between which a figure that is not fully reported must lie. */
function limitsOf(figure: Figure | undefined): readonly number[] {
  const node = evaluated.assessment().nodes.find(({ id }) => id === figure?.node)
  if (figure?.status !== 'missing' || node === undefined) return []
  const { bounds } = evaluated.evaluateAt(node.grain, figure.subject, node.id).value
  return [bounds?.low, bounds?.high].map((limit) => (limit === undefined ? Number.NaN : decimalOf(toJson(limit))))
}

/** What it takes to bring a 差异系数 down to its limit. */
function levelUpOf(figure: Figure | undefined): readonly number[] {
  const { level_up } = evaluated.assessment().dispersions.find((one) => one.figure === figure?.id) ?? {}
  return level_up === undefined ? [] : [Number(level_up.floor), level_up.schools, Number(level_up.total)]
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/g) ?? []

/** Value of `n/d` or decimal text. */
function decimalOf(text: string | undefined): number {
  const [over, under] = (text ?? '').split('/')
  return over === undefined || over === '' ? Number.NaN : Number(over) / Number(under ?? 1)
}

/** True when a number as printed is one of the values, or the difference of two, rounded to its decimals. */
function matches(number: string, values: readonly number[]): boolean {
  const step = 10 ** -(number.split('.')[1]?.length ?? 0)
  const near = (value: number): boolean => Math.abs(value - Number(number)) <= step * 0.5000001
  return values.some((one) => near(one) || values.some((other) => near(one - other)))
}
