// Lists, search and dossier of the evidence archive on an invented county of 30 departments, 12 townships and 60 schools.
// Usage: node bench/archive.mjs [papers] [dossier megabytes]; with DATABASE_URL on that (empty) PostgreSQL database.
//
// Papers are put in by SQL with texts of some thousand characters each; what is measured is asked through the routes.
import { createServer } from 'vite'

const papers = Number(process.argv[2] ?? 3000)
const megabytes = Number(process.argv[3] ?? 200)
const loader = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
})
const { runArchiveBench } = await loader.ssrLoadModule('/packages/server/test/archive/run-archive-bench.ts')
const { DATABASE_URL: url } = process.env
const outcome = await runArchiveBench({ papers, megabytes, ...(url && { url }) })
await loader.close()
console.log(`${outcome.units} units, ${outcome.needs} needs, ${outcome.papers} papers, ${outcome.links} links`)
let isSlow = false
for (const { what, bar, milliseconds } of outcome.figures) {
  const middle = milliseconds.toSorted((one, other) => one - other)[Math.floor(milliseconds.length / 2)]
  isSlow ||= middle > bar
  console.log(`${what.padEnd(44)} ${middle.toFixed(0).padStart(6)} ms (bar ${bar} ms)${middle > bar ? '  SLOW' : ''}`)
}
const { dossier } = outcome
console.log(
  `dossier ${(dossier.bytes / 1e6).toFixed(0)} MB in ${(dossier.milliseconds / 1000).toFixed(1)} s, memory grew by ${(dossier.grew / 1e6).toFixed(0)} MB`,
)
process.exitCode = isSlow ? 1 : 0
