import type { Finding, FindingLevel } from '@eduduty/core/collection'

/** How often one thing was found in a file. */
export interface FindingCount {
  readonly level: FindingLevel
  readonly code: string
  readonly column?: string
  readonly count: number
}

/** What must be put right is kept first and longest; of what was only cleaned or noted, some examples are enough. */
const MOST: Readonly<Record<FindingLevel, number>> = { error: 10_000, check: 10_000, repair: 1_000, note: 1_000 }

/** The first findings of a file in the order they were made, and the number of all. */
export class KeptFindings {
  readonly #kept: Finding[] = []
  readonly #used: Record<FindingLevel, number> = { error: 0, check: 0, repair: 0, note: 0 }
  readonly #counts = new Map<string, { level: FindingLevel; code: string; column?: string; count: number }>()

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const { level, code, column } = finding
      const slot = `${level}|${code}|${column ?? ''}`
      const count = this.#counts.get(slot)
      if (count === undefined)
        this.#counts.set(slot, { level, code, count: 1, ...(column === undefined ? {} : { column }) })
      else count.count += 1
      this.#used[level] += 1
      if (this.#used[level] <= MOST[level]) this.#kept.push(finding)
    }
  }

  get kept(): readonly Finding[] {
    return this.#kept
  }

  counts(): readonly FindingCount[] {
    return [...this.#counts.values()]
  }
}
