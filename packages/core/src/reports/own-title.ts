import type { DraftChart, DraftTable } from './draft.ts'

export const titleOf = (block: DraftTable | DraftChart): string =>
  block.kind === 'table' ? block.title : block.chart.title

/** A table or chart under a title that somebody wrote: new figures leave it as it is. */
export function withTitle(block: DraftTable | DraftChart, title: string): DraftTable | DraftChart {
  return block.kind === 'table'
    ? { ...block, title, titled: true }
    : { ...block, chart: { ...block.chart, title }, titled: true }
}
