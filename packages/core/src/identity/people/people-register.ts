import type { RegisterRow } from '../../collection/index.ts'
import type { Register } from '../../packs/index.ts'
import type { PastedPerson } from './import-contracts.ts'
import { headings, type PersonField } from './person-headings.ts'

const column = (id: PersonField, required = false): Register['columns'][number] => {
  const [title = id, ...synonyms] = headings[id]
  return { id, title, synonyms, type: 'text', ...(required && { required }) }
}

/** A list of people as a file: one person to a row. */
export const peopleRegister: Register = {
  id: 'people',
  title: '人员名册',
  row_is: '一名人员',
  period: '时点',
  reporter: '系统管理员',
  columns: [column('name', true), column('unit', true), column('id_number'), column('phone'), column('login_name')],
}

/** A row as it would have been pasted; `line` says which one it is. */
export function personOfRow({ values }: RegisterRow, line: number): PastedPerson {
  const text = (field: PersonField): string => {
    const value = values[field]
    return typeof value === 'string' ? value.trim().slice(0, 100) : ''
  }
  const [id_number, phone, login_name] = [text('id_number'), text('phone'), text('login_name')]
  return {
    line,
    name: text('name'),
    unit: text('unit'),
    ...(id_number !== '' && { id_number }),
    ...(phone !== '' && { phone }),
    ...(login_name !== '' && { login_name }),
  }
}
