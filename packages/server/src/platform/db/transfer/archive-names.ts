/** Names inside a backup file. */
export const archiveNames = {
  manifest: 'manifest.json',
  checksums: 'checksums.json',
  table: (name: string): string => `tables/${name}.copy`,
} as const

/** The table whose rows an entry holds; undefined for the other entries. */
export function tableOfEntry(entry: string): string | undefined {
  return /^tables\/([a-z][a-z0-9_]*)\.copy$/.exec(entry)?.[1]
}
