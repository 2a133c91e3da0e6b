import type { PackPath } from '../parse-pack.ts'
import type { MatchKeys } from '../schema/match.ts'
import type { Column, ColumnType, Register } from '../schema/register.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/** Types that a column of a role may have; a role that is not named takes any. */
const typesOf: Readonly<Partial<Record<keyof MatchKeys, readonly ColumnType[]>>> = {
  identity: ['text'],
  number: ['text'],
  name: ['text'],
  birth: ['date'],
  unit: ['text', 'code'],
}

const wordsOf: Readonly<Partial<Record<keyof MatchKeys, string>>> = {
  identity: '号码要用文字列',
  number: '编号要用文字列',
  name: '姓名要用文字列',
  birth: '出生日期要用日期列',
  unit: '单位代码要用文字列或代码列',
}

export const findColumn = (register: Register | undefined, id: string | undefined): Column | undefined =>
  register?.columns.find((column) => column.id === id)

/** Columns of the roles are there and can hold what the role says. */
export function validateMatchKeys(notes: ProblemNotes, path: PackPath, register: Register, keys: MatchKeys): void {
  const roles: readonly (keyof MatchKeys)[] = [
    'identity',
    'number',
    'name',
    'birth',
    'sex',
    'guardian',
    'phone',
    'address',
    'village',
    'school',
    'grade',
    'unit',
  ]
  for (const role of roles) {
    const id = keys[role]
    if (id === undefined) continue
    const column = findColumn(register, id)
    if (column === undefined)
      noteUnknown(
        notes,
        [...path, role],
        '列',
        id,
        register.columns.map((one) => one.id),
      )
    else if (typesOf[role]?.includes(column.type) === false)
      noteProblem(notes, [...path, role], {
        code: 'match_key_type',
        message: `“${column.title}”不能当作 ${role}：${wordsOf[role] ?? ''}。`,
      })
  }
}

/** Words in braces are columns of the register. */
export function validateWords(notes: ProblemNotes, path: PackPath, text: string, register: Register): void {
  const ids = register.columns.map(({ id }) => id)
  for (const [, name = ''] of text.matchAll(/\{([^{}]*)\}/g))
    if (!ids.includes(name)) noteUnknown(notes, path, '列', name, ids)
}
