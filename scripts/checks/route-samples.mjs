import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps/run.mjs'

const folder = 'packages/server/test/access/samples'

/** Every route of the inventory has a request with which the tests try to get at what is foreign. */
export function checkRouteSamples() {
  const inventory = readFileSync(join(root, 'docs/routes.md'), 'utf8')
  const routes = [...inventory.matchAll(/^\| ([A-Z]+) \| `([^`]+)`/gm)].map(([, method, url]) => `${method} ${url}`)
  const samples = readdirSync(join(root, folder)).map((name) => readFileSync(join(root, folder, name), 'utf8'))
  const tried = new Set(samples.flatMap((text) => [...text.matchAll(/'([A-Z]+ \/api\/[^']+)'/g)].map(([, key]) => key)))
  return [
    ...routes.filter((route) => !tried.has(route)).map((route) => `${route} 在 ${folder} 中没有越权试验`),
    ...[...tried].filter((key) => !routes.includes(key)).map((key) => `${folder} 试验了不存在的接口 ${key}`),
  ]
}
