import fc from 'fast-check'
import { expect, it } from 'vitest'
import { memoryDatabase } from '../../harness/memory-database.ts'
import { undoableDatabase } from '../../harness/undoable-database.ts'
import { openStaffed, staff } from './staffed-county.ts'
import { type Attempt, deeds, forward, type Standing, walkingForm } from './walking-county.ts'

const names = staff.map(({ name }) => name)
const pick = fc.nat(99)
/** Mostly what comes next, so that walks come far; else anything by anybody. */
const attempt = fc.oneof(
  { weight: 3, arbitrary: fc.record({ pick }) },
  { weight: 2, arbitrary: fc.record({ pick, who: fc.constantFrom(...names), deed: fc.constantFrom(...deeds) }) },
)

interface Step {
  readonly action: string
  readonly version: number
  readonly actor_id: string
}

/** Of the people who took the steps of one round, nobody took two of filling in, first review and review. */
function expectApart(steps: readonly Step[]): void {
  const round = new Map<string, string>()
  for (const { action, actor_id } of steps) {
    if (action === 'submit') round.clear()
    if (!['submit', 'approve_first', 'approve'].includes(action)) continue
    for (const [before, person] of round) expect(person, `${before} and ${action} by one person`).not.toBe(actor_id)
    round.set(action, actor_id)
  }
}

function expectNoted(one: Attempt, status: number, before: Standing, after: Standing): void {
  const told = `${one.who} ${one.deed} ${status}`
  if (status === 200) {
    expect(after.done, told).toBeGreaterThan(before.done)
    if (one.deed !== 'cells') expect(after.events, told).toBeGreaterThan(before.events)
    return
  }
  expect(status, told).toBeGreaterThanOrEqual(400)
  expect(status, told).toBeLessThan(500)
  expect([after.state, after.version, after.events, after.done], told).toEqual([
    before.state,
    before.version,
    before.events,
    before.done,
  ])
}

it('whoever tries whatever: frozen rows stay, nobody reviews their own work, every step is noted, somebody holds it', async () => {
  const { db, undone } = await undoableDatabase(await memoryDatabase())
  const county = await openStaffed(db, '990188')
  const form = walkingForm(db, county)
  await form.fillAll()
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 10, maxLength: 16 }), (walk) =>
      undone(async () => {
        let before = await form.standing()
        for (const part of walk) {
          const one: Attempt = { ...forward(before.state, part.pick), ...part }
          const { status } = await form.attempt(one)
          const after = await form.standing()
          expectNoted(one, status, before, after)
          expect(after.frozen).toEqual(expect.arrayContaining([...before.frozen]))
          if (status === 200 && after.state !== 'frozen')
            expect(await form.holders(), `${one.deed} left it with nobody`).toContain('"people":')
          reached.add(after.state)
          before = after
        }
        expectApart(await form.steps())
      }),
    ),
    { seed: 20261125, numRuns: 6, endOnFailure: true },
  )
  // A walk that never gets anywhere proves nothing.
  expect([...reached].toSorted()).toEqual(['filling', 'first_reviewed', 'frozen', 'returned', 'submitted', 'verified'])
  await county.close()
})
