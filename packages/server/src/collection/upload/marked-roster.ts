import { readFile } from 'node:fs/promises'
import type { Finding } from '@eduduty/core/collection'
import { markRoster } from '../../platform/workbooks/mark-roster.ts'
import type { RosterUpload } from './roster-upload.ts'

/** A roster with its wrong cells red; undefined where nothing is wrong, or the file cannot be marked. */
export async function markedRoster(
  { name, body }: RosterUpload,
  findings: readonly Finding[],
): Promise<Uint8Array | undefined> {
  if (!findings.some(({ level }) => level === 'error')) return undefined
  const out = `${body.path}-marked.xlsx`
  const named = findings.map((finding) => ({ ...finding, file: name }))
  return (await markRoster(body.path, named, out, name)) === undefined ? readFile(out) : undefined
}
