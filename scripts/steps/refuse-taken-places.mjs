import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

/** The demo county has its place; what is one's own is not mixed with it. */
export function refuseOwnData(options) {
  const at = options.findIndex((option) => option === '--data' || option.startsWith('--data='))
  if (at < 0) return
  const folder = options[at].startsWith('--data=') ? options[at].slice('--data='.length) : options[at + 1]
  throw new Error(
    `npm start 只打开演示县，数据固定放在 data 文件夹，不接受 --data。用自己的数据目录，请运行：npx eduduty serve --data ${folder || '目录'}；只想换端口，请运行：npm start -- --port 端口号`,
  )
}

/** Says before the long work what serving would refuse after it: a taken port, a data folder in use. */
export async function refuseTakenPlaces(options) {
  const owner = await ownerOfData()
  if (owner !== undefined)
    throw new Error(
      `数据目录 data 正被另一个履教通进程使用（进程号 ${owner}）。多半是已经运行了一次 npm start：请直接用那个窗口里的网址，或先在那个窗口按 Ctrl+C 停止它，再重新运行。`,
    )
  const port = Number(options[options.indexOf('--port') + 1])
  if (options.includes('--port') && port > 0 && !(await isFree(port)))
    throw new Error(`端口 ${port} 已被其他程序占用。请关闭占用它的程序，或换一个端口：npm start -- --port ${port + 1}`)
}

/** Process number of a living owner; the program itself judges again when it opens the folder. */
async function ownerOfData() {
  const lock = join(root, 'data/eduduty.lock')
  if (!existsSync(lock)) return undefined
  const module = join(root, 'packages/server/dist/platform/db/embedded/process-identity.js')
  const { currentProcess, livenessOf, parseProcessIdentity } = await import(pathToFileURL(module).href)
  const owner = parseProcessIdentity(readFileSync(lock, 'utf8'))
  return owner !== undefined && livenessOf(owner, currentProcess(new Date())) === 'running' ? owner.pid : undefined
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
