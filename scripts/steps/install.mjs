import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'

/** Installs the packages of the lockfile when they are missing or older than it. No install scripts are run. */
export async function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`需要 Node.js 20.19 或更高版本，现在是 ${process.versions.node}。`)
  const marker = join(root, 'node_modules/.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return
  process.stdout.write('正在安装依赖（只需一次）……\n')
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
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
