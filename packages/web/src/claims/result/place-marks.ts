import type { CheckDetail, ClaimFigure, ReportFinding } from '@eduduty/core/claims'
import type { Grade } from '../grade-mark.tsx'

/** A number of the report, or a stretch with hidden ones, as it is drawn. */
export interface TextMark {
  /** Id of its element. */
  readonly id: string
  readonly start: number
  readonly end: number
  /** Findings that it has part in; the first is opened by a click. */
  readonly findings: readonly number[]
  /** Of the findings that blame it, the worst. */
  readonly grade: Grade | undefined
  readonly isConfirmed: boolean
  readonly figure: ClaimFigure | undefined
}

const weight: Readonly<Record<Grade, number>> = { wrong: 3, doubtful: 2, uncheckable: 1 }

/** Marks of each paragraph or table of the report, in the order of the text and apart from each other. */
export function placeMarks({ result, figures, content }: Pick<CheckDetail, 'result' | 'figures' | 'content'>) {
  const byParagraph = content.blocks.map((): TextMark[] => [])
  const figureOf = new Map(figures.map((one) => [one.claim, one]))
  const involved = new Map<number, number[]>()
  const blamed = new Map<number, Grade>()
  for (const [at, { claims, grade }] of result.findings.entries()) {
    for (const claim of claims) involved.set(claim, [...(involved.get(claim) ?? []), at])
    const [culprit] = claims
    const before = culprit === undefined ? undefined : blamed.get(culprit)
    if (culprit !== undefined && (before === undefined || weight[before] < weight[grade])) blamed.set(culprit, grade)
  }
  for (const { id, at, confirmed } of result.claims)
    byParagraph[at.paragraph - 1]?.push({
      id: `claim-${id}`,
      start: at.start,
      end: at.end,
      findings: blamedFirst(involved.get(id) ?? [], result.findings, id),
      grade: blamed.get(id),
      isConfirmed: confirmed,
      figure: figureOf.get(id),
    })
  for (const [at, finding] of result.findings.entries())
    if (finding.claims.length === 0)
      byParagraph[finding.at.paragraph - 1]?.push(...hiddenMarks(content.text, finding, at))
  return byParagraph.map(apart)
}

const blamedFirst = (at: readonly number[], findings: readonly ReportFinding[], claim: number): readonly number[] =>
  at.toSorted((a, b) => Number(findings[b]?.claims[0] === claim) - Number(findings[a]?.claims[0] === claim))

/** Numbers that cannot be read are no claims: they stand in their sentence as they were found. */
function hiddenMarks(text: string, { at: place, found, grade }: ReportFinding, finding: number): TextMark[] {
  let from = place.start
  return found.split('、').flatMap((part, order) => {
    const start = text.indexOf(part, from)
    if (part === '' || start < 0 || start >= place.end) return []
    from = start + part.length
    const id = order === 0 ? hiddenId(finding) : `${hiddenId(finding)}-${order}`
    return [{ id, start, end: from, findings: [finding], grade, isConfirmed: false, figure: undefined }]
  })
}

const hiddenId = (finding: number): string => `hidden-${finding}`

function apart(marks: readonly TextMark[]): readonly TextMark[] {
  const sorted = marks.toSorted(
    (a, b) => a.start - b.start || Number(b.grade !== undefined) - Number(a.grade !== undefined),
  )
  const kept: TextMark[] = []
  for (const mark of sorted) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark)
  return kept
}

/** Element of the number that a finding blames. */
export function elementOf({ claims }: ReportFinding, finding: number): string {
  const [culprit] = claims
  return culprit === undefined ? hiddenId(finding) : `claim-${culprit}`
}

export interface Piece {
  readonly text: string
  readonly mark: TextMark | undefined
}

/** A stretch of the text, cut where numbers begin and end. */
export function piecesOf(text: string, start: number, end: number, marks: readonly TextMark[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const mark of marks) {
    if (mark.end <= at || mark.start >= end) continue
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), mark: undefined })
    pieces.push({ text: text.slice(Math.max(at, mark.start), Math.min(end, mark.end)), mark })
    at = Math.min(end, mark.end)
  }
  if (at < end) pieces.push({ text: text.slice(at, end), mark: undefined })
  return pieces
}
