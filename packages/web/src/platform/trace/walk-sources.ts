import type { RowUse } from '@eduduty/core/evaluation'
import type { FigureTrace } from '../run/queries.ts'

export interface SourceRows {
  readonly figure: string
  readonly title: string
  readonly subject: string
  readonly rows: readonly RowUse[]
}

export interface Sources {
  readonly found: readonly SourceRows[]
  readonly visited: number
  /** True when figures were left unvisited. */
  readonly limited: boolean
}

const MOST_FIGURES = 60
const AT_ONCE = 6

/**
 * Walks the inputs of a figure down to register rows, one branch after the other:
 * where a county's figure stands on hundreds, the cells of the first schools are reached all the same.
 */
export async function walkSources(start: string, read: (figure: string) => Promise<FigureTrace>): Promise<Sources> {
  const seen = new Set([start])
  const found: SourceRows[] = []
  let queue = [start]
  let visited = 0
  while (queue.length > 0 && visited < MOST_FIGURES) {
    const batch = queue.slice(0, Math.min(AT_ONCE, MOST_FIGURES - visited))
    queue = queue.slice(batch.length)
    visited += batch.length
    const next: string[] = []
    for (const { trace } of await Promise.all(batch.map(read))) {
      const rows = trace.aggregates.flatMap((aggregate) => aggregate.rows)
      if (rows.length > 0) found.push({ figure: trace.figure, title: trace.title, subject: trace.subject, rows })
      const below = [...trace.inputs.map((input) => input.figure), ...trace.aggregates.flatMap((one) => one.figures)]
      const fresh = [...new Set(below)].filter((id) => !seen.has(id))
      for (const id of fresh) seen.add(id)
      next.push(...fresh)
    }
    queue = [...next, ...queue]
  }
  return { found, visited, limited: queue.length > 0 }
}
