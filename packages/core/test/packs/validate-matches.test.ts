import { validateFormulas } from '@eduduty/core/evaluation'
import { parsePack, validatePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { smallPack } from './small-pack.ts'

const matching = smallPack
  .replace(
    'parameters:',
    `  - id: children
    title: 儿童表
    row_is: 一名儿童
    period: 学年
    reporter: 乡镇
    columns:
      - { id: no, title: 编号, type: text, dimension: child }
      - { id: id_number, title: 身份证号, type: text, personal: identity }
      - { id: child, title: 姓名, type: text, personal: name }
      - { id: born, title: 出生日期, type: date }
      - { id: state, title: 状况, type: text }
  - id: roll
    title: 学生表
    row_is: 一名学生
    period: 学年
    reporter: 学校
    columns:
      - { id: pupil_no, title: 学籍号, type: text, dimension: child }
      - { id: id_number, title: 证件号, type: text, personal: identity }
      - { id: pupil, title: 学生姓名, type: text, personal: name }
      - { id: born, title: 生日, type: date }
matches:
  - id: children_roll
    title: 儿童比学生
    left: { register: children, where: 非 state = "毕业", keys: { identity: id_number, name: child, birth: born } }
    right:
      - { register: roll, keys: { identity: id_number, name: pupil, birth: born } }
    exact: [identity]
    finds: 左边没有右边
    says: 登记为{state}
    ledger: 疑似失学
    exempt:
      - { when: state = "县外", says: 在县外, counts_as: 已入学 }
    fuzzy:
      weights: { identity: { agree: 40, differ: 30 }, name: { agree: 30, differ: 30 }, birth: { agree: 20, differ: 20 }, sex: { agree: 4, differ: 10 }, guardian: { agree: 12, differ: 6 }, address: { agree: 8, differ: 0 } }
      propose: 48
      likely: 70
    basis: { document: 甲 }
risks:
  - id: watched
    title: 风险清单
    line: 2
    children:
      - { register: roll, keys: { identity: id_number, name: pupil } }
    signs:
      - { id: unborn, register: roll, when: 非 已报(born), says: '{pupil}没有生日', points: 2, basis: { document: 甲 } }
    basis: { document: 甲 }
parameters:`,
  )
  .replace('dimensions:\n', 'dimensions:\n  - { id: child, title: 儿童, kind: row }\n')

function problemsOf(from = '', to = '') {
  const text = matching.replace(from, to)
  if (from !== '' && text === matching) throw new Error(`nothing to replace: ${from}`)
  const { pack, problems, source } = parsePack([{ path: 'pack.yaml', text }])
  const found = pack === undefined ? problems : [...validatePack(pack, source), ...validateFormulas(pack, source)]
  return found.map(({ code, message, suggestion = '' }) => ({ code, says: `${message}${suggestion}` }))
}

test('a comparison and a list of risk without faults', () => {
  expect(problemsOf()).toEqual([])
})

test.each([
  ['register: children, where', 'register: childs, where', 'unknown_reference', '“children”'],
  ['birth: born } }\n    right', 'birth: borne } }\n    right', 'unknown_reference', '“born”'],
  ['name: child, birth', 'name: born, birth', 'match_key_type', '姓名要用文字列'],
  [
    'right:\n      - { register: roll, keys: { identity: id_number, name',
    'right:\n      - { register: roll, keys: { name',
    'match_without_key',
    '没有可以直接比的号码',
  ],
  ['title: 证件号, type: text, personal: identity', 'title: 证件号, type: text', 'match_sealed_apart', '比不上'],
  ['says: 登记为{state}', "says: '登记为{stat}'", 'unknown_reference', '“state”'],
  ['name: child, birth', 'birth', 'match_without_name', '没法去核实'],
  ['when: state = "县外", says', 'says', 'exempt_unclear', 'when 或 in'],
  [', counts_as: 已入学', '', 'exempt_open', '没有说清怎样办'],
  ['likely: 70', 'likely: 40', 'match_lines_turned', '低于请人看的分数线'],
  ['propose: 48', 'propose: 150', 'match_line_unreachable', '只有 114 分'],
  ['非 state = "毕业"', '非 state = "毕业" 且 计数(学生表) > 3 人', 'condition_beyond_row', '只能看一行里的各栏'],
  ['非 state = "毕业"', '非 stat = "毕业"', 'unknown_name', 'stat'],
  ['line: 2', 'line: 3', 'risk_line_unreachable', '只有 2 分'],
  ['keys: { identity: id_number, name: pupil } }', 'keys: { name: pupil } }', 'risk_without_key', '认不出'],
  ['{pupil}没有生日', '{pupils}没有生日', 'unknown_reference', '“pupil”'],
])('%s → %s is told as %s', (from, to, code, says) => {
  expect(problemsOf(from, to)).toContainEqual({ code, says: expect.stringContaining(says) })
})
