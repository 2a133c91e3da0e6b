import type { ReportCheck } from '../../src/claims/index.ts'
import type { CorpusText } from './corpus.ts'
import { injectErrors } from './inject-errors.ts'

export interface Measured {
  readonly texts: number
  /** Numbers listed by hand as checkable. */
  readonly checkable: number
  readonly injected: number
  /** Injected errors that a finding names, of any grade and graded wrong. */
  readonly found: number
  readonly foundWrong: number
  /** Findings in the texts as they are. */
  readonly falseWrong: number
  readonly falseDoubtful: number
  /** Checkable numbers of the clean texts that are confirmed. */
  readonly confirmed: number
  readonly missed: readonly string[]
}

type Check = (text: string) => ReportCheck

/** Checks texts as they are and with injected errors. */
export function measure(texts: readonly CorpusText[], check: Check, each: number, step = 1): Measured {
  const counts = { checkable: 0, injected: 0, found: 0, foundWrong: 0, falseWrong: 0, falseDoubtful: 0, confirmed: 0 }
  const missed: string[] = []
  for (const source of texts) {
    const clean = check(source.text)
    counts.checkable += source.marked.length
    counts.falseWrong += clean.findings.filter(({ grade }) => grade === 'wrong').length
    counts.falseDoubtful += clean.findings.filter(({ grade }) => grade === 'doubtful').length
    counts.confirmed += source.marked.filter(({ start, end }) =>
      clean.claims.some(({ at, confirmed }) => confirmed && at.start <= start && at.end >= end),
    ).length
    for (const { text, at, from, to } of injectErrors(source, each, step)) {
      const grades = gradesAt(check(text), at)
      counts.injected += 1
      if (grades.length > 0) counts.found += 1
      if (grades.includes('wrong')) counts.foundWrong += 1
      if (grades.length === 0)
        missed.push(`${text.slice(Math.max(0, at - 12), at)}【${from}→${to}】${text.slice(at + 1, at + 8)}`)
    }
  }
  return { texts: texts.length, ...counts, missed }
}

/** Grades of the findings that name the number at a place. */
function gradesAt({ claims, findings }: ReportCheck, place: number): readonly string[] {
  return findings
    .filter(({ grade }) => grade !== 'uncheckable')
    .filter((finding) =>
      finding.claims.some((id) => {
        const at = claims[id]?.at
        return at !== undefined && at.start <= place && at.end > place
      }),
    )
    .map(({ grade }) => grade)
}
