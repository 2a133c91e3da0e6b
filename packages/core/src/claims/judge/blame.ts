import type { Claim } from '../extract/claim.ts'
import type { Broken } from './grade.ts'
import { type Correction, holdsWith } from './one-digit.ts'
import type { Settled } from './settle.ts'

/** Relations that one wrong number breaks, with the change that would mend most of them. */
export interface Blame {
  readonly broken: readonly Broken[]
  readonly correction: Correction | undefined
  /** Other one-digit changes that explain as much. */
  readonly others: readonly Correction[]
}

/** Groups broken relations by the number that explains them best; each relation is told once. */
export function assignBlame(settled: Settled): readonly Blame[] {
  const broken = settled.broken.toSorted(byPlace)
  const candidates = broken.flatMap(({ corrections }) => corrections)
  const scores = new Map<string, Scored>()
  for (const correction of candidates) {
    const key = `${correction.claim.id} ${correction.literal}${correction.unitText}`
    if (!scores.has(key)) scores.set(key, { correction, mends: broken.filter((one) => mends(one, correction)) })
  }
  const ranked = [...scores.values()].toSorted(
    (a, b) => b.mends.length - a.mends.length || byTarget(b) - byTarget(a) || byText(a.correction, b.correction),
  )
  const left = new Set(broken)
  const blames: Blame[] = []
  for (const { correction, mends: mended } of ranked) {
    const own = mended.filter((one) => left.has(one))
    if (own.length === 0) continue
    for (const one of own) left.delete(one)
    const others = ranked
      .filter((other) => other.mends.length === mended.length && mended.every((one) => other.mends.includes(one)))
      .map((other) => other.correction)
      .filter((other) => other !== correction)
    blames.push({ broken: own, correction, others })
  }
  for (const one of left) blames.push({ broken: [one], correction: undefined, others: [] })
  return mergeSame(blames)
}

/** Relations in the order of the text, whatever order they were found in. */
const byPlace = ({ relation: a }: Broken, { relation: b }: Broken): number =>
  a.target.id - b.target.id ||
  compareText(a.kind, b.kind) ||
  compareText(a.inputs.map(({ id }) => id).join(), b.inputs.map(({ id }) => id).join())

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** Of changes that mend as much, those of numbers that the text makes follow from others come first. */
const byTarget = ({ correction, mends: mended }: Scored): number =>
  mended.filter(({ relation }) => relation.target === correction.claim).length

const byText = (a: Correction, b: Correction): number =>
  a.claim.id - b.claim.id || compareText(a.literal + a.unitText, b.literal + b.unitText)

interface Scored {
  readonly correction: Correction
  readonly mends: readonly Broken[]
}

const mends = ({ relation }: Broken, correction: Correction): boolean =>
  claimsOf(relation).includes(correction.claim) && holdsWith(relation, correction)

export const claimsOf = (relation: Broken['relation']): readonly Claim[] => [relation.target, ...relation.inputs]

/** Blames that share the very same claims say one thing. */
function mergeSame(blames: readonly Blame[]): readonly Blame[] {
  const merged: Blame[] = []
  for (const blame of blames) {
    const at = merged.findIndex((other) => other.correction === undefined && isSubset(blame, other))
    const former = merged[at]
    if (former === undefined) merged.push(blame)
    else merged[at] = { ...former, broken: [...former.broken, ...blame.broken] }
  }
  return merged
}

function isSubset(a: Blame, b: Blame): boolean {
  const claims = new Set(b.broken.flatMap(({ relation }) => claimsOf(relation)))
  return (
    a.correction === undefined && a.broken.every(({ relation }) => claimsOf(relation).every((one) => claims.has(one)))
  )
}
