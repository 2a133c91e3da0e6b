import type { ReportBlock } from './report-model.ts'

/** A heading of the first level. */
export const heading = (text: string): ReportBlock => ({ kind: 'heading', level: 1, text })

/** A paragraph of words that stand on no figure and are never dropped. */
export const paragraph = (text: string): ReportBlock => ({
  kind: 'paragraph',
  sentences: [{ text, figures: [], priority: 0 }],
})

/** Closing words, signature and date never stand on a page without it. */
export const keptWithNext = (block: ReportBlock): ReportBlock =>
  block.kind === 'paragraph' || block.kind === 'table' ? { ...block, stays: true } : block
