// Serves the built page on made-up data: node test/serve-fixture.mjs [port] [schools]
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const [port = '4180', schools = '60'] = process.argv.slice(2)
const { module } = await runnerImport(here('./fixture/fixture-server.ts'), {
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
})
const { url } = await module.startFixtureServer({ dist: here('../dist'), schools: Number(schools) }, Number(port))
console.log(url)
