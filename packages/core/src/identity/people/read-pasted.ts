import type { PastedPerson } from './import-contracts.ts'
import { headings, type PersonField } from './person-headings.ts'

const order: readonly PersonField[] = ['name', 'unit', 'id_number', 'phone', 'login_name']

/**
 * Lines of a table copied from a spreadsheet, cells apart by tabs. A first line of headings says which column is which;
 * without one the columns are taken as 姓名, 单位, 证件号码, 手机, 登录名. Line numbers count from 1 as pasted.
 */
export function readPasted(text: string): readonly PastedPerson[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: index + 1, cells: line.split('\t').map(tidy) }))
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const titled = fieldsOf(filled[0]?.cells ?? [])
  const fields = titled ?? order
  return (titled === undefined ? filled : filled.slice(1)).map(({ line, cells }) => {
    const at = (field: PersonField): string => cells[fields.indexOf(field)] ?? ''
    const [id_number, phone, login_name] = [at('id_number'), at('phone'), at('login_name')]
    return {
      line,
      name: at('name'),
      unit: at('unit'),
      ...(id_number !== '' && { id_number }),
      ...(phone !== '' && { phone }),
      ...(login_name !== '' && { login_name }),
    }
  })
}

/** Spreadsheets put quotes around a cell with a line break or a quote in it, and an apostrophe before a long number. */
function tidy(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/^'/, '')
    .trim()
    .slice(0, 100)
}

function fieldsOf(cells: readonly string[]): readonly (PersonField | undefined)[] | undefined {
  const found = cells.map((cell) => order.find((field) => headings[field].includes(cell.replace(/\s/g, ''))))
  return found.includes('name') ? found : undefined
}
