import { type CountSum, type Suppressed, suppressSmall } from '../../documents/index.ts'

export const resultCounts = ['left', 'right', 'matched', 'unmatched', 'exempt', 'proposed', 'asked'] as const
type ResultCounts = Readonly<Record<(typeof resultCounts)[number], number>>

/** The counts of one comparison as they may be told: small ones kept back, and whatever would give them away. */
export function tellResult(counts: ResultCounts, below: number): Readonly<Record<keyof ResultCounts, string>> {
  const { unmatched, exempt, proposed, asked } = counts
  const sums: CountSum[] = [{ total: 'left', parts: ['matched', 'unmatched'] }]
  if (unmatched === exempt + proposed + asked) sums.push({ total: 'unmatched', parts: ['exempt', 'proposed', 'asked'] })
  const shown = suppressSmall({ counts: new Map(resultCounts.map((name) => [name, counts[name]])), sums, below })
  const words = (name: keyof ResultCounts): string => wordsOf(shown.get(name), below)
  return {
    left: words('left'),
    right: words('right'),
    matched: words('matched'),
    unmatched: words('unmatched'),
    exempt: words('exempt'),
    proposed: words('proposed'),
    asked: words('asked'),
  }
}

function wordsOf(shown: Suppressed | undefined, below: number): string {
  switch (shown?.shown) {
    case 'count':
      return String(shown.count)
    case 'few':
      return `少于${below}`
    case 'hidden':
    case undefined:
      return '隐去'
  }
}
