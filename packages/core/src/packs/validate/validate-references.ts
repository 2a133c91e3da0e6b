import type { StagedFormula } from '../schema/basis.ts'
import type { Check } from '../schema/check.ts'
import type { Grain } from '../schema/grain.ts'
import type { Pack } from '../schema/pack.ts'
import type { Register } from '../schema/register.ts'
import { noteNotAmong, noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/** Everything that names something else in the pack names something that is there. */
export function validateReferences(pack: Pack, notes: ProblemNotes): void {
  for (const [index, register] of pack.registers.entries()) validateRegister(pack, register, index, notes)
  for (const [index, grain] of (pack.grains ?? []).entries()) validateGrain(pack, grain, index, notes)
  validateNodes(pack, notes)
  validateCounty(pack, notes)
}

function validateRegister(pack: Pack, register: Register, index: number, notes: ProblemNotes): void {
  const codes = (pack.codes ?? []).map((list) => list.id)
  const dimensions = (pack.dimensions ?? []).map((dimension) => dimension.id)
  const columnIds = register.columns.map((column) => column.id)
  if (register.year_column !== undefined && !columnIds.includes(register.year_column)) {
    noteUnknown(notes, ['registers', index, 'year_column'], '列', register.year_column, columnIds)
  }
  for (const [at, column] of register.columns.entries()) {
    const path = ['registers', index, 'columns', at]
    if (column.type === 'code' && column.codes === undefined) {
      noteProblem(notes, path, {
        code: 'codes_missing',
        message: `列“${column.title}”是代码列，要用 codes: 指明代码表。`,
      })
    }
    if (column.codes !== undefined && !codes.includes(column.codes))
      noteUnknown(notes, [...path, 'codes'], '代码表', column.codes, codes)
    if (column.dimension !== undefined && !dimensions.includes(column.dimension)) {
      noteUnknown(notes, [...path, 'dimension'], '维度', column.dimension, dimensions)
    }
    if (column.pattern !== undefined && !isRegex(column.pattern.regex)) {
      noteProblem(notes, [...path, 'pattern', 'regex'], { code: 'bad_regex', message: '正则表达式写法有误。' })
    }
  }
}

function validateGrain(pack: Pack, grain: Grain, index: number, notes: ProblemNotes): void {
  const dimensions = new Map((pack.dimensions ?? []).map((dimension) => [dimension.id, dimension]))
  for (const [at, id] of grain.dimensions.entries()) {
    if (!dimensions.has(id)) noteUnknown(notes, ['grains', index, 'dimensions', at], '维度', id, dimensions.keys())
    if (dimensions.get(id)?.kind === 'row') {
      noteProblem(notes, ['grains', index, 'dimensions', at], {
        code: 'row_dimension_in_grain',
        message: `维度“${id}”只用来区分一张台账里的各行（kind: row），不能组成评价对象。`,
      })
    }
  }
  const hasUnit = grain.dimensions.some((id) => dimensions.get(id)?.kind === 'unit')
  const register = pack.registers.find((candidate) => candidate.id === grain.from)
  if (grain.from !== undefined && register === undefined) {
    noteUnknown(
      notes,
      ['grains', index, 'from'],
      '台账',
      grain.from,
      pack.registers.map((candidate) => candidate.id),
    )
  }
  if (hasUnit && grain.from === undefined) {
    noteProblem(notes, ['grains', index], {
      code: 'grain_without_units',
      message: `评价对象“${grain.title}”没有说明应有哪些单位。`,
      suggestion: '加上 from: 指明单位名册所在的台账。',
    })
  }
  if (register === undefined) return
  const columns = register.columns.map((column) => column.id)
  if (grain.label !== undefined && !columns.includes(grain.label))
    noteUnknown(notes, ['grains', index, 'label'], '列', grain.label, columns)
  for (const id of grain.dimensions) {
    const dimension = dimensions.get(id)
    const inRegister = register.columns.some((column) => column.dimension === id)
    if (dimension?.kind === 'unit' && !inRegister) {
      noteProblem(notes, ['grains', index, 'from'], {
        code: 'roster_lacks_dimension',
        message: `台账“${register.title}”没有标明“${dimension.title}”的列。`,
        suggestion: `在该台账的代码列上加 dimension: ${id}。`,
      })
    }
    for (const value of inRegister ? [] : Object.keys(grain.exists ?? {})) {
      if (dimension?.kind === 'values' && !dimension.values?.includes(value)) {
        noteUnknown(notes, ['grains', index, 'exists', value], dimension.title, value, dimension.values ?? [])
      }
    }
  }
}

function validateNodes(pack: Pack, notes: ProblemNotes): void {
  const grains = ['county', ...(pack.grains ?? []).map((grain) => grain.id)]
  for (const section of ['elements', 'indicators'] as const) {
    for (const [index, node] of (pack[section] ?? []).entries()) {
      if (!grains.includes(node.grain))
        noteUnknown(notes, [section, index, 'grain'], '评价对象（grain）', node.grain, grains)
      validateStages(pack, node.formula, [section, index, 'formula'], notes)
    }
  }
  for (const [index, { standard }] of pack.indicators.entries())
    validateStages(pack, standard, ['indicators', index, 'standard'], notes)
  const indicators = pack.indicators.map((indicator) => indicator.id)
  const lists = [
    ...(pack.groups ?? []).map((group, index) => ({ names: group.members, path: ['groups', index, 'members'] })),
    ...(pack.sections ?? []).map((section, index) => ({ names: section.items, path: ['sections', index, 'items'] })),
  ]
  for (const { names, path } of lists) {
    for (const [at, name] of names.entries())
      if (!indicators.includes(name)) noteUnknown(notes, [...path, at], '指标', name, indicators)
  }
  validateCheckTargets(pack, grains, notes)
}

function validateStages(
  pack: Pack,
  staged: StagedFormula | undefined,
  path: readonly (string | number)[],
  notes: ProblemNotes,
): void {
  if (staged === undefined || typeof staged === 'string') return
  const stages = (pack.dimensions ?? []).flatMap((dimension) => dimension.values ?? [])
  for (const stage of Object.keys(staged))
    if (!stages.includes(stage)) noteNotAmong(notes, [...path, stage], '各维度', stage, stages, 'key')
}

function validateCheckTargets(pack: Pack, grains: readonly string[], notes: ProblemNotes): void {
  const registers = new Map(pack.registers.map((register) => [register.id, register]))
  for (const [index, check] of (pack.checks ?? []).entries()) {
    if ((check.register === undefined) === (check.grain === undefined)) {
      noteProblem(notes, ['checks', index], {
        code: 'check_target',
        message: '每条审核关系要么写 register，要么写 grain，恰好一个。',
      })
      continue
    }
    validateCheckShape(check, index, notes)
    const register = registers.get(check.register ?? '')
    if (check.register !== undefined && register === undefined)
      noteUnknown(notes, ['checks', index, 'register'], '台账', check.register, registers.keys())
    if (check.grain !== undefined && !grains.includes(check.grain))
      noteUnknown(notes, ['checks', index, 'grain'], '评价对象（grain）', check.grain, grains)
    const columns = (register === undefined ? pack.registers : [register]).flatMap((one) =>
      one.columns.map(({ id }) => id),
    )
    for (const [at, column] of (check.columns ?? []).entries()) {
      if (!columns.includes(column)) noteUnknown(notes, ['checks', index, 'columns', at], '列', column, columns)
    }
  }
}

function validateCheckShape(check: Check, index: number, notes: ProblemNotes): void {
  if ((check.rule === undefined) === (check.sides === undefined)) {
    noteProblem(notes, ['checks', index], {
      code: 'check_rule',
      message: '每条审核关系要么写 rule，要么写 sides（左右两边），恰好一个。',
    })
  }
  if (check.rule !== undefined && check.message === undefined) {
    noteProblem(notes, ['checks', index], {
      code: 'message_missing',
      message: `审核关系“${check.title}”写了 rule，要用 message: 说明哪里不符。`,
      suggestion: '也可以改写成 sides:，左右两边的数由程序列出。',
    })
  }
  if (check.tolerance !== undefined && check.sides === undefined) {
    noteProblem(notes, ['checks', index, 'tolerance'], {
      code: 'tolerance_without_sides',
      message: '容差只用于 sides:（左右两边）；rule 里请用 相符(甲, 乙, 容差)。',
    })
  }
}

function validateCounty(pack: Pack, notes: ProblemNotes): void {
  const county = pack.pack.county
  if (county === undefined) return
  const register = pack.registers.find((candidate) => candidate.id === county.register)
  if (register === undefined) {
    noteUnknown(
      notes,
      ['pack', 'county', 'register'],
      '台账',
      county.register,
      pack.registers.map((candidate) => candidate.id),
    )
    return
  }
  const columns = register.columns.map((column) => column.id)
  for (const key of ['name', 'code'] as const) {
    if (!columns.includes(county[key])) noteUnknown(notes, ['pack', 'county', key], '列', county[key], columns)
  }
}

function isRegex(source: string): boolean {
  try {
    return new RegExp(source, 'u').source.length > 0
  } catch {
    return false
  }
}
