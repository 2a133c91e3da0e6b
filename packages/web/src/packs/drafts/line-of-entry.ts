import type { PackEntry, PackFile } from '@eduduty/core/packs'

/** The line on which an entry says what it is called; the first line when it cannot be told. */
export function lineOfEntry({ file, id, title }: PackEntry, files: readonly PackFile[]): number {
  const lines = (files.find(({ path }) => path === file)?.text ?? '').split('\n')
  const byId = lines.findIndex((line) => id !== '' && new RegExp(`\\bid: ["']?${id}\\b`).test(line))
  const at = byId >= 0 ? byId : lines.findIndex((line) => title !== '' && line.includes(title))
  return at < 0 ? 1 : at + 1
}
