import type { PackPath } from '../parse-pack.ts'
import type { GatheredColumn } from '../schema/gathering.ts'
import type { Pack } from '../schema/pack.ts'
import type { Column, Register } from '../schema/register.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/** What is taken from below names registers and columns that are there, and says of what in the packs below it is taken. */
export function validateGatherings(pack: Pack, notes: ProblemNotes): void {
  for (const [index, { members, results }] of (pack.gathers ?? []).entries()) {
    validateKeys(pack, notes, ['gathers', index, 'members'], members)
    const register = validateKeys(pack, notes, ['gathers', index, 'results'], results)
    const seen = new Set<string>()
    for (const [at, one] of results.columns.entries()) {
      const place = ['gathers', index, 'results', 'columns', at] as const
      if (register !== undefined) validateColumn(notes, place, register, one)
      if (seen.has(one.column))
        noteProblem(notes, [...place, 'column'], {
          code: 'gathered_twice',
          message: `“${one.column}”取了两次，填哪个数说不清。`,
          suggestion: '删去一条。',
        })
      seen.add(one.column)
    }
  }
}

function validateKeys(
  { registers }: Pack,
  notes: ProblemNotes,
  place: PackPath,
  named: { readonly register: string; readonly code: string; readonly name: string },
): Register | undefined {
  const register = registers.find(({ id }) => id === named.register)
  if (register === undefined) {
    const known = registers.map(({ id }) => id)
    noteUnknown(notes, [...place, 'register'], '台账', named.register, known)
    return undefined
  }
  const columns = register.columns.map(({ id }) => id)
  for (const key of ['code', 'name'] as const)
    if (!columns.includes(named[key])) noteUnknown(notes, [...place, key], '列', named[key], columns)
  const code = register.columns.find(({ id }) => id === named.code)
  if (code !== undefined && code.dimension === undefined)
    noteProblem(notes, [...place, 'code'], {
      code: 'gathered_key',
      message: `“${code.title}”不是标识列，认不出一行是哪个地方的。`,
      suggestion: '给这一列写上 dimension，维度的 kind 是 unit。',
    })
  return register
}

const words: ReadonlySet<string> = new Set(['等次', '结论', '未达标项目'])
const isText = ({ type }: Column): boolean => type === 'text'
const isNumber = ({ type }: Column): boolean => type === 'number' || type === 'integer'

function validateColumn(notes: ProblemNotes, place: PackPath, register: Register, one: GatheredColumn): void {
  const column = register.columns.find(({ id }) => id === one.column)
  if (column === undefined) {
    const known = register.columns.map(({ id }) => id)
    noteUnknown(notes, [...place, 'column'], '列', one.column, known)
    return
  }
  const needsName = one.take === '数值' || one.take === '得分' || one.take === '等次'
  if (needsName !== (one.of !== undefined))
    noteProblem(notes, place, {
      code: 'gathered_of',
      message: `“${column.title}”取${one.take}，${needsName ? '没有写从哪一项取' : '不用写 of'}。`,
      suggestion: needsName ? '在 of 里写下级标准包里要素、指标或评分定等的标识。' : '删去 of。',
    })
  if (words.has(one.take) ? !isText(column) : !isNumber(column))
    noteProblem(notes, [...place, 'take'], {
      code: 'gathered_type',
      message: `“${column.title}”的类型放不下${one.take}。`,
      suggestion: words.has(one.take) ? '改用 type: text 的列。' : '改用 type: number 的列。',
    })
}
