// One scan rendered by the formula language against the same numbers in hand-written SQL, on the embedded database.
// Needs packages/core/dist. Usage: node bench/formula-sql.mjs [rows]
import { PGlite } from '@electric-sql/pglite'
import { check, planAggregates, readAggregate, renderScan, toJson } from '../packages/core/dist/formula/index.js'

const rows = Number(process.argv[2] ?? 60_000)
const COLUMNS = 20
const columns = Array.from({ length: COLUMNS }, (_, i) => ({
  id: `c${i}`,
  title: `栏${i}`,
  type: 'number',
  unit: '人',
}))
const kinds = [
  { id: 'stage', title: '学段', type: 'text' },
  { id: 'full', title: '专任', type: 'truth' },
]
const register = {
  kind: 'rowset',
  id: 'school',
  title: '学校',
  source: 'register',
  single: false,
  columns: [...columns, ...kinds],
}
const scope = {
  findScalar: () => undefined,
  findRowset: (name) => (name === '学校' ? register : undefined),
  names: () => ['学校'],
}

const plain = columns.map(({ title }) => `合计(学校.${title})`)
const filtered = columns.map(({ title }) => `合计(学校.${title}[学段 = "小学"])`)
const counts = columns.map(({ title }) => `计数(学校[专任 且 ${title} > 50])`)
const expressions = [...plain, ...filtered, ...counts].map((source) => {
  const { expression, problems } = check(source, scope)
  if (!expression) throw new Error(JSON.stringify(problems))
  return expression
})

const answers = [
  ...columns.map(({ id }) => `sum(${id})`),
  ...columns.map(({ id }) => `sum(${id}) FILTER (WHERE stage = '小学')`),
  ...columns.map(({ id }) => `count(*) FILTER (WHERE "full" AND ${id} > 50)`),
].map((text, i) => `${text} AS h${i}`)
/** What a person adds who also wants to know how many cells each figure lacks. */
const gaps = [
  'count(*) AS n',
  'count(stage) AS stages',
  ...columns.map(({ id }) => `count(${id}) AS n_${id}`),
  ...columns.map(({ id }) => `count(*) FILTER (WHERE stage = '小学' AND ${id} IS NULL) AS p_${id}`),
  ...columns.map(({ id }) => `count(*) FILTER (WHERE ("full" AND ${id} > 50) IS NULL) AS q_${id}`),
]
const select = (list) => `SELECT g, ${list.join(', ')} FROM school GROUP BY g`
const [byHand, byHandKnowing] = [select(answers), select([...answers, ...gaps])]

const db = new PGlite()
await db.exec(
  `CREATE TABLE school (g int, stage text, "full" boolean, ${columns.map(({ id }) => `${id} int`).join(', ')})`,
)
await db.exec(
  `INSERT INTO school SELECT i % 300, CASE WHEN i % 2 = 0 THEN '小学' ELSE '初中' END, i % 3 = 0, ${columns.map((_, k) => `(i * ${k + 7}) % 101`).join(', ')} FROM generate_series(1, ${rows}) i; ANALYZE school`,
)

const plans = planAggregates(expressions).registers.get('school')
const rendered = renderScan({ table: 'school', groupBy: ['g'], plans })

/** Least CPU time of each statement: the engine runs in this process, so a busy machine does not count. */
async function leastTimes(statements) {
  const least = statements.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < 9; round++)
    for (const [i, sql] of statements.entries()) {
      const started = process.cpuUsage()
      await db.query(sql)
      least[i] = Math.min(least[i], process.cpuUsage(started).user / 1000)
    }
  return least
}

const [hand, knowing, ours] = await leastTimes([byHand, byHandKnowing, rendered])
const first = (await db.query(rendered)).rows[0]
const checked = (await db.query(`${byHand} HAVING g = ${first.g}`)).rows[0]
const wrong = plans.filter((plan, i) => toJson(readAggregate(plan, first).content) !== String(checked[`h${i}`]))
await db.close()
const ratio = (base) => (ours / base).toFixed(2)
console.log(
  `${rows} rows, 300 groups, ${plans.length} aggregates: rendered ${ours.toFixed(0)} ms of CPU, wrong ${wrong.length}`,
)
console.log(
  `by hand, blind to missing cells: ${hand.toFixed(0)} ms, ratio ${ratio(hand)} (the same figures, but a gap looks like 0)`,
)
console.log(`by hand, counting missing cells: ${knowing.toFixed(0)} ms, ratio ${ratio(knowing)} (bar 1.5)`)
process.exitCode = wrong.length === 0 && ours <= 1.5 * knowing ? 0 : 1
