// Evaluations per second of a 10-node formula with exact numbers on one core. Needs `npm run build` (packages/core/dist).
import { check, compile, fromDecimal, known, toJson } from '../packages/core/dist/formula/index.js'

const units = { 教师数: '人', 学生数: '人', 班数: '个', 面积: '平方米' }
const scope = {
  findScalar: ([name]) =>
    name in units ? { kind: 'scalar', id: name, title: name, type: 'number', unit: units[name] } : undefined,
  findRowset: () => undefined,
  names: () => Object.keys(units),
}
// 10 nodes: five names or numbers and five operations
const source = '教师数 ÷ 学生数 × 100 ≥ 4.2 且 面积 ÷ 学生数 ≥ 4.5'
const { expression, problems } = check(source, scope, { zeroDenominator: 'not_applicable' })
if (!expression) throw new Error(JSON.stringify(problems))
const run = compile(expression)

const subjects = Array.from({ length: 1000 }, (_, index) => {
  const texts = { 教师数: `${(index % 50) + 20}`, 学生数: `${300 + index}`, 面积: `${1200 + index}.${index % 100}` }
  const values = new Map(Object.entries(texts).map(([name, text]) => [name, known(fromDecimal(text))]))
  return { scalar: (id) => values.get(id), rows: () => ({ rows: [], absent: [] }) }
})

function measure(label, evaluate) {
  for (let i = 0; i < 50_000; i++) evaluate(subjects[i % subjects.length])
  let best = 0
  for (let round = 0; round < 5; round++) {
    const started = performance.now()
    for (let i = 0; i < 300_000; i++) evaluate(subjects[i % subjects.length])
    best = Math.max(best, 300_000 / ((performance.now() - started) / 1000))
  }
  console.log(`${label}: ${Math.round(best).toLocaleString('en')} evaluations/s (bar 300,000)`)
  return best
}

const logic = measure('two quotients compared, and-ed (10 nodes)', run)
const arithmetic = check('(教师数 + 1) ÷ 学生数 × 100 - 面积 ÷ 面积 × 2.5', scope, {
  zeroDenominator: 'not_applicable',
})
if (!arithmetic.expression) throw new Error(JSON.stringify(arithmetic.problems))
const exact = measure('exact arithmetic (10 nodes)', compile(arithmetic.expression))
console.log('a result:', toJson(compile(arithmetic.expression)(subjects[7]).content))
process.exitCode = Math.min(logic, exact) >= 300_000 ? 0 : 1
