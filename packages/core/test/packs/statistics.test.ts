import { parsePack, validatePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { smallPack } from './small-pack.ts'

const layouts = `statistics:
  - id: first
    title: 首套表式
    since: 2021
    until: 2022
    school: { code: [学校标识码], name: [学校名称] }
    basis: { document: 测试〔2020〕1号 }
    verified: { grade: C }
    sheets:
      - id: pupils
        number: 教基3112
        figures:
          - { id: pupils, title: 在校生, row: 总计, column: 在校生数, into: [{ register: REGISTER, column: COLUMN, where: { stage: 小学 } }] }
  - { id: second, title: 第二套, since: 2023, like: first, basis: { document: 测试 }, verified: { grade: C } }
`

function problemsOf(change: (text: string) => string): readonly { code: string; line: number; suggestion?: string }[] {
  const text = change(layouts).replace('REGISTER', 'schools').replace('COLUMN', 'pupils')
  const { pack, problems, source } = parsePack([
    { path: 'pack.yaml', text: smallPack },
    { path: 'statistics.yaml', text },
  ])
  return pack === undefined ? problems : validatePack(pack, source)
}

test('layouts that name what is there are right', () => {
  expect(problemsOf((text) => text)).toEqual([])
})

test.each<[string, (text: string) => string, string, number]>([
  ['a register that is not there', (text) => text.replace('REGISTER', 'nothing'), 'unknown_reference', 13],
  ['a column that is not there', (text) => text.replace('COLUMN', 'nothing'), 'unknown_reference', 13],
  ['a column of words', (text) => text.replace('COLUMN', 'name'), 'not_a_number', 13],
  [
    'a layout like one that is not there',
    (text) => text.replace('like: first', 'like: frist'),
    'unknown_reference',
    14,
  ],
  ['years that end before they begin', (text) => text.replace('until: 2022', 'until: 2020'), 'reversed_dates', 5],
  ['a layout of its own without sheets', (text) => text.replace(' like: first,', ''), 'layout_incomplete', 14],
  ['a row of which nothing says the stage', (text) => text.replace(', where: { stage: 小学 }', ''), 'row_unclear', 13],
  ['a misspelt key', (text) => text.replace('number: 教基', 'numbr: 教基'), 'unknown_key', 11],
])('%s is told with its line', (_, change, code, line) => {
  expect(problemsOf(change)).toContainEqual(expect.objectContaining({ code, line }))
})
