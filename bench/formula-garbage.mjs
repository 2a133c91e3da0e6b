// Random text through reader, checker and both back ends: nothing may throw, nothing may take long.
// Usage: node bench/formula-garbage.mjs [short cases] [long cases] [seed]
import { runnerImport } from 'vite'

const [short = 200_000, long = 2_000, seed = 1] = process.argv.slice(2).map(Number)
const config = { logLevel: 'error', resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }
const { module } = await runnerImport('./packages/core/test/formula/garbage.ts', config)

let wrong = 0
for (const [cases, longest] of [
  [short, 200],
  [long, 20_000],
]) {
  const { evaluated, faults, slowest } = module.runGarbage({ cases, longest, seed })
  wrong += faults.length
  console.log(
    `${cases} texts of up to ${longest} characters: ${evaluated} were formulas, ${faults.length} faults, slowest ${slowest.milliseconds.toFixed(0)} ms (bar 100)`,
  )
  for (const { source, fault } of faults.slice(0, 5)) console.log(JSON.stringify(source.slice(0, 300)), fault)
  if (slowest.milliseconds > 100)
    console.log(`slowest: ${JSON.stringify(slowest.source.slice(0, 300))} (${slowest.source.length})`)
}
process.exitCode = wrong === 0 ? 0 : 1
