// Checks of forms: 10,000 rules over a county of 700 schools and over one form, beside bare loops in JavaScript.
// Run: node bench/checks.mjs [schools] [rules]
import { performance } from 'node:perf_hooks'
import { checkCounty, checkForm } from '@eduduty/core/consistency'
import { planPack } from '@eduduty/core/evaluation'
import { runnerImport } from 'vite'

const SCHOOLS = Number(process.argv[2] ?? 700)
const RULES = Number(process.argv[3] ?? 10_000)
const config = { logLevel: 'error', resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }
const load = async (path) => (await runnerImport(`./packages/server/test/${path}`, config)).module
const { cleanCounty } = await load('consistency/clean-county.ts')
const { readCounty } = await load('consistency/read-county.ts')
const { readPackFolder } = await load('packs-content/read-pack-folder.ts')

const shipped = readPackFolder('quality-balance-2017')
const county = cleanCounty(SCHOOLS, 1)
const table = (register, year, key) => ({ register, year, rows: county.schools.map((school) => school[key]) })
const { rows } = readCounty(shipped, [
  table('school_roster', 2025, 'roster'),
  table('school_form', 2024, 'before'),
  table('school_form', 2025, 'now'),
])

// Plain columns for the bare loops; NaN where a cell is empty.
const form = shipped.registers.find((register) => register.id === 'school_form')
const numeric = form.columns.filter((column) => column.unit !== undefined)
const cells = new Map(form.columns.map((column) => [column.id, county.schools.map((school) => school.now[column.id])]))
const plain = new Map(
  numeric.map(({ id }) => [id, Float64Array.from(cells.get(id), (cell) => (cell === undefined ? Number.NaN : cell))]),
)
const hasPrimary = Uint8Array.from(cells.get('school_type'), (kind) => (kind !== '初中' && kind !== '完全中学' ? 1 : 0))
const isVillage = Uint8Array.from(county.schools, (school) => (school.setting === '乡村' ? 1 : 0))

let seed = 1
const below = (most) => {
  seed = (seed * 48271) % 2147483647
  return seed % most
}
const always = numeric.filter(({ id }) => plain.get(id).every((value) => !Number.isNaN(value)))
const some = (list) => list[below(list.length)]
const alike = (unit) => always.filter((column) => column.unit === unit)

/** Five shapes of rules as packs write them, each with a limit that nearly every school keeps, and the same by hand. */
const shapes = [
  () => {
    const pool = alike(some(['人', '个', '间', '平方米', '万元']))
    const parts = Array.from({ length: 2 + below(8) }, () => some(pool))
    const columns = parts.map(({ id }) => plain.get(id))
    const sum = (row) => columns.reduce((total, column) => total + column[row], 0)
    const limit = limitOf(sum)
    return {
      rule: `${parts.map(({ id }) => id).join(' + ')} ≤ ${limit} ${parts[0].unit}`,
      bare: () => {
        let failed = 0
        for (let row = 0; row < SCHOOLS; row++) {
          let total = 0
          for (let at = 0; at < columns.length; at++) total += columns[at][row]
          if (total > limit) failed++
        }
        return failed
      },
    }
  },
  () => {
    const [a, b] = [some(always), some(always)]
    const [x, y] = [plain.get(a.id), plain.get(b.id)]
    const limit = limitOf((row) => x[row] - 3 * y[row])
    return {
      rule: `${a.id} ÷ 1 ${a.unit} ≤ 3 × (${b.id} ÷ 1 ${b.unit}) + ${limit}`,
      bare: () => {
        let failed = 0
        for (let row = 0; row < SCHOOLS; row++) if (x[row] > 3 * y[row] + limit) failed++
        return failed
      },
    }
  },
  () => {
    const pool = numeric.filter(({ id, unit }) => unit === '人' && id.startsWith('primary_'))
    const [a, b] = [some(pool), some(alike('人'))]
    const [x, y] = [plain.get(a.id), plain.get(b.id)]
    const limit = limitOf((row) => (hasPrimary[row] ? x[row] : 0) - y[row])
    return {
      rule: `(情形 学校类型 属于 ("小学", "九年一贯制", "十二年一贯制") → ${a.id}; 否则 0) - ${b.id} ≤ ${limit} 人`,
      bare: () => {
        let failed = 0
        for (let row = 0; row < SCHOOLS; row++) if ((hasPrimary[row] ? x[row] : 0) - y[row] > limit) failed++
        return failed
      },
    }
  },
  () => {
    const [a, b] = [some(always), some(numeric.filter(({ id }) => id.startsWith('junior_')))]
    const [x, y] = [plain.get(a.id), plain.get(b.id)]
    const limit = limitOf((row) => (Number.isNaN(y[row]) ? Number.NaN : y[row] - x[row]))
    return {
      rule: `学校名册.城乡类型 = "乡村" 或 ${b.id} ÷ 1 ${b.unit} - ${a.id} ÷ 1 ${a.unit} ≤ ${limit}`,
      bare: () => {
        let failed = 0
        for (let row = 0; row < SCHOOLS; row++) if (!isVillage[row] && y[row] - x[row] > limit) failed++
        return failed
      },
    }
  },
  () => {
    const [a, b] = [some(always), some(always)]
    const [x, y] = [plain.get(a.id), plain.get(b.id)]
    const limit = limitOf((row) => (y[row] === 0 ? Number.NaN : x[row] / y[row]))
    return {
      rule: `(${a.id} ÷ 1 ${a.unit}) ÷ (${b.id} ÷ 1 ${b.unit}) ≤ ${limit}`,
      bare: () => {
        let failed = 0
        for (let row = 0; row < SCHOOLS; row++) if (y[row] !== 0 && x[row] / y[row] > limit) failed++
        return failed
      },
    }
  },
]

/** A limit that all but a row or two keep, never met exactly: bare loops know nothing of exact decimals. */
function limitOf(value) {
  const sorted = Array.from({ length: SCHOOLS }, (_, row) => value(row))
    .filter((number) => Number.isFinite(number))
    .toSorted((a, b) => b - a)
  return Math.max(0.005, Math.ceil((sorted[below(2)] ?? 0) * 100) / 100 + (below(10) === 0 ? -0.005 : 0.005))
}

const rules = Array.from({ length: RULES }, (_, at) => ({ id: `rule_${at}`, ...shapes[at % shapes.length]() }))
const checks = rules.map(({ id, rule }) => ({
  id,
  title: id,
  register: 'school_form',
  rule,
  severity: '核实',
  message: `${id} 不成立`,
}))
const year = 2025
const time = (work) => {
  const start = performance.now()
  const result = work()
  return { result, milliseconds: performance.now() - start }
}
const best = (rounds, work) =>
  Array.from({ length: rounds }, () => time(work)).toSorted((a, b) => a.milliseconds - b.milliseconds)[0]

const plan = planPack({ ...shipped, checks })
const one = rows.filter((row) => row.values.school_code === county.schools[0].code)
const compiling = time(() => checkForm({ plan, register: 'school_form', year, rows: one }))
const whole = best(3, () => checkCounty({ plan, year, rows }))
const bare = best(5, () => rules.map(({ bare: loop }) => loop()))
const single = best(5, () => checkForm({ plan, register: 'school_form', year, rows: one }))

const ours = new Map()
for (const finding of whole.result) ours.set(finding.check, (ours.get(finding.check) ?? 0) + 1)
const differing = rules.filter(({ id }, at) => (ours.get(id) ?? 0) !== bare.result[at])
const failures = whole.result.length

const shippedPlan = planPack(shipped)
const shippedForm = best(5, () => checkForm({ plan: shippedPlan, register: 'school_form', year, rows: one }))
const shippedCounty = best(3, () => checkCounty({ plan: shippedPlan, year, rows }))

const ms = ({ milliseconds }) => `${milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} 毫秒`
console.log(`${RULES} 条核对规则 × ${SCHOOLS} 所学校（${failures} 处不符）`)
console.log(`  读入并编译规则一次：${ms(compiling)}（不计入）`)
console.log(
  `  全县 ${ms(whole)}（要求 ≤ 10 秒），手写循环 ${ms(bare)}，比值 ${(whole.milliseconds / bare.milliseconds).toFixed(1)}`,
)
console.log(`  一张表 ${ms(single)}（要求 ≤ 100 毫秒）`)
console.log(`标准包现有 ${shipped.checks.length} 条：全县 ${ms(shippedCounty)}，一张表 ${ms(shippedForm)}`)
console.log(
  `结果与手写循环${differing.length === 0 ? '一致' : `有 ${differing.length} 条不一致：${differing[0].rule}`}`,
)
process.exitCode = differing.length === 0 ? 0 : 1
