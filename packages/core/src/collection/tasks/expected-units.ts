import type { Register } from '../../packs/index.ts'

/** A unit that might have to fill a register. */
export interface ReportingUnit {
  readonly kind: string
  readonly name: string
  /** 小学, 初中, 九年一贯制 …; empty for what is no school. */
  readonly schoolType: string
}

/** Kinds of school that fill forms of their own. */
const APART = /特殊教育|中等职业|职业高中|技工/

/**
 * Who is proposed to fill a register when a period is opened: by the words of its `reporter`. The person who opens the
 * period sees the proposal and may change it. A name such as 县教育局 means the departments whose name has 教育局 in it.
 */
export function proposeReporters<T extends ReportingUnit>(register: Register, units: readonly T[]): readonly T[] {
  const words = register.reporter.split(/[、，,；/或]/).map((word) => word.trim())
  return units.filter((unit) => words.some((word) => reports(word, unit)))
}

function reports(word: string, unit: ReportingUnit): boolean {
  if (word.includes('幼儿园')) return unit.kind === 'kindergarten'
  if (word.includes('特殊教育学校')) return unit.kind === 'school' && unit.schoolType.includes('特殊教育')
  if (word.includes('学校')) return unit.kind === 'school' && !APART.test(unit.schoolType)
  if (/乡镇|街道/.test(word)) return unit.kind === 'township'
  const office = word.replace(/^(?:县|区|市|县级|区县)/, '').replace(/部门$/, '')
  return office !== '' && unit.kind === 'department' && unit.name.includes(office)
}
