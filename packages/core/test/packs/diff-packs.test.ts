import { diffPacks, type Pack, parsePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { smallPack } from './small-pack.ts'

function packOf(text: string): Pack {
  const { pack } = parsePack([{ path: 'pack.yaml', text }])
  if (pack === undefined) throw new Error('the test pack is broken')
  return pack
}

const sentences = (changed: string) => diffPacks(packOf(smallPack), packOf(changed)).map((change) => change.sentence)

test('a pack differs from itself in nothing, whatever the order of its keys', () => {
  expect(
    sentences(
      smallPack.replace(
        '  issuer: 测试\n  document: 测试〔2025〕1号\n',
        '  document: 测试〔2025〕1号\n  issuer: 测试\n',
      ),
    ),
  ).toEqual([])
})

test('a changed line is said with both numbers', () => {
  expect(sentences(smallPack.replace('value: 4.20', 'value: 4.5'))).toEqual([
    '参数“师资线”的取值“小学，2020-01-01 起”由“4.20”改为“4.5”。',
  ])
})

test('where the number stays, what did change is said', () => {
  const entry = 'value: 4.20, since: 2020-01-01,'
  expect(sentences(smallPack.replace(entry, `${entry} until: 2029-12-31,`))).toEqual([
    '参数“师资线”的取值“小学，2020-01-01 起”的止期由“（无）”改为“2029-12-31”。',
  ])
  expect(
    sentences(smallPack.replace('title: 学校名称, type: text', 'title: 学校名称, type: text, required: true')),
  ).toEqual(['台账“学校表”的列“学校名称”的必填由“（无）”改为“true”。'])
})

test('new, removed and changed entries are told apart', () => {
  const changed = smallPack
    .replace('title: 每百名学生教师数', 'title: 每百人教师数')
    .replace("      - { code: '2', title: 乡村 }\n", '')
    .replace('      - { id: area, title: 城乡类型, type: code, codes: area }\n', '')
  expect(sentences(changed)).toEqual([
    '代码表“城乡”删去代码：乡村（乡村）。',
    '台账“学校表”删去列：城乡类型（城乡类型）。',
    '指标“每百人教师数”的名称由“每百名学生教师数”改为“每百人教师数”。',
  ])
})
