import type { ProposedPair } from '@eduduty/core/enrolment'
import type { TaskPack } from '../../collection/index.ts'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { findRowsOf, passBoth, passExact } from './exact-pass.ts'
import { findPairsInThread } from './find-pairs-in-thread.ts'
import { type JudgedPairs, judgeSettled, type RowsOfToday } from './judge-settled.ts'
import type { PlannedMatch, PlannedSide } from './match-plan.ts'
import type { SettledPair } from './read-settled.ts'
import { cellOf, readSideRows, type SideRow } from './read-sides.ts'
import { fuzzyRequest } from './send-people.ts'

export interface MatchOutcome {
  readonly counts: Readonly<Record<'left' | 'right' | 'matched' | 'unmatched' | 'exempt', number>>
  readonly pairs: readonly (ProposedPair & { readonly leftRow: SideRow; readonly rightRow: SideRow })[]
  /** Rows that are what the comparison finds, none of them waiting for a pair to be confirmed. */
  readonly found: readonly SideRow[]
  /** Rows that nobody need ask about, by the exemption. */
  readonly exempt: readonly SideRow[]
  /** Subjects of rows that count as matched because a person has confirmed a pair, and both its rows are as they were. */
  readonly confirmed: ReadonlySet<string>
  /** What has changed since people answered, by the name of the pair. */
  readonly changed: ReadonlyMap<string, string>
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
export async function runMatch(
  run: MatchRunning,
  plan: PlannedMatch,
  settled: readonly SettledPair[],
): Promise<MatchOutcome> {
  const { match } = plan
  const found = await passSides(run, plan, plan.found, plan.other)
  if (isUnusable(plan)) return nothingOf(found.total)
  const told = `${match.says}${match.group ?? ''}`
  const isRead = plan.wantsMissing || match.fuzzy !== undefined
  const unmatched = isRead ? await readAll(run, found.unmatched, { plan, told }) : []
  const others = match.fuzzy === undefined ? undefined : await passSides(run, plan, plan.other, plan.found)
  const rights = unmatched.length + settled.length === 0 ? [] : await readRights(run, plan, others?.unmatched ?? [])
  const judged = judgeSettled(run, settled, await rowsOfToday(run, plan, settled, { lefts: unmatched, rights }))
  const isSame = new Set(judged.holding.map(({ left }) => left.subject))
  const leftOver = unmatched.filter(({ subject }) => !isSame.has(subject))
  const pairs = await findPairs(run, plan, { leftOver, rights, judged })
  const waiting = new Set(pairs.map(({ left }) => left))
  const wanted = plan.wantsMissing
    ? leftOver.filter(({ subject }) => !waiting.has(subject))
    : await readAll(run, await bothOf(run, plan), {
        plan,
        told,
        confirmed: unmatched.filter(({ subject }) => isSame.has(subject)),
      })
  const exempt = wanted.filter((row) => isExempt(plan, row))
  const left = isRead ? leftOver.length : countRows(found.unmatched)
  return {
    counts: {
      left: found.total,
      right: others?.total ?? (await passSides(run, plan, plan.other, [])).total,
      matched: found.total - left,
      unmatched: left,
      exempt: exempt.length,
    },
    pairs,
    found: wanted.filter((row) => !isExempt(plan, row)),
    exempt,
    confirmed: isSame,
    changed: judged.changed,
    isUnusable: false,
  }
}

const isEmpty = (sides: readonly PlannedSide[]): boolean =>
  sides.every(({ counted }) => counted.submissionIds.length === 0)
const isUnusable = ({ found, other }: PlannedMatch): boolean => isEmpty(found) || isEmpty(other)

const nothingOf = (left: number): MatchOutcome => ({
  counts: { left, right: 0, matched: 0, unmatched: 0, exempt: 0 },
  pairs: [],
  found: [],
  exempt: [],
  confirmed: new Set(),
  changed: new Map(),
  isUnusable: true,
})

/** An exemption that only sends the row to another ledger exempts nobody. */
export const isExempt = ({ exempts }: PlannedMatch, { exempt }: SideRow): boolean =>
  exempt !== undefined && exempts[exempt]?.exempt.ledger === undefined

type SideRows = readonly (readonly [side: PlannedSide, rowNos: readonly number[]])[]

const countRows = (sides: SideRows): number => sides.reduce((sum, [, rowNos]) => sum + rowNos.length, 0)

async function passSides(
  { door, caller, county }: MatchRunning,
  { match }: PlannedMatch,
  sides: readonly PlannedSide[],
  others: readonly PlannedSide[],
): Promise<{ readonly total: number; readonly unmatched: SideRows }> {
  const unmatched: [PlannedSide, readonly number[]][] = []
  let total = 0
  for (const found of sides) {
    const passed = await door.write(caller, ({ db }) => passExact(db, { county, found, others, match }))
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
    const wanted = { county, found: side, others: other, match }
    rows.push([side, await door.write(caller, ({ db }) => passBoth(db, wanted))])
  }
  return rows
}

interface Reading {
  readonly plan: PlannedMatch
  readonly told: string
  readonly confirmed?: readonly SideRow[]
}

/** Rows of several sides; of a child with several rows the last one, where units are compared that of each unit. */
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
    for (const row of rows) bySubject.set(plan.match.units === '不同' ? placeOf(row) : row.subject, row)
  }
  return [...bySubject.values()]
}

const placeOf = (row: SideRow): string => `${row.subject} ${cellOf(row, 'unit') ?? row.path}`

const readRights = (run: MatchRunning, plan: PlannedMatch, others: SideRows): Promise<readonly SideRow[]> =>
  readAll(run, others, { plan: { ...plan, exempts: [] }, told: '' })

/** Rows of the pairs that people have answered: those that have no counterpart, and of the others those with their numbers. */
async function rowsOfToday(
  run: MatchRunning,
  plan: PlannedMatch,
  settled: readonly SettledPair[],
  known: { readonly lefts: readonly SideRow[]; readonly rights: readonly SideRow[] },
): Promise<RowsOfToday> {
  const { door, caller, county } = run
  const bySubject = async (
    sides: readonly PlannedSide[],
    rows: readonly SideRow[],
    subjects: readonly string[],
  ): Promise<ReadonlyMap<string, SideRow>> => {
    const found = new Map(rows.map((row) => [row.subject, row]))
    const open = subjects.filter((subject) => !found.has(subject))
    const more: (readonly [PlannedSide, readonly number[]])[] = []
    for (const side of open.length === 0 ? [] : sides)
      more.push([side, await door.read(caller, ({ db }) => findRowsOf(db, county, side, open))])
    for (const row of await readRights(run, plan, more)) found.set(row.subject, row)
    return found
  }
  return {
    lefts: await bySubject(
      plan.found,
      known.lefts,
      settled.map(({ left }) => left.subject),
    ),
    rights: await bySubject(
      plan.other,
      known.rights,
      settled.map(({ right }) => right.subject),
    ),
  }
}

interface Leftover {
  readonly leftOver: readonly SideRow[]
  readonly rights: readonly SideRow[]
  readonly judged: JudgedPairs
}

async function findPairs(
  run: MatchRunning,
  plan: PlannedMatch,
  { leftOver, rights: all, judged }: Leftover,
): Promise<MatchOutcome['pairs']> {
  const rule = plan.match.fuzzy
  const lefts = leftOver.filter((row) => !isExempt(plan, row))
  if (rule === undefined || lefts.length === 0) return []
  const taken = new Set(judged.holding.map(({ right }) => right.subject))
  const rights = all.filter(({ subject }) => !taken.has(subject))
  if (rights.length === 0) return []
  const byLeft = new Map(lefts.map((row) => [row.subject, row]))
  const byRight = new Map(rights.map((row) => [row.subject, row]))
  const refused = judged.refused.map(({ name }) => name)
  const again = judged.again.map(({ left, right }) => ({ left: left.subject, right: right.subject }))
  const { county, keyring, today } = run
  const pairs = await findPairsInThread(fuzzyRequest({ rule, today, county, keyring, lefts, rights, refused, again }))
  return pairs.flatMap((pair) => {
    const [leftRow, rightRow] = [byLeft.get(pair.left), byRight.get(pair.right)]
    return leftRow === undefined || rightRow === undefined ? [] : [{ ...pair, leftRow, rightRow }]
  })
}
