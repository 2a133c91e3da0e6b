import { Zip, ZipPassThrough } from 'fflate'
import type { DraftRow } from './draft-row.ts'
import { fileOfDraft } from './write-file.ts'

/** One zip with a docx for each draft, written one after the other: never all of them in memory. */
export async function* zipReports(rows: readonly DraftRow[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const taken = new Map<string, number>()
  for (const row of rows) {
    const { name, content } = await fileOfDraft(row)
    const entry = new ZipPassThrough(nameIn(taken, name))
    entry.mtime = row.saved_at
    zip.add(entry)
    entry.push(content, true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

/** Two reports of one name, of two outlines or years, stand beside each other. */
function nameIn(taken: Map<string, number>, name: string): string {
  const times = (taken.get(name) ?? 0) + 1
  taken.set(name, times)
  return times === 1 ? name : name.replace(/(\.[^.]+)$/, `（${times}）$1`)
}
