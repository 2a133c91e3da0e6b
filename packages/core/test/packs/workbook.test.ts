import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, type PackTable, packOfTables, type ReadTable, tablesOfPack } from '../../src/packs/index.ts'

/** Tables as a reader of a workbook finds them. */
const asRead = (tables: readonly PackTable[]): ReadTable[] =>
  tables.map(({ path, rows }) => ({
    path,
    rows: rows.map(({ key, parent, cells }) => ({
      key,
      parent,
      place: `工作表“${path}”第 ${key} 行`,
      cells: new Map([...cells].map(([column, content]) => [column, { content, place: `${path} ${key} ${column}` }])),
    })),
  }))

const words = fc.oneof(fc.string(), fc.constantFrom('', 'TRUE', '::x', ' a ', '1.50', '甲、乙', 'a\nb', '≥ 参数.线'))
const scalar = fc.oneof(words, fc.integer(), fc.boolean())
const key = fc.oneof(fc.constantFrom('id', 'title', 'basis', 'a.b', 'x[]', 'y{}', '小学'), fc.string({ minLength: 1 }))
const { entry } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(words, { maxLength: 3 }),
    fc.array(tie('entry'), { maxLength: 3 }),
    fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }),
    tie('entry'),
  ),
  entry: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
}))

test('whatever a pack holds comes back from its tables as it was', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), entry, (list, manifest) => {
      const content = { pack: manifest, indicators: list }
      const { content: again, faults } = packOfTables(asRead(tablesOfPack(content)))
      expect(faults).toEqual([])
      expect(canonicalText(again)).toBe(canonicalText(content))
    }),
    { numRuns: 300 },
  )
})

test('a row that belongs to nothing is told with its place and what to do', () => {
  const row = { key: '1', parent: '7', place: '工作表“registers.columns”第 2 行', cells: new Map() }
  const { faults } = packOfTables([
    { path: 'registers', rows: [] },
    { path: 'registers.columns[]', rows: [row] },
  ])
  expect(faults).toEqual([
    {
      place: '工作表“registers.columns”第 2 行',
      message: '“所属”写的“7”在工作表“registers”的“序号”里没有。',
      suggestion: '改成上一级那一行的序号。',
    },
  ])
})
