import { parsePack, validatePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { validateFormulas } from '../../src/evaluation/index.ts'
import { smallPack } from './small-pack.ts'

const rated = `${smallPack}  - id: drills
    title: 演练
    grain: county
    formula: 计数(学校表)
    standard: ≥ 10
    points: '40'
    score: '情形 等级 = "足" → 满分; 否则 满分 × 0.5'
    levels:
      - { title: 足, standard: ≥ 10 }
      - { title: 缺 }
    missing: 待定
    basis: { document: 甲 }
    verified: { grade: A }
  - id: signed
    title: 签订
    grain: county
    formula: 计数(学校表) > 3
    points: '60'
    missing: 待定
    basis: { document: 甲 }
    verified: { grade: A }
sections:
  - { id: duty, title: 职责, items: [drills, signed] }
ratings:
  - id: yearly
    title: 年度考核
    grain: county
    sections: [duty]
    full: '100'
    not_applicable: 得满分
    ladder:
      - { title: 优秀, when: 得分 ≥ 90 }
      - { title: 合格, when: 得分 ≥ 满分 × 0.6 }
      - { title: 不合格 }
    met: 合格
    basis: { document: 甲 }
    verified: { grade: A }
effects:
  - id: unsafe
    title: 危房
    kind: cap
    rating: yearly
    to: 合格
    when: 计数(学校表) < 1
    basis: { document: 甲 }
    verified: { grade: A }
`

function problemsOf(text: string) {
  const { pack, problems, source } = parsePack([{ path: 'pack.yaml', text }])
  return pack === undefined ? problems : [...validatePack(pack, source), ...validateFormulas(pack, source)]
}

test('a rating that adds up and ends has no problems', () => {
  expect(problemsOf(rated)).toEqual([])
})

test.each([
  ["full: '100'", "full: '90'", 'points_do_not_add_up', '相加是 100'],
  ['      - { title: 不合格 }\n', '', 'ladder_end', '最后一档'],
  ['{ title: 优秀, when: 得分 ≥ 90 }', '{ title: 优秀 }', 'ladder_end', '永远轮不到'],
  ['{ title: 足, standard: ≥ 10 }', '{ title: 足 }', 'ladder_end', '永远轮不到'],
  ['met: 合格', 'met: 及格', 'unknown_reference', '及格'],
  ['sections: [duty]', 'sections: [duties]', 'unknown_reference', 'duties'],
  ['sections: [duty]', 'sections: [duties]', 'points_not_counted', '没有哪个评分定等'],
  ['    to: 合格\n', '', 'cap_without_grade', '最高评为哪一等次'],
  ['    to: 合格\n', '    to: 及格\n', 'unknown_reference', '及格'],
  ['rating: yearly', 'rating: monthly', 'unknown_reference', 'monthly'],
  ['    rating: yearly\n', '', 'effect_without_rating', '不会起作用'],
  ['kind: cap', 'kind: downgrade', 'downgrade_with_grade', '每次降一等'],
  ["    points: '40'\n", '', 'score_without_points', '没有写分值'],
  ['得分 ≥ 90', '得份 ≥ 90', 'unknown_name', '得份'],
  ['满分 × 0.5', '满份 × 0.5', 'unknown_name', '满份'],
  ['    grain: county\n    sections', '    grain: school_stage\n    sections', 'points_at_other_grain', '加不到一起'],
])('“%s” written as “%s” is told', (from, to, code, words) => {
  expect(rated).toContain(from)
  const found = problemsOf(rated.replace(from, to)).filter((problem) => problem.code === code)
  expect(found.map(({ message }) => message).join()).toContain(words)
})
