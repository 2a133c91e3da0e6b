import type { Claim } from '../extract/claim.ts'
import { printLike } from '../judge/print-claim.ts'
import type { Simplify } from '../read/plain-text.ts'
import type { ReadReport } from '../read-report.ts'
import type { ReportFinding } from '../report-check.ts'
import type { Reference } from './known-quantity.ts'
import { matchSentences, plainSentences } from './match-sentences.ts'
import { type MatchedCell, matchTables } from './match-tables.ts'
import { matchTitles } from './match-titles.ts'

/** How a report stands to the figures of a run. */
export interface AgainstRun {
  readonly findings: readonly ReportFinding[]
  /** Claims that have a figure of the run beside them, and those of them that equal it. */
  readonly matched: ReadonlySet<number>
  readonly equal: ReadonlySet<number>
}

/** Holds every claim that names a figure of the run against that figure, rounded as the report rounds it. */
export function checkAgainst(read: ReadReport, reference: Reference, simplify: Simplify): AgainstRun {
  const findings: ReportFinding[] = []
  const matched = new Set<number>()
  const equal = new Set<number>()
  for (const one of matchSentences(read.passages, plainSentences(reference, simplify))) {
    matched.add(one.claim.id)
    if (one.equal) equal.add(one.claim.id)
    else
      findings.push(
        findingAt(read, one.claim, 'wrong', `${one.expected}${one.claim.token.unitText}`, '系统写出的同一句话'),
      )
  }
  for (const cell of matchTables(read.tables, read.passages, reference, simplify)) {
    if (cell.claim !== undefined) matched.add(cell.claim.id)
    if (cell.claim !== undefined && cell.equal) equal.add(cell.claim.id)
    if (!cell.equal) findings.push(findingInCell(read, cell))
  }
  for (const { claim, known, value, equal: holds, exact } of matchTitles(read.passages, reference)) {
    if (matched.has(claim.id)) continue
    matched.add(claim.id)
    if (holds) equal.add(claim.id)
    else {
      const name = `${known.subject ?? '全县'}${known.title}（${known.year} 年）`
      findings.push(findingAt(read, claim, exact ? 'wrong' : 'doubtful', printLike(claim, value), name))
    }
  }
  return { findings, matched, equal }
}

function findingInCell(read: ReadReport, { passage, claim, expected }: MatchedCell): ReportFinding {
  const { text, at } = read.quote(passage, { start: 0, end: read.passages[passage]?.text.length ?? 0 })
  return {
    grade: 'wrong',
    kind: 'against',
    sentence: text,
    computation: `系统里同一张表的这一格是 ${expected}，写的是 ${text}`,
    expected,
    found: text,
    claims: claim === undefined ? [] : [claim.id],
    at,
    corrections: claim === undefined ? [] : [{ claim: claim.id, from: text, to: expected }],
  }
}

function findingAt(
  read: ReadReport,
  claim: Claim,
  grade: ReportFinding['grade'],
  expected: string,
  name: string,
): ReportFinding {
  const passage = read.passages[claim.passage]
  const sentence = passage?.sentences[claim.sentence] ?? { start: 0, end: passage?.text.length ?? 0 }
  const { text, at } = read.quote(claim.passage, sentence)
  const found = read.quote(claim.passage, claim.token).text
  return {
    grade,
    kind: 'against',
    sentence: text,
    computation: `系统里${name}是 ${expected}，写的是 ${found}`,
    expected,
    found,
    claims: [claim.id],
    at,
    corrections: [{ claim: claim.id, from: found, to: expected }],
  }
}
