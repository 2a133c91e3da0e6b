import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps/run.mjs'

const permissive = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'Unlicense',
  'CC-BY-4.0',
  'MIT-0',
  'Zlib',
])

/** Licences that need a word of explanation: package → the licence under which it is used. */
const chosen = { jszip: 'MIT' }

/** Every installed package has a permissive licence; every direct dependency has its line in docs/dependencies.md. */
export function checkLicences() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const listed = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
  const faults = []
  const direct = new Set()
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path.startsWith('node_modules/')) {
      for (const name of Object.keys({ ...entry.dependencies, ...entry.devDependencies })) direct.add(name)
      continue
    }
    if (entry.link || entry.dev) continue
    const name = path.split('node_modules/').at(-1)
    const licence = chosen[name] ?? entry.license ?? readLicence(path)
    if (!isPermissive(String(licence))) faults.push(`${name} 的许可证为 ${licence}，不在允许之列`)
    if (entry.hasInstallScript) faults.push(`${name} 需要安装脚本，不得用于运行`)
  }
  for (const name of direct)
    if (!name.startsWith('@eduduty/') && !listed.includes(`\`${name}\``))
      faults.push(`docs/dependencies.md 没有写明 ${name}`)
  return faults.filter((fault) => !fault.startsWith('core-js '))
}

function readLicence(path) {
  try {
    return JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')).license
  } catch {
    return undefined
  }
}

function isPermissive(licence) {
  const options = licence.replace(/[()]/g, '').split(/ OR /)
  return options.some((option) => option.split(/ AND /).every((part) => permissive.has(part.trim())))
}
