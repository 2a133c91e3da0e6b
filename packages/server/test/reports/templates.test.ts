import { planPack } from '@eduduty/core/evaluation'
import { beforeAll, describe, expect, it } from 'vitest'
import { examineTemplate, presentCheck } from '../../src/reports/templates/examine-template.ts'
import { fillDocument } from '../../src/reports/templates/fill-document.ts'
import { markTemplate } from '../../src/reports/templates/mark-template.ts'
import { evaluateDemo } from '../documents/evaluate-demo.ts'
import { linesOf, paragraph, partOf, row, type TemplateParts, table, wordTemplate } from './word-template.ts'

let evaluated: Awaited<ReturnType<typeof evaluateDemo>>
let plan: ReturnType<typeof planPack>
beforeAll(async () => {
  evaluated = await evaluateDemo()
  plan = planPack(evaluated.pack)
})

const faultsOf = async (parts: TemplateParts) => presentCheck(await examineTemplate(wordTemplate(parts), plan)).faults
const faultsIn = (...paragraphs: string[]) => faultsOf({ body: paragraphs.map((text) => paragraph(text)).join('') })

const box = (inner: string): string =>
  `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
const control = (inner: string): string => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`

describe('filling a template', () => {
  it('puts words, rounded figures and judgements where their tags stand, and keeps their looks', async () => {
    const template = wordTemplate({
      body: paragraph('{县名}{年度}年：平均', '{平均(学校.义务教育学生数)|1}', '人，{义务教育优质均衡发展.达标}。'),
      header: paragraph('{县名}汇报材料'),
    })
    expect(presentCheck(await examineTemplate(template, plan)).faults.map(({ message }) => message)).toEqual([])
    const filled = await fillDocument(template, evaluated)
    const [line] = linesOf(filled)
    expect(line).toMatch(/^澄湖县2025年：平均(?:\d+\.\d|（未报）)人，未达标。$/)
    expect(linesOf(filled, 'word/header1.xml')).toEqual(['澄湖县汇报材料'])
    expect(partOf(filled).match(/<w:b\/>/g)?.length).toBeGreaterThanOrEqual(3)
  })

  it('reads a tag that the word processor split into several runs', async () => {
    const template = wordTemplate({ body: paragraph('甲{县', '名', '}乙{', '年度}丙') })
    expect(await examineTemplate(template, plan)).toMatchObject({
      faults: [],
      tags: [{ raw: '{县名}' }, { raw: '{年度}' }],
    })
    expect(linesOf(await fillDocument(template, evaluated))).toEqual(['甲澄湖县乙2025丙'])
  })

  it('repeats rows over schools, with condition, order and limit', async () => {
    const template = wordTemplate({
      body: table(
        row('学校', '学生数'),
        row('{#学校|降序 义务教育学生数|前 3}{序号}.{对象名称}', '{义务教育学生数|0}{/学校}'),
      ),
    })
    expect((await examineTemplate(template, plan)).faults).toEqual([])
    const lines = linesOf(await fillDocument(template, evaluated))
    expect(lines).toHaveLength(8)
    const counts = [3, 5, 7].map((at) => Number(lines[at]))
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(lines[2]).toMatch(/^1\.\S+/)
    const all = evaluated
      .assessment()
      .figures.filter(({ node, status }) => node === 'compulsory_pupils' && status === 'known')
    expect(counts[0]).toBe(Math.max(...all.map(({ value }) => Number(value))))
  })

  it('goes through the items that are not met and those that fail them', async () => {
    const template = wordTemplate({
      body: `${paragraph('{#未达标指标}{标题}：{#未达标对象|前 1}{对象名称}{对象值}{/}')}${paragraph('{/未达标指标}')}`,
    })
    expect((await examineTemplate(template, plan)).faults).toEqual([])
    const lines = linesOf(await fillDocument(template, evaluated)).filter((line) => line !== '')
    const { sections, nodes } = evaluated.assessment()
    const unmet = sections.flatMap(({ items }) => items).filter(({ state }) => state === 'unmet' || state === 'error')
    expect(lines.map((line) => line.split('：')[0])).toEqual(
      unmet.map(({ indicator }) => nodes.find(({ id }) => id === indicator)?.title),
    )
    expect(lines.every((line) => (line.split('：')[1] ?? '') !== '')).toBe(true)
  })

  it('drops what stands between a condition that does not hold', async () => {
    const template = wordTemplate({ body: paragraph('甲{#1 = 2}不写{/}乙{#评估年度 = 2025}写{/}丙') })
    expect((await examineTemplate(template, plan)).faults).toEqual([])
    expect(linesOf(await fillDocument(template, evaluated))).toEqual(['甲乙写丙'])
  })

  it('fills text boxes, gives the same bytes again, and forgets the attached template', async () => {
    const template = wordTemplate({
      body: box(paragraph('{县名}')),
      more: {
        'word/_rels/settings.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/a.dotx" TargetMode="External"/></Relationships>',
      },
    })
    const filled = await fillDocument(template, evaluated)
    expect(partOf(filled)).toContain('澄湖县')
    expect(partOf(filled, 'word/_rels/settings.xml.rels')).not.toContain('a.dotx')
    expect(Buffer.from(await fillDocument(template, evaluated)).equals(Buffer.from(filled))).toBe(true)
  })
})

describe('the faults of a template', () => {
  it('names the nearest name and the place, with the text around', async () => {
    const [first, second] = await faultsIn('前言', '全县{县 名}共有{#学校学段}{学生素|0}人{/学校学段}。')
    expect(first).toMatchObject({
      place: '正文第2段',
      before: '全县',
      wrong: '{县 名}',
      advice: '是否指“县名”？',
      suggestion: '{县名}',
    })
    expect(second).toMatchObject({ wrong: '{学生素|0}', suggestion: '{学生数|0}' })
  })

  it('tells where a name of schools may stand', async () => {
    expect((await faultsIn('{义务教育学生数|0}'))[0]).toMatchObject({
      code: 'other_place',
      advice: expect.stringContaining('{#学校}'),
    })
  })

  it.each([
    ['an unclosed brace', ['全县{县名，共'], 'unclosed', '没有对应的'],
    ['a stray brace', ['全县}共'], 'stray_close', '多出一个'],
    ['a brace within a tag', ['{县{名}'], 'nested', '还没有结束'],
    ['wide braces', ['｛县名｝'], 'wide_braces', '全角'],
    ['an empty tag', ['{ }'], 'empty', '空的'],
    ['an unclosed loop', ['{#学校}{对象名称}'], 'loop_unclosed', '没有结束'],
    ['a close without a loop', ['{/学校}'], 'loop_unopened', '没有开始'],
    ['crossed loops', ['{#学校}{#未达标指标}{/学校}{/}'], 'loop_mixed', '还没有结束'],
    ['an unknown loop', ['{#学笑}{/}'], 'unknown_loop', '循环或条件'],
    ['a loop of failing ones outside', ['{#未达标对象}{/}'], 'misplaced', '里面'],
    ['a strange order', ['{#学校|从大到小}{/}'], 'bad_order', '看不懂'],
    ['a condition that is a number', ['{#评估年度 + 1}{/}'], 'result_type', ''],
    ['a strange format', ['{评估年度|两位}'], 'bad_format', '不是格式'],
    ['decimals of a word', ['{县名|0}'], 'bad_format', '文字'],
    ['decimals of a truth', ['{义务教育优质均衡发展.达标|1}'], 'bad_format', '不是数'],
    ['per cent of persons', ['{合计(学校.义务教育学生数)|%1}'], 'bad_unit', '单位是人'],
    ['units that cannot be added', ['{合计(学校.义务教育学生数) + 1 平方米}'], 'unit_mismatch', ''],
  ])('are told: %s', async (_, paragraphs, code, words) => {
    const faults = await faultsIn(...paragraphs)
    expect(faults.map((one) => one.code)).toContain(code)
    expect(faults.find((one) => one.code === code)?.message).toContain(words)
  })

  it('are told by where loops begin and end', async () => {
    const open = paragraph('{#学校}')
    const shut = paragraph('{/学校}')
    const codes = async (parts: TemplateParts) => (await faultsOf(parts)).map(({ code }) => code)
    expect(await codes({ body: `${open}${table(row('{/学校}'))}` })).toEqual(['loop_across'])
    expect(await codes({ body: `${open}${box(shut)}` })).toEqual(['loop_across'])
    expect(await codes({ body: table(row('{#学校}', '甲'), row('{/学校}', '乙')) })).toEqual(['loop_column'])
    expect(await codes({ body: control(paragraph('{#学校}{/学校}')) })).toEqual(['loop_in_control'])
    expect(await codes({ body: open, header: shut })).toEqual(['loop_unclosed', 'loop_unopened'])
  })

  it('name headers, text boxes, cells and foot notes as places', async () => {
    const faults = await faultsOf({
      body: `${table(row('甲', '{无此名称之一}'))}${box(paragraph('{无此名称之二}'))}`,
      header: paragraph('{无此名称之三}'),
      footnote: paragraph('{县名}'),
    })
    expect(faults.map(({ place }) => place)).toEqual(['表1第1行第2格', '正文第1段的文本框', '页眉第1段', '脚注第1段'])
    expect(faults.at(-1)).toMatchObject({ code: 'not_filled', message: expect.stringContaining('脚注') })
  })

  it('find a tag that a link cuts in two', async () => {
    const link = '<w:hyperlink><w:r><w:t>名}</w:t></w:r></w:hyperlink>'
    const faults = await faultsOf({ body: `<w:p><w:r><w:t>{县</w:t></w:r>${link}</w:p>` })
    expect(faults).toMatchObject([{ code: 'broken_up' }])
  })

  it('are marked red in a copy, each with what is wrong beside it', async () => {
    const template = wordTemplate({ body: paragraph('全县{县民}', '共{学校数目}所') })
    const marked = await markTemplate(template, plan)
    const [line = ''] = linesOf(marked)
    expect(line).toMatch(/^全县\{县民\}【✗ .*县名.*】共\{学校数目\}【✗ .*】所$/)
    expect(partOf(marked)).toContain('<w:color w:val="C00000"/>')
    expect(partOf(marked).match(/w:highlight w:val="yellow"/g)?.length).toBe(2)
  })
})

describe('files that are no templates', () => {
  const reasonOf = async (bytes: Uint8Array) =>
    examineTemplate(bytes, plan).then(
      () => undefined,
      (error: { message: string }) => error.message,
    )

  it('are refused with a reason', async () => {
    expect(await reasonOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('.docx')
    expect(await reasonOf(Buffer.from('PK只是文字'))).toContain('损坏')
    expect(await reasonOf(Buffer.from('纯文本'))).toContain('不是 Word 文档')
    const entity = wordTemplate({ body: '', more: { 'word/a.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' } })
    expect(await reasonOf(entity)).toContain('实体')
    const outside =
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://10.0.0.1/a.png" TargetMode="External"/>'
    expect(await reasonOf(wordTemplate({ body: paragraph('甲'), relations: outside }))).toContain('链接了外面')
    expect(await reasonOf(wordTemplate({ body: '', more: { 'word/vbaProject.bin': 'x' } }))).toContain('宏')
  })
})
