import type { Claim } from './extract/claim.ts'
import { type Blame, claimsOf } from './judge/blame.ts'
import type { Broken } from './judge/grade.ts'
import { overlaps } from './judge/judge-relation.ts'
import type { Correction } from './judge/one-digit.ts'
import { printLike, printRange } from './judge/print-claim.ts'
import type { ReadReport } from './read-report.ts'
import type { PointWording } from './relations/changes/point-wording.ts'
import type { ReportFinding } from './report-check.ts'

const MOST_CORRECTIONS = 12

/** Findings in the order of the text, and the claims that they blame. */
export function findingsOf(
  read: ReadReport,
  blames: readonly Blame[],
): { readonly findings: readonly ReportFinding[]; readonly blamed: ReadonlySet<number> } {
  const findings = [
    ...blames.map((blame) => findingOf(read, blame)),
    ...read.pointWordings.map((wording) => wordingFinding(read, wording)),
    ...hiddenFindings(read),
  ]
  const blamed = new Set(findings.flatMap(({ claims }) => claims))
  return { findings, blamed }
}

function findingOf(read: ReadReport, { broken, correction, others }: Blame): ReportFinding {
  const [first] = broken.toSorted((a, b) => weight(b) - weight(a))
  if (first === undefined) throw new RangeError('a blame without a broken relation')
  const { relation, judged } = first
  const culprit = correction?.claim ?? relation.target
  const { text, at } = quoteSentence(read, relation.target)
  const involved = [culprit, ...new Set(broken.flatMap((one) => claimsOf(one.relation)))]
  const all = correction === undefined ? [] : [correction, ...others]
  const ranked = all.toSorted((a, b) => Number(b.claim === relation.target) - Number(a.claim === relation.target))
  return {
    grade: broken.some(({ grade }) => grade === 'wrong') ? 'wrong' : 'doubtful',
    kind: relation.kind,
    sentence: text,
    computation: broken.map((one) => computationOf(read, one)).join('；'),
    expected:
      judged.point === undefined ? printRange(relation.target, judged.range) : printLike(relation.target, judged.point),
    found: printed(read, relation.target),
    claims: [...new Set(involved.map(({ id }) => id))],
    at,
    corrections: ranked.slice(0, MOST_CORRECTIONS).map((one) => ({
      claim: one.claim.id,
      from: printed(read, one.claim),
      to: corrected(read, one),
    })),
  }
}

/** The number is right, its unit is not. */
function wordingFinding(read: ReadReport, { claim, now, base, isEither }: PointWording): ReportFinding {
  const { text, at } = quoteSentence(read, claim)
  const [found, after, before] = [claim, now, base].map((one) => printed(read, one))
  const meant = `${claim.token.literal}个百分点`
  const difference = claim.sign > 0 ? `${after} − ${before}` : `${before} − ${after}`
  return {
    grade: isEither ? 'doubtful' : 'wrong',
    kind: 'points',
    sentence: text,
    computation: `${difference} = ${meant}，写的是 ${found}；两个百分比的差要说“个百分点”`,
    expected: meant,
    found: found ?? '',
    claims: [claim, now, base].map(({ id }) => id),
    at,
    corrections: [{ claim: claim.id, from: found ?? '', to: meant }],
  }
}

const weight = ({ grade, relation }: Broken): number => (grade === 'wrong' ? 2 : 0) + (relation.kind === 'part' ? 0 : 1)

const printed = (read: ReadReport, claim: Claim): string =>
  read.quote(claim.passage, claim.token).text.replace(/\s+/g, '')

/** The number as printed with the digits, or the unit, put right. */
function corrected(read: ReadReport, { claim, literal, unitText }: Correction): string {
  const { token, passage } = claim
  if (unitText !== token.unitText) return `${literal}${unitText}`
  const text = read.passages[passage]?.text ?? ''
  return text.slice(token.start, token.digits.start) + literal + text.slice(token.digits.end, token.end)
}

function computationOf(read: ReadReport, { relation, judged }: Broken): string {
  const { target, inputs, remark } = relation
  const words = relation.words(inputs.map((one) => printed(read, one)))
  if (remark !== undefined) return `${printed(read, target)} 应 ${words}：${remark}`
  if (relation.kind === 'same') return `${words}，这里写的是 ${printed(read, target)}`
  const { point, range } = judged
  const exact = point === undefined ? '' : ` = ${printLike(target, point)}`
  const hasWidth =
    range.low !== undefined &&
    range.high !== undefined &&
    !(point && overlaps(range, { low: point, high: point }) && printRange(target, range) === printLike(target, point))
  const around = hasWidth ? `（考虑取舍为 ${printRange(target, range)}）` : ''
  return `${words}${exact}${around}，写的是 ${printed(read, target)}${reasonOf(judged.outcome)}`
}

function reasonOf(outcome: Broken['judged']['outcome']): string {
  if (outcome === 'close') return '；相差在四舍五入的误差之内'
  return outcome === 'cut' ? '；像是截去尾数，没有四舍五入' : ''
}

function quoteSentence(read: ReadReport, claim: Claim) {
  const passage = read.passages[claim.passage]
  const sentence = passage?.sentences[claim.sentence] ?? { start: 0, end: passage?.text.length ?? 0 }
  return read.quote(claim.passage, sentence)
}

/** Hidden and garbled numbers, one finding for each sentence. */
function hiddenFindings(read: ReadReport): ReportFinding[] {
  return read.passages.flatMap((passage) =>
    [...new Set(passage.hidden.map(({ sentence }) => sentence))].map((sentence): ReportFinding => {
      const own = passage.hidden.filter((one) => one.sentence === sentence)
      const { text, at } = read.quote(
        passage.index,
        passage.sentences[sentence] ?? { start: 0, end: passage.text.length },
      )
      const shown = own.map(({ token }) => read.quote(passage.index, token).text)
      return {
        grade: 'uncheckable',
        kind: 'hidden',
        sentence: text,
        computation: `有 ${own.length} 处数字被遮盖或残缺，无法核对`,
        expected: '',
        found: shown.join('、'),
        claims: [],
        at,
        corrections: [],
      }
    }),
  )
}
