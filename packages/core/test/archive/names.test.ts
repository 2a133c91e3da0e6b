import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  distinctName,
  excerptAround,
  fileName,
  folderName,
  matchNeeds,
  searchable,
  shownName,
  shownParts,
  titleOfFile,
} from '../../src/archive/index.ts'

describe('a name as it is shown', () => {
  it('has no control signs, no turned writing and no path', () => {
    expect(shownName('合同\u202Efdp.exe')).toBe('合同fdp.exe')
    expect(shownName('..\\..\\windows\\a\u0000.docx')).toBe('a.docx')
    expect(shownParts('C:\\材料/../1.1/纪要.docx')).toEqual(['材料', '1.1', '纪要.docx'])
    expect(shownName('  ')).toBe('未命名')
    expect(titleOfFile('附件/会议纪要.DOCX')).toBe('会议纪要')
    expect([...shownName(`${'长'.repeat(400)}.pdf`)].length).toBe(200)
    expect(shownName(`${'长'.repeat(400)}.pdf`)).toMatch(/…\.pdf$/)
  })
})

describe('a name in a zip', () => {
  it('is one that Windows takes', () => {
    expect(folderName('CON')).toBe('_CON')
    expect(folderName('lpt1.txt')).toBe('_lpt1.txt')
    expect(folderName('1.1 教育/议事:决策?')).toBe('1.1 教育_议事_决策_')
    expect(folderName('末尾的点. . ')).toBe('末尾的点')
    expect(fileName('a'.repeat(300), '.pdf')).toHaveLength(154)
  })

  it('is never a path, empty, reserved or too long, whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = folderName(text)
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202e]/u)
        expect(name).not.toMatch(/[. ]$|^$|^\.+$/)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(151)
      }),
    )
  })

  it('differs where capitals do not count', () => {
    const taken = new Set<string>()
    expect(['A', 'a', 'A'].map((name) => distinctName(name, '.pdf', taken))).toEqual(['A.pdf', 'a(2).pdf', 'A(3).pdf'])
  })
})

describe('folders and names', () => {
  const need = (fileNo: string, indicatorNo: string, indicatorTitle: string, title: string) => ({
    need: fileNo,
    fileNo,
    indicatorNo,
    indicatorTitle,
    title,
    unitName: '教育局',
  })
  const needs = [
    need('1.1-1', '1.1', '教育议事决策', '专题研究教育工作的会议纪要'),
    need('1.1-2', '1.1', '教育议事决策', '年度重点工作安排'),
    need('1.10-1', '1.10', '食堂管理', '食堂检查记录'),
  ]
  const found = (path: string) => matchNeeds(path, needs).map(({ need: id }) => id)

  it('point to needs by file number, title and indicator, the surest first', () => {
    expect(found('1.1-2年度安排.docx')).toEqual(['1.1-2', '1.1-1'])
    expect(found('1.1 教育议事决策/会议纪要.pdf')[0]).toBe('1.1-1')
    expect(found('１．１－１　纪要.pdf')[0]).toBe('1.1-1')
    expect(found('食堂检查记录（二季度）.xlsx')).toEqual(['1.10-1'])
    expect(found('扫描件0001.pdf')).toEqual([])
  })

  it('never take 1.10 for 1.1', () => {
    expect(found('1.10/照片.jpg')).toEqual(['1.10-1'])
    expect(matchNeeds('1.1-21 其他.jpg', needs).map(({ because }) => because)).toEqual(['指标 1.1', '指标 1.1'])
  })
})

describe('a material that many units owe', () => {
  it('is suggested with all of them, and takes no place from other materials', () => {
    const of = (fileNo: string, unitName: string) => ({
      need: `${fileNo} ${unitName}`,
      fileNo,
      indicatorNo: '2.1',
      indicatorTitle: '控辍保学',
      unitName,
      title: `材料${fileNo}`,
    })
    const townships = Array.from({ length: 12 }, (_, at) => `第${at + 1}乡`)
    const all = ['2.1-1', '2.1-2', '2.1-3', '2.1-4', '2.1-5', '2.1-6'].flatMap((no) =>
      townships.map((unit) => of(no, unit)),
    )
    const found = matchNeeds('2.1 控辍保学/名单.xlsx', all)
    expect([...new Set(found.map(({ file_no: no }) => no))]).toEqual(['2.1-1', '2.1-2', '2.1-3', '2.1-4', '2.1-5'])
    expect(found.filter(({ file_no: no }) => no === '2.1-5').map(({ unit_name: unit }) => unit)).toEqual(townships)
  })
})

describe('searching', () => {
  it('minds no spaces and no wide letters, and shows what stands around a hit', () => {
    const text = searchable('第 一 条\n为加强ＡＢＣ学校的管理，')
    expect(text).toBe('第一条为加强abc学校的管理，')
    expect(excerptAround(text, searchable('加强 ABC'))).toBe('第一条为加强abc学校的管理，')
    expect(excerptAround(text, '没有')).toBeUndefined()
  })
})
