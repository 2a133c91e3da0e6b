import type { ReportBlock } from './report-model.ts'

/** A heading of which nothing can be said would stand there empty: one stays only when text or a deeper heading follows. */
export function dropEmptyHeadings(blocks: readonly ReportBlock[]): readonly ReportBlock[] {
  const kept: ReportBlock[] = []
  for (const block of blocks.toReversed())
    if (block.kind !== 'heading' || leads(block.level, kept.at(-1))) kept.push(block)
  return kept.toReversed()
}

const leads = (level: number, next: ReportBlock | undefined): boolean =>
  next !== undefined && (next.kind !== 'heading' || next.level > level)
