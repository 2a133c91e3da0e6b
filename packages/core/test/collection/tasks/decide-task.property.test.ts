import { decideTask, type TaskDeed, type TaskFacts, type TaskState } from '@eduduty/core/collection'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const deeds = ['fill', 'submit', 'withdraw', 'approve_first', 'approve', 'return', 'freeze', 'correct'] as const
const people = ['甲', '乙', '丙', '丁'] as const
const days = ['2026-10-31', '2026-11-01', '2026-11-15', '2026-11-30', '2026-12-01', '2026-12-20'] as const
const states: readonly TaskState[] = [
  'not_started',
  'filling',
  'returned',
  'submitted',
  'first_reviewed',
  'verified',
  'frozen',
]

const counts = fc.record({
  filledCells: fc.nat(3),
  blankCells: fc.nat(1),
  cellErrors: fc.nat(1),
  hardErrors: fc.nat(1),
  openExplanations: fc.nat(1),
  unreviewedExplanations: fc.nat(1),
  openReturns: fc.nat(1),
  unsettledReturns: fc.nat(1),
  openCountersigns: fc.nat(1),
})
const clean = {
  filledCells: 3,
  blankCells: 0,
  cellErrors: 0,
  hardErrors: 0,
  openExplanations: 0,
  unreviewedExplanations: 0,
  openReturns: 0,
  unsettledReturns: 0,
  openCountersigns: 0,
} as const

/** What happens to a task between two deeds, and the deed that somebody tries then. */
const step = fc.record({
  deed: fc.constantFrom(...deeds),
  actor: fc.constantFrom(...people),
  today: fc.constantFrom(...days),
  isPeriodOpen: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  assignedTo: fc.option(fc.constantFrom(...people), { nil: undefined, freq: 6 }),
  counts: fc.oneof({ weight: 3, arbitrary: fc.constant(clean) }, { weight: 1, arbitrary: counts }),
})

interface Seen {
  readonly facts: TaskFacts
  readonly version: number
  /** How often cells changed. */
  readonly changes: number
}

const begun: Seen = {
  facts: {
    state: 'not_started',
    hasFirstReview: true,
    isPeriodOpen: true,
    opensOn: '2026-11-01',
    closesOn: '2026-11-30',
    dueOn: '2026-11-30',
    submittedBy: undefined,
    firstReviewedBy: undefined,
    assignedTo: undefined,
    ...clean,
  },
  version: 1,
  changes: 0,
}

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** The task after a deed that was permitted: who did what is remembered as the server remembers it. */
function after({ facts, version, changes }: Seen, deed: TaskDeed, actor: string, state: TaskState): Seen {
  const nobody = { submittedBy: undefined, firstReviewedBy: undefined }
  const roles: Readonly<Record<TaskDeed, Partial<TaskFacts>>> = {
    fill: {},
    submit: { submittedBy: actor, firstReviewedBy: undefined },
    withdraw: { submittedBy: undefined },
    approve_first: { firstReviewedBy: actor },
    approve: {},
    return: nobody,
    freeze: {},
    correct: nobody,
  }
  return {
    facts: { ...facts, ...roles[deed], state },
    version: version + (deed === 'correct' ? 1 : 0),
    changes: changes + (deed === 'fill' ? 1 : 0),
  }
}

interface Done {
  readonly deed: TaskDeed
  readonly actor: string
  readonly before: Seen
  readonly now: Seen
}

/** The deeds that were permitted, one after the other. */
function play(hasFirstReview: boolean, steps: readonly Step[]): readonly Done[] {
  let seen: Seen = { ...begun, facts: { ...begun.facts, hasFirstReview } }
  const done: Done[] = []
  for (const { deed, actor, today, isPeriodOpen, assignedTo, counts: found } of steps) {
    const before: Seen = { ...seen, facts: { ...seen.facts, isPeriodOpen, assignedTo, ...found } }
    const decision = decideTask(before.facts, deed, actor, today)
    if (decision.refused !== undefined) continue
    seen = after(before, deed, actor, decision.next)
    done.push({ deed, actor, before, now: seen })
  }
  return done
}

const plays = fc.tuple(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 60 }))
const runs = { numRuns: 2000 }

describe('whatever people try, in whatever order', () => {
  it('frozen data change by a correction only, and that begins a new version', () => {
    fc.assert(
      fc.property(plays, ([hasFirstReview, steps]) => {
        for (const { deed, before, now } of play(hasFirstReview, steps)) {
          if (before.facts.state !== 'frozen') continue
          expect(deed).toBe('correct')
          expect(now).toMatchObject({ version: before.version + 1, changes: before.changes })
        }
      }),
      runs,
    )
  })

  it('what lies with a reviewer is changed by nobody until it is given back', () => {
    fc.assert(
      fc.property(plays, ([hasFirstReview, steps]) => {
        for (const { deed, before, now } of play(hasFirstReview, steps))
          if (['submitted', 'first_reviewed', 'verified'].includes(before.facts.state)) {
            expect(deed).not.toBe('fill')
            expect(now.changes).toBe(before.changes)
          }
      }),
      runs,
    )
  })

  it('nobody reviews what they handed in, and nobody reviews twice', () => {
    fc.assert(
      fc.property(plays, ([hasFirstReview, steps]) => {
        for (const { deed, actor, before } of play(hasFirstReview, steps)) {
          if (deed !== 'approve' && deed !== 'approve_first') continue
          expect(actor).not.toBe(before.facts.submittedBy)
          if (deed === 'approve') expect(actor).not.toBe(before.facts.firstReviewedBy)
          expect([undefined, actor]).toContain(before.facts.assignedTo)
        }
      }),
      runs,
    )
  })

  it('nothing is official that was not handed in without errors and passed every review since', () => {
    fc.assert(
      fc.property(plays, ([hasFirstReview, steps]) => {
        let passed: TaskDeed[] = []
        for (const { deed, before } of play(hasFirstReview, steps)) {
          if (deed === 'submit') {
            expect(before.facts).toMatchObject({ blankCells: 0, cellErrors: 0, hardErrors: 0, openExplanations: 0 })
            expect(before.facts.filledCells).toBeGreaterThan(0)
            passed = []
          }
          if (deed === 'approve') expect(before.facts).toMatchObject({ openCountersigns: 0 })
          if (deed === 'approve' || deed === 'approve_first')
            expect(before.facts).toMatchObject({ openExplanations: 0, unreviewedExplanations: 0, openReturns: 0 })
          if (deed === 'fill' || deed === 'return' || deed === 'withdraw') passed = []
          passed = [...passed, deed]
          if (deed === 'freeze')
            expect(passed).toEqual(
              hasFirstReview ? ['submit', 'approve_first', 'approve', 'freeze'] : ['submit', 'approve', 'freeze'],
            )
        }
      }),
      runs,
    )
  })

  it('every way to a final version is open to people who do their part', () => {
    for (const hasFirstReview of [true, false]) {
      const way = (['fill', 'submit', ...(hasFirstReview ? ['approve_first'] : []), 'approve', 'freeze'] as const).map(
        (deed, at): Step => ({
          deed: deeds.find((one) => one === deed) ?? 'fill',
          actor: people[Math.max(0, at - 1)] ?? '丁',
          today: '2026-11-15',
          isPeriodOpen: true,
          assignedTo: undefined,
          counts: clean,
        }),
      )
      expect(play(hasFirstReview, way).at(-1)?.now.facts.state).toBe('frozen')
    }
  })
})

describe('one decision', () => {
  it('permits or refuses, never both and never neither, and forgets nothing when asked again', () => {
    const facts = fc.record({
      state: fc.constantFrom(...states),
      hasFirstReview: fc.boolean(),
      isPeriodOpen: fc.boolean(),
      submittedBy: fc.option(fc.constantFrom(...people), { nil: undefined }),
      firstReviewedBy: fc.option(fc.constantFrom(...people), { nil: undefined }),
      assignedTo: fc.option(fc.constantFrom(...people), { nil: undefined }),
      dueOn: fc.constantFrom(...days),
      counts,
    })
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom(...deeds),
        fc.constantFrom(...people),
        fc.constantFrom(...days),
        (given, deed, actor, today) => {
          const { counts: found, ...rest } = given
          const task: TaskFacts = { ...rest, ...found, opensOn: '2026-11-01', closesOn: '2026-11-30' }
          const decision = decideTask(task, deed, actor, today)
          expect((decision.next === undefined) !== (decision.refused === undefined)).toBe(true)
          expect(decideTask(task, deed, actor, today)).toEqual(decision)
          // A window counts both of its ends; outside of it only what was returned is taken.
          const inWindow = today >= task.opensOn && today <= task.closesOn && task.isPeriodOpen
          if (deed === 'fill' && decision.next !== undefined)
            expect(task.state === 'returned' ? today <= task.dueOn : inWindow).toBe(true)
        },
      ),
      runs,
    )
  })
})
