import type { ReportModel } from '@eduduty/core/documents'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { writeReport } from '../../src/platform/docx/write-report.ts'

const sentence = (text: string) => ({ text, figures: [], priority: 0 })
const body = sentence('全县共有小学三十二所。')

const report: ReportModel = {
  file: '报告.docx',
  title: '甲县人民政府\n自评报告',
  addressee: '督导机构：',
  signer: '甲县人民政府',
  date: '2025年　　月　　日',
  characters: 0,
  dropped: 0,
  blocks: [
    { kind: 'heading', level: 1, text: '一、基本情况' },
    { kind: 'heading', level: 2, text: '（一）学校' },
    { kind: 'paragraph', sentences: [body, sentence('坏字符\u0000与<标签>&符号。')] },
    {
      kind: 'table',
      title: '表1',
      widths: [2, 1],
      grid: {
        columns: 2,
        roles: ['header', 'body'],
        cells: [
          cell(0, 0, '指标'),
          cell(0, 1, '值'),
          cell(1, 0, '甲'),
          { ...cell(1, 1, ''), output: { kind: 'number', text: '0.581', decimals: 3 }, shaded: true },
        ],
      },
    },
    {
      kind: 'chart',
      chart: {
        kind: 'bar',
        title: '图1　差异系数',
        unit: '差异系数',
        categories: ['教师', '用房'],
        series: [
          { title: '小学', values: ['0.581', undefined], decimals: 3, line: false, figures: [] },
          { title: '限值', values: ['0.50', '0.50'], decimals: 2, line: true, figures: [] },
        ],
      },
    },
  ],
}

function cell(row: number, column: number, text: string) {
  return {
    row,
    column,
    rowspan: 1,
    colspan: 1,
    bold: false,
    shaded: false,
    figures: [],
    align: 'center' as const,
    output: { kind: 'text' as const, text },
  }
}

async function partsOf(model: ReportModel): Promise<(path: string) => string> {
  const parts = unzipSync(await writeReport(model, '2025-09-01'))
  return (path) => strFromU8(parts[path] ?? new Uint8Array())
}

describe('the layout of GB/T 9704', () => {
  it('sets page, margins, line pitch and page numbers', async () => {
    const part = await partsOf(report)
    const document = part('word/document.xml')
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/)
    expect(document).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"/)
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const footers = [part('word/footer1.xml'), part('word/footer2.xml')]
    expect(footers.filter((footer) => footer.includes('<w:jc w:val="right"/>'))).toHaveLength(1)
    expect(footers.filter((footer) => footer.includes('<w:jc w:val="left"/>'))).toHaveLength(1)
    for (const footer of footers) expect(footer).toMatch(/<w:sz w:val="28"\/>/)
  })

  it('gives every kind of paragraph its font, size and indent', async () => {
    const document = (await partsOf(report))('word/document.xml')
    const paragraph = (text: string): string => document.split('</w:p>').find((part) => part.includes(`>${text}`)) ?? ''
    expect(paragraph('甲县人民政府')).toMatch(/w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/)
    expect(paragraph('一、基本情况')).toMatch(/w:eastAsia="黑体".*<w:sz w:val="32"\/>/)
    expect(paragraph('（一）学校')).toMatch(/w:eastAsia="楷体"/)
    expect(paragraph('全县共有')).toMatch(/w:eastAsia="仿宋"/)
    expect(paragraph('全县共有')).toMatch(/w:line="579" w:lineRule="exact"/)
    expect(paragraph('全县共有')).toMatch(/w:firstLineChars="200"/)
    // Every run that prints text names its East Asian font.
    for (const run of document.match(/<w:r>.*?<\/w:r>/g) ?? []) {
      if (run.includes('<w:t ')) expect(run).toContain('w:eastAsia=')
    }
  })

  it('gives tables their grid widths and fills below-standard cells', async () => {
    const document = (await partsOf(report))('word/document.xml')
    const widths = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths).toHaveLength(2)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(8800)
    expect(document).toMatch(/w:fill="BFBFBF".*0\.581/)
  })

  it('says at the head of each page what is no final paper, and has no headers once it is', async () => {
    const part = await partsOf({ ...report, mark: '草稿（起草中，2026年3月6日）' })
    for (const header of [part('word/header1.xml'), part('word/header2.xml')])
      expect(header.replace(/<[^>]+>/g, '')).toBe('草稿（起草中，2026年3月6日）')
    const kinds = [...part('word/document.xml').matchAll(/<w:headerReference w:type="(\w+)"/g)].map(([, kind]) => kind)
    expect(kinds.toSorted()).toEqual(['default', 'even'])
    const final = await partsOf(report)
    expect(final('word/document.xml')).not.toContain('headerReference')
    expect(final('word/header1.xml')).toBe('')
  })

  it('leaves out signs that XML cannot hold, and escapes the rest', async () => {
    const document = (await partsOf(report))('word/document.xml')
    expect(document).toContain('坏字符与&lt;标签&gt;&amp;符号。')
  })
})

describe('what stands around a document', () => {
  const imprint = { copies: '县委办公室，各乡镇人民政府', office: '甲县人民政府办公室', printed: '2026年3月6日' }

  it('is a number above the title, and at the foot of the last page who gets copies and who printed it when', async () => {
    const document = (await partsOf({ ...report, number: '甲政报〔2026〕5号', imprint }))('word/document.xml')
    expect(document.indexOf('甲政报〔2026〕5号')).toBeLessThan(document.indexOf('自评报告'))
    const foot = document.slice(document.lastIndexOf('<w:tbl>'))
    expect(foot).toMatch(/w:vertAnchor="margin"/)
    expect(foot.replace(/<[^>]+>/g, '')).toContain(
      '抄送：县委办公室，各乡镇人民政府。甲县人民政府办公室2026年3月6日印发',
    )
    expect([...foot.matchAll(/<w:top w:val="single" w:color="000000" w:sz="(\d)"/g)].map(([, width]) => width)).toEqual(
      ['8', '6'],
    )
  })

  it('is left out where nothing of it is known', async () => {
    const bare = (await partsOf(report))('word/document.xml')
    expect((await partsOf({ ...report, imprint: { copies: '', office: '' } }))('word/document.xml')).toBe(bare)
  })
})

describe('charts', () => {
  it('are native, with the same numbers cached and in an embedded workbook', async () => {
    const part = await partsOf(report)
    expect(part('word/document.xml')).toContain('r:id="rIdChart1"')
    expect(part('word/_rels/document.xml.rels')).toContain('Id="rIdChart1"')
    expect(part('[Content_Types].xml')).toContain('/word/charts/chart1.xml')
    const chart = part('word/charts/chart1.xml')
    expect(chart).toMatch(/<c:barChart>.*<c:v>0\.581<\/c:v>.*<\/c:barChart><c:lineChart>/s)
    expect(chart).toContain('<c:externalData r:id="rId1">')
    const parts = unzipSync(await writeReport(report, '2025-09-01'))
    const book = await readXlsx(parts['word/embeddings/chart1.xlsx'] ?? new Uint8Array())
    expect(book.sheets[0]?.rows[1]).toEqual(['教师', 0.581, 0.5])
    expect(book.sheets[0]?.rows[2]).toEqual(['用房', null, 0.5])
  })
})
