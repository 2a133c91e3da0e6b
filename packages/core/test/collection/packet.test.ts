import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CheckFormulas, checkFormulas, columnStatus, type PacketCells } from '../../src/collection/index.ts'
import { checkForm } from '../../src/consistency/index.ts'
import { planPack, programOfCheck } from '../../src/evaluation/index.ts'
import { type Check, type Pack, parsePack } from '../../src/packs/index.ts'
import { calculate, type SheetCell, type Shown } from './excel-interpreter.ts'

const folder = join(import.meta.dirname, '../../../../packs/quality-balance-2017')
const FORM = 'school_form'

const rule = (id: string, text: string): Check => ({ id, title: id, register: FORM, rule: text, severity: '强制' })

/** Kinds of rules that the shipped pack does not have on this form. */
const more: readonly Check[] = [
  rule('quotient', 'music_rooms ÷ art_rooms ≤ 2'),
  rule('rounded', '四舍五入(teaching_area × 0.15, 1) ≥ indoor_sport_area'),
  rule('reported', '非 已报(gym_area) 或 gym_area > 0'),
  rule('same_truths', '(classes > 5) = (teachers > 5)'),
  rule('other_type', '学校类型 ≠ "初中"'),
  rule('either', '情形 built_by_2010 → classes ≤ 10; 否则 teachers ≤ 10'),
  rule(
    'extremes',
    '最大(primary_pupils, junior_pupils) - 最小(primary_pupils, junior_pupils) ≤ 平均(primary_pupils, junior_pupils)',
  ),
  rule('difference', '绝对值(teaching_area - ground_area) < 4.3 平方米'),
  rule('negative', '-teaching_area + ground_area ≥ -0.1 平方米'),
  {
    id: 'sides',
    title: 'sides',
    register: FORM,
    when: '学校类型 属于 ("小学", "初中")',
    sides: {
      left: { label: '预算', formula: 'public_funds_budget' },
      right: { label: '决算', formula: 'public_funds_settled', rounded: { decimals: 1, unit: '万元' } },
    },
    tolerance: { absolute: '1000', unit: '元', relative: '0.15' },
    severity: '核实',
  },
]

function loadPack(): Pack {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const { pack } = parsePack(files)
  if (pack === undefined) throw new Error('no pack')
  return { ...pack, checks: [...(pack.checks ?? []).filter(({ register }) => register === FORM), ...more] }
}

const pack = loadPack()
const plan = planPack(pack)
const register = pack.registers.find(({ id }) => id === FORM)
const columns = register?.columns ?? []
const words = pack.codes?.find(({ id }) => id === 'form_school_types')?.codes.map(({ title }) => title) ?? []

const cells: PacketCells = {
  register: FORM,
  find: (column) => {
    const at = columns.findIndex(({ id }) => id === column)
    return at === -1 ? undefined : { value: `E${at}`, known: `K${at}`, freed: `F${at}`, owed: `O${at}` }
  },
}

const translated = new Map<string, CheckFormulas>()
for (const check of pack.checks ?? []) {
  const expression = programOfCheck(plan, check)?.expression
  const formulas = expression && checkFormulas({ rule: expression }, cells)
  if (formulas !== undefined) translated.set(check.id, formulas)
}

const statuses = columns.map((column) => {
  const applicable =
    column.applicable === undefined
      ? undefined
      : plan.program({ register: FORM }, column.applicable, 'truth').expression
  return columnStatus({ column, cells, words: column.type === 'code' ? 'W0' : undefined, applicable })
})

/** The sheets of a packet in which these values were filled. */
function sheetOf(values: Readonly<Record<string, Shown>>): ReadonlyMap<string, SheetCell> {
  const sheet = new Map<string, SheetCell>([['W0', { value: words }]])
  for (const [at, status] of statuses.entries()) {
    sheet.set(`E${at}`, { value: values[columns[at]?.id ?? ''] ?? null })
    sheet.set(`K${at}`, { formula: status.known })
    sheet.set(`F${at}`, { formula: status.freed })
    sheet.set(`O${at}`, { formula: status.owed })
  }
  return sheet
}

function verdicts(values: Readonly<Record<string, Shown>>): ReadonlyMap<string, unknown> {
  const sheet = sheetOf(values)
  return new Map([...translated].map(([id, { verdict }]) => [id, calculate(verdict, sheet)]))
}

function failedIn(values: Readonly<Record<string, Shown>>): ReadonlySet<string> {
  const entries = Object.entries(values).flatMap(([id, value]): [string, string | boolean][] => {
    if (value === null) return []
    const isTruth = columns.find((column) => column.id === id)?.type === 'boolean'
    return [[id, isTruth ? value === '是' : String(value)]]
  })
  const source = { file: '', sheet: '', row: 0, cellOf: () => undefined }
  const row = { register: FORM, year: 2025, values: Object.fromEntries(entries), source }
  return new Set(checkForm({ plan, register: FORM, year: 2025, rows: [row] }).failed.map(({ check }) => check))
}

const tenths = fc.integer({ min: 0, max: 120 }).map((tenth) => tenth / 10)
const full = fc.record(
  Object.fromEntries(
    columns.map(({ id, type }): [string, fc.Arbitrary<Shown>] => {
      if (id === 'school_code') return [id, fc.constant('9901000001')]
      if (type === 'boolean') return [id, fc.constantFrom('是', '否')]
      if (type === 'code') return [id, fc.constantFrom(...words)]
      if (type === 'text') return [id, fc.constant('甲校')]
      if (type === 'year') return [id, fc.integer({ min: 2008, max: 2018 })]
      return [id, type === 'number' ? tenths : fc.integer({ min: 0, max: 12 })]
    }),
  ),
)
const holed = fc
  .tuple(full, fc.array(fc.constantFrom(...columns.map(({ id }) => id)), { maxLength: 40 }))
  .map(([values, holes]) =>
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, id !== 'school_code' && holes.includes(id) ? null : value]),
    ),
  )

describe('checks in a packet', () => {
  it('are formulas for every rule that reads this form alone, and for no other', () => {
    expect([...more.map(({ id }) => id)].filter((id) => !translated.has(id))).toEqual([])
    expect(translated.has('sum_of_bands')).toBe(true)
    expect(['type_agrees', 'music_rooms_bands', 'pupils_per_teacher'].filter((id) => translated.has(id))).toEqual([])
    expect(translated.size).toBeGreaterThan(30)
  })

  it('come out as the system judges when everything is filled', () => {
    fc.assert(
      fc.property(full, (values) => {
        const failed = failedIn(values)
        const judged = [...verdicts(values)].map(([id, verdict]) => [id, verdict === '不符'])
        expect(judged).toEqual(judged.map(([id]) => [id, failed.has(String(id))]))
      }),
      { numRuns: 150 },
    )
  })

  it('never raise a false alarm and never pass what fails, whatever is still blank', () => {
    fc.assert(
      fc.property(holed, (values) => {
        const failed = failedIn(values)
        const isWrong = ([id, verdict]: readonly [string, unknown]): boolean =>
          (verdict === '不符' && !failed.has(id)) || (verdict === '通过' && failed.has(id))
        expect([...verdicts(values)].filter(isWrong)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('wait for blanks, leave out what is 不适用, and refuse text where a number belongs', () => {
    expect(new Set(verdicts({}).values())).toEqual(new Set(['待填', '通过']))
    const junior = verdicts({ school_type: '初中', classes: 12, teachers: '三十', backbone_teachers: 5 })
    expect(junior.get('primary_catchment')).toBe('不适用')
    expect(junior.get('junior_catchment')).toBe('待填')
    expect(junior.get('backbone_within_teachers')).toBe('待填')
  })

  it('show both sides as soon as each is known', () => {
    const sheet = sheetOf({ backbone_teachers: 40, teachers: 30 })
    const { left, right } = translated.get('backbone_within_teachers') ?? {}
    expect([left, right].map((side) => side && calculate(side, sheet))).toEqual([40, 30])
    expect(calculate(translated.get('sum_of_bands')?.left ?? '0', sheet)).toBe('')
  })
})
