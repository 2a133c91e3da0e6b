import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Pack, parsePack } from '@eduduty/core/packs'

const packs = fileURLToPath(new URL('../../../../packs/', import.meta.url))

const read = new Map<string, Pack>()

/** A pack of this repository, read without the program around it; throws with the mistakes when it has any. */
export function readPackFolder(id: string): Pack {
  const before = read.get(id)
  if (before !== undefined) return before
  const files = readdirSync(packs + id).filter((name) => name.endsWith('.yaml'))
  const parsed = parsePack(files.map((path) => ({ path, text: readFileSync(`${packs}${id}/${path}`, 'utf8') })))
  if (parsed.pack === undefined) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'))
  read.set(id, parsed.pack)
  return parsed.pack
}
