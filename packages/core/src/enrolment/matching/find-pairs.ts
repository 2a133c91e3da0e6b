import type { FuzzyRule } from '../../packs/index.ts'
import { Blocks } from './blocks.ts'
import type { MatchPerson, SignReader } from './person.ts'
import { type CompareRole, makeCompareRole, type ReadPerson, readPerson } from './read-person.ts'
import { explainPair, type PairReason, scorePair } from './score-pair.ts'

/** Two rows that may be one child. */
export interface ProposedPair {
  readonly left: string
  readonly right: string
  /** Rounded points; at or above `likely` of the rule the pair is sure. */
  readonly points: number
  readonly isSure: boolean
  readonly reasons: readonly PairReason[]
}

/** A pair in one word. */
export const pairName = (left: string, right: string): string => `${left} ${right}`

interface Scored {
  readonly left: ReadPerson
  readonly right: ReadPerson
  readonly points: number
}

export interface FindingPairs {
  /** Day of the comparison, `2026-01-12`. */
  readonly today: string
  /** Pairs that a person has said are two children, as `pairName`. */
  readonly refused?: ReadonlySet<string>
  /** Pairs that a person has confirmed and whose rows have changed: asked again, however unlike they are now. */
  readonly again?: readonly PairKeys[]
}

export interface PairKeys {
  readonly left: string
  readonly right: string
}

/** Candidates that are kept for each left row until all have been seen. */
const BEST_KEPT = 3
/** Within so many points of the best one, a second candidate makes a pair unsure. */
const CLOSE_POINTS = 8

/**
 * Looks for the right row of each left row among candidates that come one by one, in any number: only the left rows and
 * their best candidates are kept in memory. Nothing is merged; what comes out is for people to confirm.
 */
export class PairFinder {
  readonly #rule: FuzzyRule
  readonly #reader: SignReader
  readonly #compare: CompareRole
  readonly #lefts: readonly ReadPerson[]
  readonly #blocks: Blocks
  readonly #best: Scored[][]

  readonly #refused: ReadonlySet<string>
  readonly #today: string
  /** Places of left rows that are compared with a right row in any case. */
  readonly #again = new Map<string, number[]>()

  constructor(
    rule: FuzzyRule,
    reader: SignReader,
    lefts: readonly MatchPerson[],
    { today, refused = new Set(), again = [] }: FindingPairs,
  ) {
    this.#refused = refused
    this.#today = today
    this.#rule = rule
    this.#reader = reader
    this.#compare = makeCompareRole(reader, today)
    this.#lefts = lefts.map((person) => readPerson(person, reader, today))
    this.#blocks = new Blocks(this.#lefts)
    this.#best = this.#lefts.map(() => [])
    for (const { left, right } of again) {
      const at = this.#lefts.findIndex(({ key }) => key === left)
      if (at >= 0) this.#again.set(right, [...(this.#again.get(right) ?? []), at])
    }
  }

  /** Compares one candidate with those left rows that something brings near it. */
  offer(candidate: MatchPerson): void {
    const right = readPerson(candidate, this.#reader, this.#today)
    const again = this.#again.get(right.key) ?? []
    for (const at of this.#blocks.near(right)) if (!again.includes(at)) this.#offerTo(at, right, this.#rule)
    for (const at of again) this.#offerTo(at, right, { ...this.#rule, propose: Number.NEGATIVE_INFINITY })
  }

  #offerTo(at: number, right: ReadPerson, rule: FuzzyRule): void {
    const left = this.#lefts[at]
    if (left === undefined || this.#refused.has(pairName(left.key, right.key))) return
    const points = scorePair(rule, this.#compare, left, right)
    if (points !== undefined) keepBest(this.#best[at] ?? [], { left, right, points })
  }

  /** The pairs: each left and each right row in at most one, best ones first. */
  pairs(): readonly ProposedPair[] {
    const all = this.#best.flat().toSorted((a, b) => b.points - a.points || (a.left.key < b.left.key ? -1 : 1))
    const rivals = new Rivals(all)
    const taken = { left: new Set<string>(), right: new Set<string>() }
    return all.flatMap((one) => {
      if (taken.left.has(one.left.key) || taken.right.has(one.right.key)) return []
      taken.left.add(one.left.key)
      taken.right.add(one.right.key)
      return [this.#propose(one, rivals.hasClose(one))]
    })
  }

  #propose({ left, right, points }: Scored, rivalled: boolean): ProposedPair {
    return {
      left: left.key,
      right: right.key,
      points: Math.round(points),
      isSure: points >= this.#rule.likely && !rivalled,
      reasons: explainPair(this.#rule, this.#compare, left, right),
    }
  }
}

function keepBest(best: Scored[], found: Scored): void {
  best.push(found)
  if (best.length <= BEST_KEPT) return
  best.sort((a, b) => b.points - a.points)
  best.pop()
}

/** The pairs of each row: where another one comes close, a person has to look twice. */
class Rivals {
  readonly #byRow = new Map<string, Scored[]>()

  constructor(all: readonly Scored[]) {
    for (const one of all) for (const row of rowsOf(one)) this.#byRow.set(row, [...(this.#byRow.get(row) ?? []), one])
  }

  hasClose(one: Scored): boolean {
    return rowsOf(one).some((row) =>
      this.#byRow.get(row)?.some((other) => other !== one && Math.abs(one.points - other.points) < CLOSE_POINTS),
    )
  }
}

const rowsOf = ({ left, right }: Scored): readonly string[] => [`left ${left.key}`, `right ${right.key}`]
