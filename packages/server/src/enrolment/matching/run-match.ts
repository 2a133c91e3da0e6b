import { type ProposedPair, pairName } from '@eduduty/core/enrolment'
import type { TaskPack } from '../../collection/index.ts'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { passBoth, passExact } from './exact-pass.ts'
import { findPairsInThread } from './find-pairs-in-thread.ts'
import type { PlannedMatch, PlannedSide } from './match-plan.ts'
import { readSideRows, type SideRow } from './read-sides.ts'
import { fuzzyRequest } from './send-people.ts'

/** What people have said of pairs before, by `pairName` of subjects. */
export interface SettledPairs {
  /** One child: both rows count as matched. */
  readonly same: ReadonlyMap<string, SettledPair>
  /** Two children, with what was compared then. */
  readonly different: ReadonlyMap<string, SettledPair>
}

export interface SettledPair {
  readonly left: string
  readonly right: string
  readonly leftPrint: string
  readonly rightPrint: string
}

export interface MatchOutcome {
  readonly counts: Readonly<Record<'left' | 'right' | 'matched' | 'unmatched' | 'exempt', number>>
  readonly pairs: readonly (ProposedPair & { readonly leftRow: SideRow; readonly rightRow: SideRow })[]
  /** Rows that are what the comparison finds, none of them waiting for a pair to be confirmed. */
  readonly found: readonly SideRow[]
  /** Rows that nobody need ask about, by the exemption. */
  readonly exempt: readonly SideRow[]
  /** Subjects of all rows that had no counterpart, confirmed pairs left out. */
  readonly confirmed: ReadonlySet<string>
  /** Nobody has handed in one of the sides: nothing may be said of anybody, nor anything closed. */
  readonly isUnusable: boolean
}

export interface MatchRunning {
  readonly door: Door
  readonly caller: Caller
  readonly keyring: Keyring
  readonly county: string
  readonly pack: TaskPack
  /** Day of the comparison. */
  readonly today: string
}

/** One comparison: exact keys in the database, near rows in a thread, exemptions. Nothing is written. */
export async function runMatch(run: MatchRunning, plan: PlannedMatch, settled: SettledPairs): Promise<MatchOutcome> {
  const { match } = plan
  const found = await passSides(run, plan, plan.found, plan.other)
  if (isUnusable(plan)) return nothingOf(found.total)
  const told = `${match.says}${match.group ?? ''}`
  const unmatched = await readAll(run, found.unmatched, { plan, told })
  const isSame = new Set([...settled.same.values()].map(({ left }) => left))
  const leftOver = unmatched.filter(({ subject }) => !isSame.has(subject))
  const others = plan.match.fuzzy === undefined ? undefined : await passSides(run, plan, plan.other, plan.found)
  const pairs = await findPairs(run, plan, { leftOver, others: others?.unmatched ?? [], settled })
  const waiting = new Set(pairs.map(({ left }) => left))
  const wanted = plan.wantsMissing
    ? leftOver.filter(({ subject }) => !waiting.has(subject))
    : await readAll(run, await bothOf(run, plan), {
        plan,
        told,
        confirmed: unmatched.filter(({ subject }) => isSame.has(subject)),
      })
  const exempt = wanted.filter((row) => isExempt(plan, row))
  return {
    counts: {
      left: found.total,
      right: others?.total ?? (await passSides(run, plan, plan.other, [])).total,
      matched: found.total - leftOver.length,
      unmatched: leftOver.length,
      exempt: exempt.length,
    },
    pairs,
    found: wanted.filter((row) => !isExempt(plan, row)),
    exempt,
    confirmed: isSame,
    isUnusable: false,
  }
}

const isEmpty = (sides: readonly PlannedSide[]): boolean =>
  sides.every(({ counted }) => counted.submissionIds.length === 0)
const isUnusable = ({ found, other }: PlannedMatch): boolean => isEmpty(found) || isEmpty(other)

const nothingOf = (left: number): MatchOutcome => ({
  counts: { left, right: 0, matched: 0, unmatched: 0, exempt: 0 },
  ...{ pairs: [], found: [], exempt: [], confirmed: new Set(), isUnusable: true },
})

/** An exemption that only sends the row to another ledger exempts nobody. */
export const isExempt = ({ exempts }: PlannedMatch, { exempt }: SideRow): boolean =>
  exempt !== undefined && exempts[exempt]?.exempt.ledger === undefined

type SideRows = readonly (readonly [side: PlannedSide, rowNos: readonly number[]])[]

async function passSides(
  { door, caller, county }: MatchRunning,
  { match: { exact } }: PlannedMatch,
  sides: readonly PlannedSide[],
  others: readonly PlannedSide[],
): Promise<{ readonly total: number; readonly unmatched: SideRows }> {
  const unmatched: [PlannedSide, readonly number[]][] = []
  let total = 0
  for (const found of sides) {
    const passed = await door.write(caller, ({ db }) => passExact(db, { county, found, others, exact }))
    total += passed.total
    if (others.length > 0) unmatched.push([found, passed.unmatched])
  }
  return { total, unmatched }
}

async function bothOf(
  { door, caller, county }: MatchRunning,
  { found, other, match }: PlannedMatch,
): Promise<SideRows> {
  const rows: [PlannedSide, readonly number[]][] = []
  for (const side of found) {
    const wanted = { county, found: side, others: other, exact: match.exact }
    rows.push([side, await door.write(caller, ({ db }) => passBoth(db, wanted))])
  }
  return rows
}

interface Reading {
  readonly plan: PlannedMatch
  readonly told: string
  readonly confirmed?: readonly SideRow[]
}

/** Rows of several sides; of a child with several rows the last one. */
async function readAll(
  { door, caller, pack, keyring, county }: MatchRunning,
  sides: SideRows,
  { plan, told, confirmed = [] }: Reading,
): Promise<readonly SideRow[]> {
  const bySubject = new Map(confirmed.map((row) => [row.subject, row]))
  for (const [side, rowNos] of sides) {
    const rows = await door.read(caller, ({ db }) =>
      readSideRows({ db, pack, keyring, county }, side, rowNos, { exempts: plan.exempts, told }),
    )
    for (const row of rows) bySubject.set(row.subject, row)
  }
  return [...bySubject.values()]
}

interface Leftover {
  readonly leftOver: readonly SideRow[]
  readonly others: SideRows
  readonly settled: SettledPairs
}

async function findPairs(
  run: MatchRunning,
  plan: PlannedMatch,
  { leftOver, others, settled }: Leftover,
): Promise<MatchOutcome['pairs']> {
  const rule = plan.match.fuzzy
  const lefts = leftOver.filter((row) => !isExempt(plan, row))
  if (rule === undefined || lefts.length === 0) return []
  const taken = new Set([...settled.same.values()].map(({ right }) => right))
  const all = await readAll(run, others, { plan: { ...plan, exempts: [] }, told: '' })
  const rights = all.filter(({ subject }) => !taken.has(subject))
  if (rights.length === 0) return []
  const byLeft = new Map(lefts.map((row) => [row.subject, row]))
  const byRight = new Map(rights.map((row) => [row.subject, row]))
  const refused = [...settled.different.values()].flatMap((one) =>
    byLeft.get(one.left)?.print === one.leftPrint && byRight.get(one.right)?.print === one.rightPrint
      ? [pairName(one.left, one.right)]
      : [],
  )
  const { county, keyring, today } = run
  const pairs = await findPairsInThread(fuzzyRequest({ rule, today, county, keyring, lefts, rights, refused }))
  return pairs.flatMap((pair) => {
    const [leftRow, rightRow] = [byLeft.get(pair.left), byRight.get(pair.right)]
    return leftRow === undefined || rightRow === undefined ? [] : [{ ...pair, leftRow, rightRow }]
  })
}
