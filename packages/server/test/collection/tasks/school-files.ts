import { writeXlsx } from 'hucre/xlsx'
import { loadPack } from './collecting-county.ts'
import { rightAnswers } from './filled-form.ts'

/** What a file of the school says; the code and the name are its own unless told otherwise. */
export interface SchoolFile {
  readonly answers?: Readonly<Record<string, string>>
  readonly title?: string
}

const own = { school_name: '石桥镇中心小学', school_code: '2199000001' } as const

/** Title, headings and one row of the school form, as an office would lay it out. */
export async function tableOf({ answers = {}, title = '2025年学校填报表' }: SchoolFile = {}): Promise<string[][]> {
  const { pack } = await loadPack()
  const register = pack.registers.find(({ id }) => id === 'school_form')
  if (register === undefined) throw new Error('the pack has no school form')
  const given: Readonly<Record<string, string>> = { ...own, ...rightAnswers, ...answers }
  const columns = register.columns.filter(({ id }) => given[id] !== undefined)
  return [
    [title],
    columns.map(({ title: name, unit }) => (unit === undefined ? name : `${name}（${unit}）`)),
    columns.map(({ id }) => given[id] ?? ''),
  ]
}

export async function xlsxOf(file: SchoolFile = {}): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '学校填报表', rows: await tableOf(file) }] })
}

export async function csvOf(file: SchoolFile = {}): Promise<string> {
  return (await tableOf(file)).map((row) => `${row.join(',')}\r\n`).join('')
}
