import type { RegisterRow } from '@eduduty/core/collection'
import { deriveForm } from '@eduduty/core/consistency'
import { planPack, validateFormulas } from '@eduduty/core/evaluation'
import { derivationsOf, type Pack, parsePack, validatePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { readPack } from '../../src/packs/index.ts'
import { dutyCounty } from './duty-county.ts'

const { loaded, problems } = await readPack('duty-registers', process.cwd())
if (loaded === undefined) throw new Error(`the pack duty-registers has mistakes: ${JSON.stringify(problems)}`)
const { pack } = loaded
const plan = planPack(pack)
const county = dutyCounty(pack)
const derived = [...new Set((pack.derive ?? []).map(({ register }) => register))]

const keyOf = (register: string): string =>
  pack.registers
    .find(({ id }) => id === register)
    ?.columns.find(
      ({ dimension }) => pack.dimensions?.some(({ id, kind }) => id === dimension && kind === 'unit') === true,
    )?.id ?? ''

/** All rows of one unit, as the server reads them for one form. */
function rowsOf(unit: string): readonly RegisterRow[] {
  const isOwn = (row: RegisterRow) => unit === '' || row.values[keyOf(row.register)] === unit
  return county.filter((row) => row.year === 2025 && isOwn(row) && (unit !== '' || keyOf(row.register) === ''))
}

const unitsOf = (register: string): readonly string[] => [
  ...new Set(
    county
      .filter((row) => row.register === register && row.year === 2025)
      .map(({ values }) => String(values[keyOf(register)] ?? '')),
  ),
]

test('the formulas of the shipped derivations are right', () => {
  expect(problems).toEqual([])
  expect(derived.length).toBeGreaterThan(5)
})

test.each(derived)('in %s a sound county derives what it filled in', (register) => {
  let told = 0
  for (const unit of unitsOf(register)) {
    const rows = rowsOf(unit)
    for (const cell of deriveForm({ plan, register, year: 2025, rows })) {
      if (cell.value === undefined) continue
      told += 1
      const filled = cell.row.source.values[cell.column] ?? '未报'
      expect(`${unit} ${cell.column} ${String(cell.value)}`).toBe(`${unit} ${cell.column} ${Number(filled)}`)
    }
  }
  expect(told).toBeGreaterThan(0)
})

/** Checks of rosters against a column that one formula fills: here the two must not drift apart. */
test('every column that a roster check compares is derived by the same formula', () => {
  const spaceless = (text: string) => text.replace(/\s/g, '')
  const formulas = new Set(derived.flatMap((register) => derivationsOf(pack, register).map(({ formula }) => formula)))
  const known = new Set([...formulas].map(spaceless))
  const elements = new Map((pack.elements ?? []).map(({ title, formula }) => [title, String(formula)]))
  const missing = (pack.checks ?? [])
    .filter(({ kind, sides, columns }) => kind === '名册与表' && sides !== undefined && columns?.length === 1)
    .filter(({ sides }) => (sides?.relation ?? '=') === '=' && /^[^()+]+$/.test(sides?.left.formula ?? ''))
    .filter(({ sides }) => {
      const right = sides?.right.formula ?? ''
      const formula = spaceless(elements.get(right) ?? right)
      return !known.has(formula) && ![...known].some((one) => one.includes(formula))
    })
    .map(({ id }) => id)
  // Pupils by class sizes: the pupil roster says the same more exactly. Exchange over all schools: not one unit's rows.
  expect(missing).toEqual(['primary_by_classes', 'junior_by_classes', 'staff_exchanged_county'])
})

const base = `
pack: { id: trial, version: 1.0.0, title: 试验, issuer: 甲, document: 甲, scope: 县, since: 2020-01-01, licence: CC0-1.0 }
indicators: []
dimensions:
  - { id: school, title: 学校代码, kind: unit }
  - { id: town, title: 乡镇代码, kind: unit }
  - { id: no, title: 序号维度, kind: row }
registers:
  - { id: form, title: 填报表, row_is: 一所学校, period: 学年, reporter: 学校, columns: [{ id: code, title: 学校码, type: text, dimension: school }, { id: pupils, title: 学生数, type: integer, unit: 人 }, { id: area, title: 面积, type: number, unit: 平方米 }] }
  - { id: roster, title: 学生册, row_is: 一名学生, period: 学年, reporter: 学校, columns: [{ id: code, title: 校码, type: text, dimension: school }, { id: no, title: 编号, type: text, dimension: no }, { id: boards, title: 住校, type: boolean }] }
  - { id: children, title: 儿童册, row_is: 一名儿童, period: 学年, reporter: 乡镇, columns: [{ id: town, title: 镇码, type: text, dimension: town }, { id: no, title: 儿童号, type: text, dimension: no }] }
`

function problemsOf(derive: string): readonly { code: string; message: string; suggestion?: string }[] {
  const parsed = parsePack([{ path: 'pack.yaml', text: `${base}derive:\n${derive}` }])
  const read: Pack | undefined = parsed.pack
  if (read === undefined) return parsed.problems
  return [...validatePack(read, parsed.source), ...validateFormulas(read, parsed.source)]
}

test.each([
  ['a right one', '  - { register: form, columns: { pupils: 计数(学生册) } }', []],
  ['a register that is not there', '  - { register: forn, columns: { pupils: 计数(学生册) } }', ['unknown_reference']],
  ['a column that is not there', '  - { register: form, columns: { pupil: 计数(学生册) } }', ['unknown_reference']],
  ['a key', '  - { register: form, columns: { code: 计数(学生册) } }', ['derived_key', 'result_type']],
  ['a wrong unit', '  - { register: form, columns: { area: 计数(学生册) } }', ['result_unit']],
  ['a wrong type', "  - { register: form, columns: { pupils: '存在(学生册[住校])' } }", ['result_type']],
  ['an unknown name', "  - { register: form, columns: { pupils: '计数(学生册[住宿])' } }", ['unknown_name']],
  ['no roster', '  - { register: form, columns: { pupils: 3 人 } }', ['derived_from_nothing']],
  [
    "another kind of unit's roster",
    '  - { register: form, columns: { pupils: 计数(儿童册) } }',
    ['derived_from_others'],
  ],
  [
    'the same column twice',
    '  - { register: form, columns: { pupils: 计数(学生册) } }\n  - { register: form, columns: { pupils: 计数(学生册) } }',
    ['derived_twice'],
  ],
])('a derivation with %s', (_, derive, codes) => {
  expect(problemsOf(derive).map(({ code }) => code)).toEqual(codes)
})

test('a mistake is placed under the wrong word and comes with what would be right', () => {
  const [problem] = problemsOf('  - { register: form, columns: { pupils: 计数(儿童册) } }')
  expect(problem).toMatchObject({ line: 13, suggestion: '可用：学生册。' })
  expect(problemsOf("  - { register: form, columns: { pupils: '计数(学生册[住宿])' } }")[0]?.suggestion).toContain(
    '住校',
  )
})
