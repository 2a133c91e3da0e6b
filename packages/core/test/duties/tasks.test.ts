import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  coverageOf,
  decideTask,
  type LightFacts,
  lightOfTask,
  TaskDeed,
  type TaskFacts,
  TaskState,
} from '../../src/duties/index.ts'

const facts = (more: Partial<TaskFacts> = {}): TaskFacts => ({
  state: 'underway',
  openParts: 0,
  openMilestones: 0,
  missingPapers: 0,
  isSupervised: false,
  figureMet: undefined,
  ...more,
})
const leader = { leads: true, issues: false, oversees: false, hasReported: false }
const issuer = { leads: false, issues: true, oversees: false, hasReported: false }
const overseer = { leads: false, issues: false, oversees: true, hasReported: false }
const states = TaskState.anyOf.map((one) => one.const)
const deeds = TaskDeed.anyOf.map((one) => one.const)

describe('a task', () => {
  it('goes from draft to done by its two sides in turn', () => {
    const steps = [
      [issuer, 'issue'],
      [leader, 'accept'],
      [leader, 'report_progress'],
      [leader, 'report_done'],
      [issuer, 'confirm'],
    ] as const
    let state: TaskFacts['state'] = 'draft'
    for (const [actor, deed] of steps) state = decideTask(facts({ state }), actor, deed).next ?? state
    expect(state).toBe('done')
  })

  it('is not reported done while parts, milestones, papers or a supervision letter are open', () => {
    const refused = (more: Partial<TaskFacts>) => decideTask(facts(more), leader, 'report_done').refused
    expect(refused({ openParts: 1 })).toBe('has_open_parts')
    expect(refused({ openMilestones: 1 })).toBe('has_open_milestones')
    expect(refused({ missingPapers: 1 })).toBe('lacks_papers')
    expect(refused({ isSupervised: true })).toBe('already_supervised')
  })

  it('is not confirmed by who reported it, nor against its figure', () => {
    const both = { leads: true, issues: true, oversees: false, hasReported: true }
    expect(decideTask(facts({ state: 'reported' }), both, 'confirm').refused).toBe('own_report')
    expect(decideTask(facts({ state: 'reported', figureMet: false }), issuer, 'confirm').refused).toBe('figure_unmet')
    expect(decideTask(facts({ state: 'reported', figureMet: true }), issuer, 'confirm').next).toBe('done')
  })

  it('always has somebody who can do something until it is closed, and then nobody', () => {
    for (const state of states) {
      const open = deeds.filter((deed) =>
        [leader, issuer].some((actor) => decideTask(facts({ state }), actor, deed).next !== undefined),
      )
      if (state === 'done' || state === 'cancelled') expect(open).toEqual([])
      else expect(open.length, state).toBeGreaterThan(1)
    }
  })

  it('can be brought to an end from every state that it can reach', () => {
    const seen = new Set<string>(['draft'])
    const ends = new Set<string>()
    for (const state of seen)
      for (const deed of deeds)
        for (const actor of [leader, issuer]) {
          const known = states.find((one) => one === state)
          const next = known && decideTask(facts({ state: known }), actor, deed).next
          if (next !== undefined) seen.add(next)
          if (next === 'done') ends.add(state)
        }
    expect([...seen].sort()).toEqual([...states].sort())
    expect([...ends]).toEqual(['reported'])
  })

  it('is urged on, instructed and released by who leads over it, who does nothing else with it', () => {
    const open = (more: Partial<TaskFacts>) =>
      deeds.filter((deed) => decideTask(facts(more), overseer, deed).next !== undefined)
    expect(open({})).toEqual(['supervise', 'instruct'])
    expect(open({ isSupervised: true })).toEqual(['supervise_again', 'lift', 'instruct'])
    expect(open({ state: 'draft' })).toEqual([])
    expect(decideTask(facts(), issuer, 'instruct').refused).toBe('not_overseer')
  })

  it('is never touched by who has no part in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...deeds), (state, deed) => {
        const stranger = { leads: false, issues: false, oversees: false, hasReported: false }
        expect(decideTask(facts({ state }), stranger, deed).next).toBeUndefined()
      }),
    )
  })
})

describe('the light of a task', () => {
  const today = '2026-11-01'
  const light = (more: Partial<LightFacts>) =>
    lightOfTask(
      {
        state: 'underway',
        dueOn: '2026-12-31',
        figure: undefined,
        openMilestones: [],
        reportedOn: '2026-10-20',
        issuedOn: '2026-09-20',
        isSupervised: false,
        answerBy: undefined,
        declared: undefined,
        ...more,
      },
      { soonDays: 30, silentDays: 60 },
      today,
    )

  it('follows the figure, not what the unit says, and shows that both differ', () => {
    expect(light({ figure: 'unmet', declared: 'green' })).toEqual({
      light: 'yellow',
      because: '对应指标还不达标',
      conflict: true,
    })
    expect(light({ figure: 'unmet', dueOn: '2026-11-20' }).light).toBe('red')
    expect(light({ figure: 'met', declared: 'yellow' })).toMatchObject({ light: 'green', conflict: false })
  })

  it('turns with the days where there is no figure', () => {
    expect(light({ dueOn: '2026-10-31' })).toMatchObject({ light: 'red', because: '逾期 1 天' })
    expect(light({ openMilestones: ['2026-10-15', '2026-12-01'] }).because).toBe('1 个节点已过期')
    expect(light({ reportedOn: undefined, dueOn: '2026-11-21' }).because).toBe('离到期 20 天，还没有报过进展')
    expect(light({ reportedOn: '2026-08-01' }).light).toBe('yellow')
    expect(light({}).light).toBe('green')
  })

  it('is none until the task is accepted, and yellow where that is overdue, whatever the figure says', () => {
    const waiting = (more: Partial<LightFacts>) => light({ state: 'issued', reportedOn: undefined, ...more })
    expect(waiting({})).toEqual({ light: 'none', because: '还没有接收', conflict: false })
    expect(waiting({ figure: 'met', declared: 'yellow' })).toMatchObject({ light: 'none', conflict: false })
    expect(waiting({ issuedOn: '2026-09-02' }).light).toBe('none')
    expect(waiting({ issuedOn: '2026-09-01' })).toMatchObject({ light: 'yellow', because: '下达 61 天，还没有接收' })
    expect(waiting({ dueOn: '2026-12-01' })).toMatchObject({ light: 'yellow', because: '离到期 30 天，还没有接收' })
    expect(waiting({ dueOn: '2026-12-02' }).light).toBe('none')
    expect(waiting({ dueOn: '2026-10-31' }).light).toBe('red')
  })

  it('is red again where a finished task’s figure falls back', () => {
    expect(light({ state: 'done', figure: 'unmet' }).light).toBe('red')
    expect(light({ state: 'done', figure: 'met' }).light).toBe('green')
  })
})

describe('coverage of pledges', () => {
  it('is told level by level, with who has not signed', () => {
    const unit = (path: string, kind: string, signed: boolean) => ({ path, kind, signed, copied: signed, name: path })
    const found = coverageOf(
      [
        unit('99/9901/990101/T01/', 'township', true),
        unit('99/9901/990101/T02/', 'township', false),
        unit('99/9901/990101/T01/S01/', 'school', false),
        unit('99/9901/990102/T09/', 'township', false),
      ],
      '99/9901/990101/',
    )
    expect(found).toEqual([
      { parent: '99/9901/990101/', kind: 'township', units: 2, signed: 1, copied: 1, missing: ['99/9901/990101/T02/'] },
      {
        parent: '99/9901/990101/T01/',
        kind: 'school',
        units: 1,
        signed: 0,
        copied: 0,
        missing: ['99/9901/990101/T01/S01/'],
      },
    ])
  })
})
