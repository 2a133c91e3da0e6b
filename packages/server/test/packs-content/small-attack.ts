import type { Grid, ReportModel } from '@eduduty/core/documents'

/** What somebody who has only the printed report can read off it. */
export interface PrintedReport {
  readonly text: string
  /** Cells by name of the row and heading of the column, `初中 死亡（人）`. */
  readonly cells: ReadonlyMap<string, string>
}

export function readPrinted({ blocks }: ReportModel): PrintedReport {
  const sentences = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? cellsOf(block.grid) : []))
  return { text: sentences.map(({ text }) => text).join(''), cells: new Map(tables) }
}

function cellsOf({ cells }: Grid): [string, string][] {
  const at = (row: number, column: number): string => {
    const output = cells.find((cell) => cell.row === row && cell.column === column)?.output
    return output?.kind === 'text' || output?.kind === 'number' ? output.text : ''
  }
  return cells
    .filter(({ row, column }) => row > 0 && column > 0)
    .map(({ row, column }) => [`${at(row, 0)} ${at(0, column)}`, at(row, column)])
}

/** How a count is printed: `不足5`, `不写明`, or as it is; undefined where the report does not have it. */
export interface Unknown {
  readonly name: string
  readonly printed: string
}

/** A statement of the report that holds of the true counts. */
export type Holds = (counts: Readonly<Record<string, number>>) => boolean

const MOST_HIDDEN = 130

/** Every value that a count can have by how it is printed. */
function valuesOf({ printed }: Unknown): readonly number[] {
  const few = /^不足(\d+)$/.exec(printed)?.[1]
  if (few !== undefined) return Array.from({ length: Number(few) - 1 }, (_, at) => at + 1)
  if (printed === '不写明') return Array.from({ length: MOST_HIDDEN + 1 }, (_, at) => at)
  return [Number(printed)]
}

/**
 * Tries all counts that fit what is printed. Gives the values that each count told as few may still have, at most two: where
 * there is only one, it has been worked out. `last` follows from the others where a sum is known.
 */
export function workOut(
  unknowns: readonly Unknown[],
  holds: readonly Holds[],
  last?: { readonly name: string; readonly from: (counts: Readonly<Record<string, number>>) => number },
): ReadonlyMap<string, ReadonlySet<number>> {
  const few = unknowns.filter(({ printed }) => printed.startsWith('不足')).map(({ name }) => name)
  const found = new Map(few.map((name) => [name, new Set<number>()]))
  const isOpen = (): boolean => [...found.values()].some((values) => values.size < 2)
  const tried = unknowns.filter(({ name }) => name !== last?.name)
  const closing = unknowns.find(({ name }) => name === last?.name)
  const note = (counts: Readonly<Record<string, number>>): void => {
    if (holds.every((fits) => fits(counts))) for (const [name, values] of found) values.add(counts[name] ?? Number.NaN)
  }
  const walk = (at: number, counts: Readonly<Record<string, number>>): void => {
    const unknown = tried[at]
    if (unknown !== undefined) {
      for (const value of valuesOf(unknown)) if (isOpen()) walk(at + 1, { ...counts, [unknown.name]: value })
    } else if (closing === undefined || last === undefined) note(counts)
    else {
      const value = last.from(counts)
      if (valuesOf(closing).includes(value)) note({ ...counts, [closing.name]: value })
    }
  }
  walk(0, {})
  return found
}

/** A printed rate, `97.33`, says that what it was rounded from lies this near; one that is no number says nothing. */
export const roundedFrom = (printed: string | undefined, rate: number): boolean => {
  if (printed === undefined || !/^\d+(\.\d+)?$/.test(printed)) return true
  const decimals = printed.split('.')[1]?.length ?? 0
  return Math.abs(Number(printed) - rate) <= 0.5 * 10 ** -decimals + 1e-9
}
