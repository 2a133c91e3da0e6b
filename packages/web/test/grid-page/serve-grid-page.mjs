// Builds the page of the grid and serves it: node test/grid-page/serve-grid-page.mjs [port] prints the address.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, extname, join, normalize } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const here = dirname(fileURLToPath(import.meta.url))
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/** In a process of its own, as the page of the product: inside the test runner libraries would be built for development. */
export async function serveGridPage(port = 0) {
  const folder = mkdtempSync(join(tmpdir(), 'eduduty-grid-page-'))
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder], {
    cwd: here,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://grid')
    const name = normalize(pathname === '/' ? '/index.html' : pathname)
    try {
      const body = readFileSync(join(folder, name))
      response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((done) => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) console.log((await serveGridPage(Number(argv[2] ?? 0))).url)
