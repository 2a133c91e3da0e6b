// How good checks and outliers are: errors planted by a generator of their own into an invented county, kind by kind,
// and false alarms about the same county without them. Run: node bench/check-quality.mjs [schools] [counties]
import { performance } from 'node:perf_hooks'
import { runnerImport } from 'vite'

const SCHOOLS = Number(process.argv[2] ?? 700)
const COUNTIES = Number(process.argv[3] ?? 3)
const config = { logLevel: 'error', resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }
const load = async (path) => (await runnerImport(`./packages/server/test/${path}`, config)).module
const { measureQuality } = await load('consistency/measure-quality.ts')
const { readPackFolder } = await load('packs-content/read-pack-folder.ts')
const pack = readPackFolder('quality-balance-2017')

const kinds = new Map()
const alarms = new Map()
let cells = 0
let outliers = 0
const missed = []
for (let seed = 1; seed <= COUNTIES; seed++) {
  const start = performance.now()
  const quality = measureQuality(pack, SCHOOLS, seed)
  console.log(`第 ${seed} 个县：${((performance.now() - start) / 1000).toFixed(1)} 秒`)
  cells += quality.cells
  outliers += quality.outlierMilliseconds
  missed.push(...quality.missed.filter(({ detectable }) => detectable))
  for (const item of quality.kinds) {
    const sum = kinds.get(item.kind) ?? { planted: 0, found: 0, detectable: 0, foundDetectable: 0 }
    for (const key of Object.keys(sum)) sum[key] += item[key]
    kinds.set(item.kind, sum)
  }
  for (const { check, code, column } of quality.falseAlarms) {
    const name = check ?? `${code} ${column ?? ''}`
    alarms.set(name, (alarms.get(name) ?? 0) + 1)
  }
}

const share = (part, whole) => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`)
const total = (key) => [...kinds.values()].reduce((sum, kind) => sum + kind[key], 0)
console.log(`\n${COUNTIES} 个县 × ${SCHOOLS} 所学校，${cells} 个填了数的格`)
console.table(
  Object.fromEntries(
    [...kinds].map(([kind, { planted, found, detectable, foundDetectable }]) => [
      kind,
      {
        种下: planted,
        查出: found,
        查出率: share(found, planted),
        可察觉: detectable,
        其中查出: foundDetectable,
        可察觉查出率: share(foundDetectable, detectable),
      },
    ]),
  ),
)
const falseAlarms = [...alarms.values()].reduce((sum, count) => sum + count, 0)
console.log(`全部差错查出 ${share(total('found'), total('planted'))}（${total('found')}/${total('planted')}）`)
console.log(
  `可察觉的差错查出 ${share(total('foundDetectable'), total('detectable'))}（${total('foundDetectable')}/${total('detectable')}，要求 ≥ 99%）`,
)
console.log(
  '  可察觉：文字、负数、代码、年份、整表差错，或数改变一半以上且超过通常波动（人6、班3、间3、100平方米、2万元）',
)
console.log(`无差错的县误报 ${falseAlarms} 处，每千格 ${((falseAlarms / cells) * 1000).toFixed(2)}（要求 ≤ 1）`)
for (const [name, count] of [...alarms].toSorted((a, b) => b[1] - a[1]).slice(0, 12)) console.log(`  ${count} ${name}`)
console.log(`离群比较用时：每县 ${(outliers / COUNTIES).toFixed(0)} 毫秒`)
for (const { kind, code, change } of missed) console.log(`没有查出：${kind} ${code} ${change}`)
