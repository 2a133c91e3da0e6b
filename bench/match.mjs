// The fuzzy pass: remainder × candidates on one core, with recall and wrong proposals on invented children.
// Run: node bench/match.mjs [candidates] [remainder] [seed]
import { performance } from 'node:perf_hooks'
import { runnerImport } from 'vite'
import { people, randomFrom, typedAgain } from './match/generate-people.mjs'

const CANDIDATES = Number(process.argv[2] ?? 1_000_000)
const REMAINDER = Number(process.argv[3] ?? 15_000)
const SEED = Number(process.argv[4] ?? 1)
const config = { logLevel: 'error', resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }
const load = async (path) => (await runnerImport(`./packages/${path}`, config)).module
const { PairFinder } = await import('@eduduty/core/enrolment')
const { signReader } = await load('server/src/enrolment/matching/sign-reader.ts')
const { shippedFuzzyRule } = await load('server/test/enrolment/shipped-fuzzy-rule.ts')

const random = randomFrom(SEED)
const all = people(CANDIDATES + Math.round(REMAINDER * 0.4), random)
// Children who stand in the left register only are taken out of the whole, twins and siblings of others among them.
const missing = new Set()
while (missing.size < Math.round(REMAINDER * 0.4)) missing.add(random.below(all.length))
const candidates = all.filter((_, at) => !missing.has(at))
const truth = new Map()
const lefts = [...missing].map((at) => ({
  ...all[at],
  key: `m${at}`,
  ...(random.chance(0.1) && { identity: undefined }),
}))
const chosen = new Set()
while (chosen.size < REMAINDER - missing.size) chosen.add(random.below(candidates.length))
for (const at of chosen) {
  const typed = { ...typedAgain(candidates[at], random), key: `t${at}` }
  truth.set(typed.key, candidates[at].key)
  lefts.push(typed)
}

const started = performance.now()
const cpu = process.cpuUsage()
const finder = new PairFinder(shippedFuzzyRule(), signReader, lefts)
for (const candidate of candidates) finder.offer(candidate)
const pairs = finder.pairs()
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(cpu)
const busy = (user + system) / 1e6

const right = pairs.filter((pair) => truth.get(pair.left) === pair.right).length
const wrong = pairs.length - right
const sureWrong = pairs.filter((pair) => pair.isSure && truth.get(pair.left) !== pair.right).length
const percent = (share) => `${(100 * share).toFixed(2)} %`
console.log(
  `${lefts.length} left over × ${candidates.length} candidates: ${seconds.toFixed(1)} s (of the processor ${busy.toFixed(1)} s), heap ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB`,
)
console.log(
  `proposals ${pairs.length}, recall ${percent(right / truth.size)}, wrong ${wrong} (${percent(wrong / pairs.length)}), of the sure ones wrong ${sureWrong} of ${pairs.filter((pair) => pair.isSure).length}`,
)

if (process.argv.includes('--show')) {
  const people = new Map([...lefts, ...candidates].map((person) => [person.key, person]))
  const found = new Set(pairs.filter((pair) => truth.get(pair.left) === pair.right).map((pair) => pair.left))
  for (const [left, key] of [...truth].filter(([left]) => !found.has(left)).slice(0, 12))
    console.log('missed', people.get(left), people.get(key))
  for (const pair of pairs.filter((pair) => truth.get(pair.left) !== pair.right).slice(0, 12))
    console.log('wrong', people.get(pair.left), people.get(pair.right), JSON.stringify(pair))
}
