import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'

/** Installs the packages of the lockfile when they are missing or older than it. No install scripts are run. */
export async function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`需要 Node.js 20.19 或更高版本，现在是 ${process.versions.node}。`)
  if (isInstalled()) return
  process.stdout.write('正在安装依赖（只需一次）……\n')
  try {
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true })
  } catch (error) {
    throw new Error(installAdvice(error.output ?? error.message))
  }
}

/** What npm noted at its last installation agrees with the lockfile; packages for other systems are not there. */
function isInstalled() {
  const note = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages
  const present = packagesOf(note)
  return Object.entries(packagesOf(join(root, 'package-lock.json')))
    .filter(([path, entry]) => path.startsWith('node_modules/') && !(entry.optional && present[path] === undefined))
    .every(([path, entry]) => present[path]?.version === entry.version)
}

/** What to do next, by what npm says. */
function installAdvice(output) {
  const said = output.trim().split('\n').slice(0, 12).join('\n')
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output))
    return `${said}\n依赖没有装上：连不上 npm 软件源。请检查网络或代理，或换一个连得上的软件源（npm config set registry 地址），然后重新运行。\n不能上网的机器：在能上网的同类机器上运行一次 npm ci --ignore-scripts，把整个文件夹（含 node_modules）拷过来。`
  if (/ENOSPC/.test(output)) return `${said}\n依赖没有装上：磁盘已满。请腾出约 1 GB 空间后重新运行。`
  if (/EACCES|EPERM|EROFS/.test(output))
    return `${said}\n依赖没有装上：不能写入这个文件夹。请换到自己有写权限的文件夹，或用拥有它的用户运行。`
  return `${said}\n依赖没有装上。请按上面 npm 的说明处理后重新运行。`
}

/** Programs that the tests use and that come from the operating system. */
const programs = [
  {
    name: 'Chromium',
    paths: [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    packages: ['chromium'],
  },
  { name: '中文字体', paths: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'], packages: ['fonts-noto-cjk'] },
  { name: 'PostgreSQL 15', paths: ['/usr/lib/postgresql/15/bin/postgres'], packages: ['postgresql-15'] },
]

/** Installs the browser, a Chinese font and PostgreSQL for the tests where they are missing and the system allows it. */
export async function installTestPrograms() {
  const missing = programs.filter((program) => !program.paths.some((path) => path && existsSync(path)))
  if (missing.length === 0) return
  const names = missing.map((program) => program.name).join('、')
  const packages = missing.flatMap((program) => program.packages)
  const advice = `测试需要 ${names}。请安装：apt-get install ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(advice)
  process.stdout.write(`正在安装测试需要的 ${names}……\n`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { quiet: true, env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { quiet: true, env })
}
