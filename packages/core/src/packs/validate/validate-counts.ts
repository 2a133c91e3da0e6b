import { type Count, countedKinds } from '../schema/count.ts'
import type { Pack } from '../schema/pack.ts'
import type { Register } from '../schema/register.ts'
import { noteNotAmong, noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/** Counts name registers, columns, indicators and kinds that are there; a cell is counted once, and never a key. */
export function validateCounts(pack: Pack, notes: ProblemNotes): void {
  const registers = new Map(pack.registers.map((register) => [register.id, register]))
  const seen = new Set<string>()
  for (const [index, count] of (pack.counts ?? []).entries()) {
    const place = ['counts', index] as const
    const register = registers.get(count.register)
    if (register === undefined) noteUnknown(notes, [...place, 'register'], '台账', count.register, registers.keys())
    else validateColumns(notes, index, count, register)
    const indicators = pack.indicators.map(({ id }) => id)
    if (count.indicator !== undefined && !indicators.includes(count.indicator))
      noteUnknown(notes, [...place, 'indicator'], '指标', count.indicator, indicators)
    const kinds = countedKinds[count.of]
    for (const [at, kind] of (count.kinds ?? []).entries())
      if (!kinds.includes(kind)) noteNotAmong(notes, [...place, 'kinds', at], count.of, kind, kinds)
    if (seen.has(cellOf(count)) && isNumber(register, count))
      noteProblem(notes, [...place, 'column'], {
        code: 'counted_twice',
        message: `“${count.title}”取数的格，前面已有一条取数，填哪个数说不清。`,
        suggestion: '合成一条，在 kinds 里写全要计的种类。',
      })
    seen.add(cellOf(count))
  }
}

const cellOf = ({ register, column, row = {} }: Count): string => JSON.stringify([register, column, row])

const isNumber = (register: Register | undefined, { column: id }: Count): boolean => {
  const type = register?.columns.find((column) => column.id === id)?.type
  return type === 'integer' || type === 'number'
}

function validateColumns(notes: ProblemNotes, index: number, count: Count, register: Register): void {
  const columns = new Map(register.columns.map((column) => [column.id, column]))
  const column = columns.get(count.column)
  if (column === undefined) noteUnknown(notes, ['counts', index, 'column'], '列', count.column, columns.keys())
  else if (column.dimension !== undefined)
    noteProblem(notes, ['counts', index, 'column'], {
      code: 'counted_key',
      message: `“${column.title}”说明一行是谁的，不能取数。`,
      suggestion: '改成要填数的那一列。',
    })
  for (const id of Object.keys(count.row ?? {}))
    if (columns.get(id)?.dimension === undefined)
      noteUnknown(
        notes,
        ['counts', index, 'row', id],
        '标识列',
        id,
        [...columns.values()].filter(({ dimension }) => dimension !== undefined).map((one) => one.id),
        'key',
      )
}
