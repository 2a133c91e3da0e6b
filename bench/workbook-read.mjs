// Reads, recognises and checks one workbook of 10,000 schools × 68 columns; prints time and memory above idle.
// Run after `npx tsc -b packages/server`: node bench/workbook-read.mjs [rows]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeXlsx } from 'hucre/xlsx'
import { readFolder } from '../packages/server/dist/collection/index.js'

const count = Number(process.argv[2] ?? 10_000)
const columns = [
  {
    id: 'code',
    title: '学校代码',
    type: 'text',
    required: true,
    dimension: 'school',
    pattern: { regex: '^\\d{10}$', says: '10 位数字' },
  },
  { id: 'name', title: '学校名称', type: 'text', required: true },
  { id: 'kind', title: '学校类型', type: 'code', codes: 'kind', required: true },
  ...Array.from({ length: 5 }, (_, at) => ({
    id: `flag_${at}`,
    title: `是否符合第${at + 1}种情形`,
    type: 'boolean',
    required: true,
  })),
  ...Array.from({ length: 45 }, (_, at) => ({
    id: `count_${at}`,
    title: `第${at + 1}类人员人数`,
    type: 'integer',
    unit: '人',
    required: true,
    max: '100000',
  })),
  ...Array.from({ length: 15 }, (_, at) => ({
    id: `area_${at}`,
    title: `第${at + 1}类用房面积`,
    type: 'number',
    unit: '平方米',
    required: true,
  })),
]
const register = { id: 'schools', title: '学校情况表', row_is: '一所学校', period: '学年', reporter: '学校', columns }
const codes = [
  {
    id: 'kind',
    title: '学校类型',
    codes: [
      { code: '1', title: '小学' },
      { code: '2', title: '初中' },
    ],
  },
]

/** Invented values from a fixed seed; about one cell in a thousand is dirty. */
function makeRows() {
  let seed = 42
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const value = (column, row) => {
    if (next() < 0.001) return '约500'
    if (column.id === 'code') return String(9_900_000_000 + row)
    if (column.type === 'text') return `第${row}学校`
    if (column.type === 'code') return next() < 0.7 ? '小学' : '初中'
    if (column.type === 'boolean') return next() < 0.1 ? '是' : '否'
    return column.type === 'integer' ? Math.floor(next() * 900) : Math.round(next() * 900_000) / 100
  }
  const titles = columns.map((column) =>
    column.unit === undefined ? column.title : `${column.title}（${column.unit}）`,
  )
  return [
    ['2024年学校情况表'],
    titles,
    ...Array.from({ length: count }, (_, row) => columns.map((column) => value(column, row))),
  ]
}

// A process of its own writes the workbook, so that the memory of writing does not count as idle.
if (process.argv[3] !== undefined) {
  writeFileSync(process.argv[3], await writeXlsx({ sheets: [{ name: '学校', rows: makeRows() }] }))
  process.exit(0)
}

const dir = mkdtempSync(join(tmpdir(), 'eduduty-bench-'))
try {
  execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(count), join(dir, 'schools.xlsx')])
  const idle = process.memoryUsage().rss
  let peak = idle
  const sample = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 10)
  const started = performance.now()
  const read = await readFolder(dir, { registers: [register], codes })
  const seconds = (performance.now() - started) / 1000
  peak = Math.max(peak, process.memoryUsage().rss)
  clearInterval(sample)
  const megabytes = (bytes) => Math.round(bytes / 1024 / 1024)
  console.log(
    `${count} rows × ${columns.length} columns: ${read.rows.length} rows read, ${read.findings.length} findings`,
  )
  console.log(`${seconds.toFixed(2)} s (aim < 10 s), ${Math.round((count * columns.length) / seconds)} cells/s`)
  console.log(
    `memory: idle ${megabytes(idle)} MB, peak ${megabytes(peak)} MB, above idle ${megabytes(peak - idle)} MB (aim < 300 MB)`,
  )
} finally {
  rmSync(dir, { recursive: true, force: true })
}
