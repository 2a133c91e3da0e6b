import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps/run.mjs'

const folder = join(root, 'packages/server/migrations')

/** Its rows say where something happened, and stay there when the unit moves. */
const staysBehind = new Set(['audit_events'])

/**
 * When a unit moves, its rows move with it, those that are only ever added to as well: the application must be allowed
 * to rewrite their path, and nothing else of them.
 */
export function checkCarriedTables() {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const carried = new Set(texts.flatMap(({ text }) => carriedIn(text)))
  return texts.flatMap(({ name, text }) =>
    confinedWithoutUpdate(text)
      .filter((table) => !carried.has(table) && !staysBehind.has(table))
      .map((table) => `${name} 只追加的表 ${table} 缺少 select platform_carry('${table}')：单位移动时它的行会留在原处`),
  )
}

function confinedWithoutUpdate(text) {
  return [...text.matchAll(/platform_confine\('(\w+)',\s*'([^']*)'\)/g)]
    .filter(([, , rights]) => !rights.includes('update'))
    .map(([, table]) => table)
}

/** Named one by one, in a list over which the call runs, or granted as it was before there was the call. */
function carriedIn(text) {
  const single = [...text.matchAll(/platform_carry\('(\w+)'\)/g)].map(([, table]) => table)
  const lists = [...text.matchAll(/platform_carry\(held::regclass\) from unnest\(array\[([^\]]*)\]/g)]
  const grants = [...text.matchAll(/grant update \(org_path\) on ([\w\s,]+?) to eduduty_app/g)]
  return [...single, ...[...lists, ...grants].flatMap(([, names]) => names.match(/\w+/g) ?? [])]
}
