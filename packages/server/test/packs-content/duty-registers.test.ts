import { readFileSync } from 'node:fs'
import type { CellValue, Finding, RegisterRow } from '@eduduty/core/collection'
import { evaluateCounty, type PackPlan, planPack } from '@eduduty/core/evaluation'
import type { Check, Column } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { readPack } from '../../src/packs/index.ts'
import { dutyCounty } from './duty-county.ts'

const { loaded } = await readPack('duty-registers', process.cwd())
if (loaded === undefined) throw new Error('the pack duty-registers has mistakes')
const { pack } = loaded
const checks = pack.checks ?? []
const county = dutyCounty(pack)

function findings(plan: PackPlan, rows: readonly RegisterRow[]): Finding[] {
  const input = { packHash: '', snapshot: '', runId: '', program: '', year: 2025 }
  const { frame } = evaluateCounty({ ...input, plan, rows })
  return frame.findings.filter((finding) => finding.check !== undefined)
}

/** Rosters of many rows, with the names under which a check reads them. */
const rosters: Readonly<Record<string, readonly string[]>> = {
  staff_roster: ['教职工名册', '名册教职工数', '名册专任教师数'],
  class_roster: ['班级名册', '名册班级数'],
  pupil_roster: ['学生名册', '名册学生数'],
  aid_payments: ['资助发放名册'],
  child_register: ['适龄儿童少年名册'],
}

/** The rows that a check can have to do with: the others would only be read. */
function rowsFor(check: Check): readonly RegisterRow[] {
  const text = JSON.stringify(check)
  const unread = Object.entries(rosters).filter(([id, names]) => ![id, ...names].some((name) => text.includes(name)))
  const left = new Set(unread.map(([id]) => id))
  return county.filter((row) => !left.has(row.register) && (row.year === 2025 || check.kind === '年际'))
}

/** Other values for a cell: numbers far and near, the other codes, the other truth, other days, another cell's text, none. */
function otherValues(column: Column, row: RegisterRow): (CellValue | undefined)[] {
  const now = row.values[column.id]
  switch (column.type) {
    case 'integer':
    case 'number':
    case 'year':
      return [String(Math.round(Number(now ?? 0)) * 3 + 100_000), '0', '1', undefined]
    case 'boolean':
      return [now !== true]
    case 'date':
      return ['2040-01-01', '1950-01-01', '2021-06-01', ...tenYearsOn(row), undefined]
    case 'code':
      return (pack.codes?.find(({ id }) => id === column.codes)?.codes ?? []).map(({ code }) => code)
    case 'text':
      return [...Object.values(row.values).filter((value) => typeof value === 'string'), undefined]
  }
}

/** Ten years after each day that stands in the row. */
function tenYearsOn(row: RegisterRow): string[] {
  return Object.values(row.values).flatMap((value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? [`${Number(value.slice(0, 4)) + 10}${value.slice(4)}`]
      : [],
  )
}

/** The first and the last row of this year for each mixture of codes and truths, so that every condition meets a row it is about. */
function kindsOfRows(register: string): RegisterRow[] {
  const columns = pack.registers.find(({ id }) => id === register)?.columns ?? []
  const telling = columns.filter(({ type }) => type === 'code' || type === 'boolean')
  const kinds = new Map<string, readonly RegisterRow[]>()
  for (const row of county) {
    if (row.register !== register || row.year !== 2025) continue
    const kind = telling.map((column) => String(row.values[column.id])).join()
    kinds.set(kind, [...(kinds.get(kind) ?? []).slice(0, 1), row])
  }
  const all = [...kinds.values()].flat()
  const step = Math.ceil(all.length / 24)
  return all.filter((_, at) => at % step === 0)
}

function changed(row: RegisterRow, column: string, value: CellValue | undefined): RegisterRow {
  const { [column]: _, ...rest } = row.values
  return { ...row, values: value === undefined ? rest : { ...rest, [column]: value } }
}

/** Counties that differ from the sound one in one cell that the check names, in one column, or in missing rows. */
function* faultyCounties(check: Check): Generator<readonly RegisterRow[]> {
  const rows = rowsFor(check)
  const registers = pack.registers.filter(({ id }) => check.register === undefined || id === check.register)
  for (const name of check.columns ?? [])
    for (const { id, columns } of registers) {
      const column = columns.find((candidate) => candidate.id === name)
      if (column === undefined) continue
      for (const row of kindsOfRows(id))
        for (const value of otherValues(column, row))
          yield rows.map((other) => (other === row ? changed(row, name, value) : other))
      for (const { code } of pack.codes?.find((list) => list.id === column.codes)?.codes ?? [])
        yield rows.map((row) => (row.register === id && row.year === 2025 ? changed(row, name, code) : row))
    }
  for (const register of Object.keys(rosters))
    yield rows.filter((row, at) => row.register !== register || row.year !== 2025 || at % 3 === 0)
}

test('no check speaks about a county in which everything agrees', () => {
  expect(findings(planPack(pack), county).map((finding) => `${finding.check} ${finding.message}`)).toEqual([])
})

test('every check says on which document it stands, or that it is our own hint; hints only ask', () => {
  const lacking = checks.filter(({ basis, severity }) => basis === undefined && severity === '核实')
  expect(lacking.map(({ id }) => id)).toEqual([])
  const ownHints = checks.filter(({ basis }) => basis?.document === '本系统核实提示')
  expect(ownHints.filter(({ severity }) => severity === '强制')).toEqual([])
  expect(checks.filter(({ kind }) => kind === undefined)).toEqual([])
})

test('the guide to packs counts these checks rightly', () => {
  const guide = readFileSync(new URL('../../../../docs/packs.md', import.meta.url), 'utf8')
  expect(guide).toContain(`${loaded.own.registers.length}张台账，${checks.length}条核对关系`)
})

test.each(checks.map((check) => [check.id, check] as const))('check %s finds a fault', (id, check) => {
  const alone = planPack({ ...pack, checks: [check] })
  let found: Finding | undefined
  for (const faulty of faultyCounties(check)) {
    found = findings(alone, faulty).find((finding) => finding.check === id)
    if (found !== undefined) break
  }
  expect(found, `nothing breaks ${id}`).toBeDefined()
  expect(found?.message).not.toMatch(/[{}]|undefined|错误|未报/)
  if (check.sides !== undefined) {
    expect(found?.sides).toHaveLength(2)
    expect(found?.sides?.some((side) => side.cell_count > 0)).toBe(true)
  }
})
