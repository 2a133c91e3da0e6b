import { type Connections, withConnection } from '../connection.ts'
import { wholeLines } from './copy-lines.ts'
import { loadSnapshot, type TableContent } from './load-snapshot.ts'
import { type Snapshot, withSnapshot } from './snapshot.ts'

export interface TransferReport {
  readonly tables: number
  readonly rows: number
}

export type ReportTable = (table: string, done: number, total: number) => void

/** Copies everything into an empty, migrated database; both sides are compared before the copy is committed. */
export function moveDatabase(
  source: Connections,
  target: Connections,
  place: string,
  report: ReportTable,
): Promise<TransferReport> {
  return withConnection(source, (from) =>
    withConnection(target, (to) =>
      withSnapshot(from, new Date(0), async (snapshot) => {
        const rows = await loadSnapshot(to, place, snapshot.manifest, contentsOf(snapshot), report)
        return { tables: snapshot.manifest.tables.length, rows }
      }),
    ),
  )
}

async function* contentsOf(snapshot: Snapshot): AsyncIterable<TableContent> {
  for (const table of snapshot.manifest.tables) yield { name: table.name, lines: wholeLines(snapshot.rows(table)) }
}
