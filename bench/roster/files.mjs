// Invented rosters for bench/roster.mjs; run in a process of its own, so that the memory of writing does not count.
// node bench/roster/files.mjs xlsx|csv ROWS COLUMNS FAULTS FILE
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { checkDigitOf } from '@eduduty/core/identity'
import { writeXlsxStream } from 'hucre/xlsx'

const kinds = ['小学', '初中', '九年一贯制学校']

/** A register of pupils: key, school, name, and as many more columns as asked for. */
export function rosterPack(width) {
  const more = Array.from({ length: width - 8 }, (_, at) => {
    const base = { id: `item_${at}`, title: `第${at + 1}项情况` }
    switch (at % 4) {
      case 0:
        return { ...base, type: 'integer', unit: '人', max: '100000' }
      case 1:
        return { ...base, type: 'boolean' }
      case 2:
        return { ...base, type: 'text' }
      default:
        return { ...base, type: 'number', unit: '元' }
    }
  })
  const columns = [
    { id: 'id_number', title: '身份证号', type: 'text', required: true, dimension: 'pupil', personal: 'identity' },
    { id: 'name', title: '姓名', type: 'text', required: true, personal: 'name' },
    {
      id: 'school_code',
      title: '学校代码',
      type: 'text',
      required: true,
      pattern: { regex: '^\\d{10}$', says: '10 位数字' },
    },
    { id: 'kind', title: '学校类别', type: 'code', codes: 'kinds', required: true },
    { id: 'born_on', title: '出生日期', type: 'date', required: true },
    { id: 'entered_on', title: '入学日期', type: 'date' },
    { id: 'grade', title: '年级', type: 'integer', min: '1', max: '9', required: true },
    { id: 'boards', title: '是否住校', type: 'boolean', required: true },
    ...more,
  ]
  const register = {
    id: 'pupils',
    title: '在校学生名册',
    row_is: '一名学生',
    period: '学年',
    reporter: '学校',
    columns,
  }
  const codes = [{ id: 'kinds', title: '学校类别', codes: kinds.map((title, at) => ({ code: String(at + 1), title })) }]
  const check = {
    id: 'entered_after_birth',
    title: '入学不早于出生',
    register: 'pupils',
    rule: '入学日期 ≥ 出生日期',
    severity: '强制',
    message: '入学日期早于出生日期，请核对',
    columns: ['entered_on'],
  }
  const manifest = {
    id: 'bench-roster',
    version: '1.0.0',
    title: '名册',
    issuer: '测试',
    document: '测试',
    scope: '测试',
    since: '2020-01-01',
    licence: 'Apache-2.0',
  }
  const dimensions = [{ id: 'pupil', title: '学生', kind: 'values' }]
  return { pack: manifest, dimensions, registers: [register], codes, indicators: [], checks: [check] }
}

/** Rows of the roster from a fixed seed. Every `every`-th row has one wrong cell. */
export function* rosterRows(count, width, every) {
  const { columns } = rosterPack(width).registers[0]
  let seed = 7
  const next = (limit) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % limit
  }
  yield columns.map((column) => (column.unit === undefined ? column.title : `${column.title}（${column.unit}）`))
  for (let row = 0; row < count; row += 1) {
    const [month, day] = [String((row % 12) + 1).padStart(2, '0'), String((row % 28) + 1).padStart(2, '0')]
    const first = `000000${2010 + (row % 6)}${month}${day}${String(row % 1000).padStart(3, '0')}`
    // The area part carries the rest of the number: it need not exist.
    const number = `${100_000 + Math.floor(row / 1000)}${first.slice(6)}`
    const born = `${first.slice(6, 10)}-${month}-${day}`
    const wrong = every > 0 && row % every === every - 1
    yield columns.map((column, at) => {
      if (wrong && at === 8) return '约500'
      switch (column.id) {
        case 'id_number':
          return number + checkDigitOf(number)
        case 'name':
          return `学生${row}`
        case 'school_code':
          return String(9_901_010_000 + (row % 300))
        case 'kind':
          return kinds[row % 3]
        case 'born_on':
          return born
        case 'entered_on':
          return `${Number(first.slice(6, 10)) + 6}-09-01`
        case 'grade':
          return (row % 9) + 1
        case 'boards':
          return row % 5 === 0 ? '是' : '否'
        default:
          if (column.type === 'integer') return next(900)
          if (column.type === 'boolean') return next(2) === 0 ? '是' : '否'
          return column.type === 'text' ? `第${next(400)}村` : next(90_000) / 100
      }
    })
  }
}

function* csvLines(rows) {
  let text = ''
  for (const row of rows) {
    text += `${row.join(',')}\n`
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind, count, width, faults, path] = process.argv.slice(2)
  const every = Number(faults) === 0 ? 0 : Math.floor(Number(count) / Number(faults))
  const rows = rosterRows(Number(count), Number(width), every)
  const source =
    kind === 'csv' ? Readable.from(csvLines(rows)) : Readable.fromWeb(writeXlsxStream(rows, { name: '学生' }))
  await pipeline(source, createWriteStream(path))
}
