import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** Hash of the names and contents of all files at or below the given places of the checkout; times do not count. */
export function fingerprint(places) {
  const hash = createHash('sha256')
  for (const place of places)
    for (const name of filesAt(place)) hash.update(`${name}\0`).update(readFileSync(join(root, name)))
  return hash.digest('hex')
}

function filesAt(place) {
  const path = join(root, place)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [place]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .sort()
}
