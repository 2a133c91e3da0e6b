import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the packs that are shipped with the program. */
export function packsFolder(): string {
  return fileURLToPath(new URL('../../../../packs/', import.meta.url))
}

/** Ids of the shipped packs, sorted. */
export function listPackIds(): string[] {
  const entries = readdirSync(packsFolder(), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
}
