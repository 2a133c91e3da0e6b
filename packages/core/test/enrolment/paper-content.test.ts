import { expect, test } from 'vitest'
import { layOutPaper, paperContent, paperNumber } from '../../src/enrolment/index.ts'

const words = {
  学生: '程小满',
  性别: '男',
  监护人: '程大山',
  住址: '上村3组',
  学校: '石桥镇中学',
  年级: '初一',
  乡镇: '石桥镇',
  县: '澄湖县人民政府',
  本单位: '石桥镇',
  日期: '2026-11-05',
  期限: '',
  发现日期: '2026-10-01',
  情况: '',
  状态: '',
  走访次数: '2',
  劝返次数: '3',
  证明材料: '',
  去向: '',
  劝返经过: '谈了两小时',
}

const content = paperContent(
  {
    id: 'school_report',
    title: '书面报告',
    number: '〔{年度}〕{序号}号',
    by: ['学校'],
    addressee: '{乡镇}：',
    paragraphs: ['{劝返经过}', '{学生}，{乡镇}人。', '请协助劝返。；'],
    basis: { document: '测试' },
  },
  { words, visits: [], signer: '石桥镇', on: '2026-11-05' },
)

test('a paper names governments where it is addressed and signed, and every paragraph ends as a sentence', () => {
  expect(content).toMatchObject({ addressee: '石桥镇人民政府：', signer: '石桥镇人民政府' })
  expect(content.paragraphs).toEqual(['谈了两小时。', '程小满，石桥镇人。', '请协助劝返。'])
})

test('signature and date stay with the last words', () => {
  const { blocks } = layOutPaper(content, '1号', '书面报告.docx')
  expect(blocks.map((block) => 'stays' in block)).toEqual([false, false, true])
})

test('a letter says at its foot who gets a copy and who issued it when; a copy to nobody known is left out', () => {
  const letter = {
    id: 'notice',
    title: '通知书',
    number: '〔{年度}〕{序号}号',
    by: ['乡镇' as const],
    paragraphs: ['一'],
    copies: ['县教育局', '{学校}', '{去向}'],
    signs: ['送达人'],
  }
  const drawn = paperContent(letter, { words, visits: [], signer: '石桥镇', on: '2026-11-05' })
  const { imprint, blocks } = layOutPaper(drawn, '1号', '通知书.docx')
  expect(imprint).toEqual({ copies: '县教育局，石桥镇中学', office: '石桥镇人民政府', printed: '2026年11月5日' })
  expect(blocks.at(-1)).toMatchObject({ kind: 'table', isTall: true, stays: true })
  expect(layOutPaper(content, '1号', '书面报告.docx')).not.toHaveProperty('imprint')
})

test('numbers of two units are never the same: the unit stands in front, in short', () => {
  const rule = {
    id: 'notice',
    title: '通知书',
    number: '{本单位简称}限学〔{年度}〕{序号}号',
    by: ['学校' as const, '乡镇' as const],
    paragraphs: ['一'],
  }
  const units = ['石桥镇', '石桥镇人民政府', '城关街道办事处', '石桥镇初级中学', '石桥镇中心小学']
  expect(units.map((unit) => paperNumber(rule, 2026, 1, unit))).toEqual([
    ...['石桥镇限学〔2026〕1号', '石桥镇限学〔2026〕1号', '城关街道限学〔2026〕1号'],
    ...['石桥镇初中限学〔2026〕1号', '石桥镇中心小学限学〔2026〕1号'],
  ])
})
