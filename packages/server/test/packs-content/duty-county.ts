import type { CellValue, RegisterRow } from '@eduduty/core/collection'
import type { Column, Pack } from '@eduduty/core/packs'
import { type AnswerRow, demoRows } from '../../src/demo/index.ts'

/** The smallest school of each kind: all registers of two years, agreeing with one another. */
export function dutyCounty(pack: Pack): readonly RegisterRow[] {
  return [...demoRows(2024, { smallest: true }), ...demoRows(2025, { smallest: true })].flatMap((row) =>
    registerRow(pack, row),
  )
}

/** What was drawn for the demo county as a row that was read. */
export function registerRow(pack: Pack, row: AnswerRow): RegisterRow[] {
  const register = pack.registers.find(({ id }) => id === row.register)
  if (register === undefined) return []
  const values: Record<string, CellValue> = {}
  for (const column of register.columns) {
    const answer = row.answers[column.id]
    if (typeof answer === 'string' || typeof answer === 'number') values[column.id] = cellOf(pack, column, answer)
  }
  const source = { file: `${row.year}.xlsx`, sheet: register.title, row: undefined, cellOf: (id: string) => id }
  return [{ register: register.id, year: row.year, values, source }]
}

function cellOf(pack: Pack, column: Column, answer: string | number): CellValue {
  if (column.type === 'boolean') return answer === '是'
  const entries = pack.codes?.find(({ id }) => id === column.codes)?.codes ?? []
  return entries.find(({ title, code }) => title === answer || code === answer)?.code ?? String(answer)
}
