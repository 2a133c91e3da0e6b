import {
  type CaseEvent,
  type CaseState,
  caseOf,
  changesOf,
  decideStep,
  offerStep,
  refusalOfChange,
  type StepActor,
} from '@eduduty/core/enrolment'
import { type Casework, parsePack } from '@eduduty/core/packs'
import { describe, expect, it } from 'vitest'
import { caseworkPack } from './casework-pack.ts'

function smallCasework(): Casework {
  const [casework] = parsePack([{ path: 'pack.yaml', text: caseworkPack }]).pack?.casework ?? []
  if (casework === undefined) throw new Error('the small pack is wrong')
  return casework
}

const casework = smallCasework()
const opened: CaseEvent = { type: 'open', on: '2026-09-01' }
const school: StepActor = { lines: ['学校'], today: '2026-09-20', dueOn: '2026-09-11' }
const county: StepActor = { ...school, lines: ['县'] }
const on = (day: string) => ({ on: day, fields: {} })
const step = (id: string, day: string, exit?: string): CaseEvent => ({ type: 'step', step: id, on: day, exit })

describe('a case', () => {
  it('begins in the first state, counts what is counted and goes where steps lead', () => {
    const events = [opened, step('visit', '2026-09-02'), step('visit', '2026-09-03'), step('return', '2026-09-04')]
    expect(caseOf(casework, events)).toEqual({
      state: 'back',
      since: '2026-09-04',
      openedOn: '2026-09-01',
      visits: 2,
      persuasions: 0,
      isPaused: false,
    })
  })

  it('ends by the way out that was proposed, and a refused one is forgotten', () => {
    const proposed = [opened, step('move', '2026-09-02', 'moved')]
    expect(caseOf(casework, proposed)).toMatchObject({ state: 'review', proposed: 'moved' })
    expect(caseOf(casework, [...proposed, step('confirm', '2026-09-03')])).toMatchObject({
      state: 'closed',
      closedOn: '2026-09-03',
      exit: 'moved',
    })
    expect(caseOf(casework, [...proposed, step('refuse', '2026-09-03')])).not.toHaveProperty('proposed')
  })

  it('ends when another county has accepted the child, and nothing happens to it after', () => {
    const events: CaseEvent[] = [opened, { type: 'handed_over', on: '2026-09-05' }, step('visit', '2026-09-06')]
    expect(caseOf(casework, events)).toMatchObject({ state: 'closed', exit: 'gone', visits: 0 })
  })

  it('does not stand still in the next state', () => {
    const paused = [opened, step('hold', '2026-09-02')]
    expect(caseOf(casework, paused).isPaused).toBe(true)
    expect(caseOf(casework, [...paused, step('go_on', '2026-09-03')]).isPaused).toBe(false)
    expect(caseOf(casework, [...paused, step('move', '2026-09-03', 'moved')]).isPaused).toBe(false)
  })

  it('goes on by another definition from where it stands: what was done before is read by the former', () => {
    const next: Casework = {
      ...casework,
      steps: casework.steps.flatMap((one) => {
        if (one.id === 'visit') return []
        return [one.id === 'return' ? { ...one, at_least: { visits: 3 }, proof_file: true } : one]
      }),
    }
    const before = [opened, step('visit', '2026-09-02'), step('visit', '2026-09-03')]
    const changed: CaseEvent = { type: 'redefined', on: '2026-09-04', casework: next }
    expect(caseOf(casework, [...before, changed])).toEqual(caseOf(casework, before))
    expect(caseOf(casework, [...before, changed, step('visit', '2026-09-05')]).visits).toBe(2)
    expect(changesOf(casework, next)).toEqual([
      '“复学”要附复学证明的文件',
      '“复学”前走访至少3次（原来2次）',
      '没有了“走访”这一步',
    ])
    expect(changesOf(casework, casework)).toEqual([])
  })

  it('says whatever another definition has otherwise: who, whence, whither, limits, fields, ways out', () => {
    const [first, ...others] = casework.states
    const [exit, ...exits] = casework.exits
    const [begins, ...steps] = casework.steps
    if (first === undefined || exit === undefined || begins === undefined)
      throw new Error('the pack of the test is empty')
    const next: Casework = {
      ...casework,
      states: [{ ...first, owner: first.owner === '县' ? '乡镇' : '县' }, ...others],
      steps: [
        {
          ...begins,
          by: ['县'],
          after_due: true,
          asks: [{ id: 'who', title: '和谁谈的', type: '文字', required: true }],
        },
        ...steps,
      ],
      exits: [...exits, { id: 'new_way', title: '服兵役', proof: '入伍通知书' }],
    }
    expect(changesOf(casework, next)).toEqual([
      `“${first.title}”由谁办改了`,
      `“${begins.title}”要写明和谁谈的`,
      `“${begins.title}”由谁办、是否过期才能办改了`,
      '多了“服兵役”这个去向',
      `没有了“${exit.title}”这个去向`,
    ])
  })

  it('goes over to no definition that lacks its state or the way out that waits, nor after its end', () => {
    const waiting = caseOf(casework, [opened, step('move', '2026-09-02', 'moved')])
    expect(refusalOfChange(casework, waiting)).toBeUndefined()
    const without = (what: Partial<Casework>) => refusalOfChange({ ...casework, ...what }, waiting)
    expect(without({ exits: casework.exits.filter(({ id }) => id !== 'moved') })).toBe('exit_unknown')
    expect(without({ states: casework.states.filter(({ id }) => id !== 'review') })).toBe('state_unknown')
    const ended = caseOf(casework, [opened, { type: 'handed_over', on: '2026-09-05' }])
    expect(refusalOfChange(casework, ended)).toBe('case_closed')
  })

  it('without its opening is a bug', () => {
    expect(() => caseOf(casework, [step('visit', '2026-09-02')])).toThrow('does not begin')
  })
})

describe('a step', () => {
  const fresh = caseOf(casework, [opened])
  const refusal = (state: CaseState, id: string, actor: StepActor, input: object = {}) => {
    const decided = decideStep(casework, state, id, actor, { ...on('2026-09-10'), ...input })
    return 'refused' in decided ? decided : undefined
  }

  it('is for the lines that it is given to', () => {
    expect(refusal(fresh, 'visit', school)).toBeUndefined()
    expect(refusal(fresh, 'visit', county)).toEqual({
      refused: 'not_this_line',
      params: { step: '走访', lines: '学校、乡镇' },
    })
  })

  it('waits until enough has been done, and is proved', () => {
    const twice = { ...fresh, visits: 2 }
    expect(refusal(fresh, 'return', school)).toEqual({
      refused: 'too_few',
      params: { step: '复学', what: '走访', times: 2, done: 0 },
    })
    expect(refusal(twice, 'return', school)).toMatchObject({ refused: 'proof_missing', params: { proof: '复学证明' } })
    expect(refusal(twice, 'return', school, { proof: ' ' })).toMatchObject({ refused: 'proof_missing' })
    expect(refusal(twice, 'return', school, { proof: '证明1号' })).toBeUndefined()
  })

  it('waits for the time limit where the definition says so', () => {
    const back = { ...fresh, state: 'back' }
    const early = { ...school, today: '2026-09-11' }
    const proof = { exit: 'stable', proof: '出勤' }
    expect(refusal(back, 'settle', early, proof)).toMatchObject({ refused: 'not_due', params: { day: '2026-09-11' } })
    expect(refusal(back, 'settle', school, proof)).toBeUndefined()
    expect(refusal(back, 'settle', { ...school, dueOn: undefined }, proof)).toMatchObject({ refused: 'due_unknown' })
    expect(refusal({ ...back, isPaused: true }, 'settle', school, proof)).toMatchObject({ refused: 'time_paused' })
  })

  it('has a way out that it offers, with the proof of that way', () => {
    expect(refusal(fresh, 'move', school)).toMatchObject({ refused: 'exit_missing' })
    expect(refusal(fresh, 'move', school, { exit: 'stable' })).toMatchObject({ refused: 'exit_unknown' })
    expect(refusal(fresh, 'move', school, { exit: 'moved' })).toMatchObject({ params: { proof: '接收证明' } })
    expect(refusal(fresh, 'visit', school, { exit: 'moved' })).toMatchObject({ refused: 'exit_unknown' })
  })

  it('lies neither in the future nor before the state it leaves', () => {
    const later = { ...fresh, since: '2026-09-09', visits: 2 }
    const proof = { proof: '证明' }
    expect(refusal(later, 'return', school, { ...proof, on: '2026-09-21' })).toMatchObject({ refused: 'day_future' })
    expect(refusal(later, 'return', school, { ...proof, on: '2026-09-08' })).toMatchObject({ refused: 'day_before' })
    expect(refusal(later, 'visit', school, { on: '2026-09-02' })).toBeUndefined()
    expect(refusal(later, 'visit', school, { on: '2026-08-31' })).toMatchObject({ refused: 'day_before' })
    expect(refusal(later, 'visit', school, { on: '2026-02-30' })).toMatchObject({ refused: 'day_before' })
  })

  it('asks what the definition asks, and nothing else', () => {
    const back = { ...fresh, state: 'back' }
    expect(refusal(back, 'leave_again', school, { fields: { why: '务工' } })).toBeUndefined()
    expect(refusal(back, 'leave_again', school, { fields: { who: '某' } })).toMatchObject({ refused: 'field_unknown' })
  })

  it('pauses, resumes and lengthens only what runs or stands still', () => {
    expect(refusal(fresh, 'go_on', county)).toMatchObject({ refused: 'time_not_paused' })
    expect(refusal({ ...fresh, isPaused: true }, 'hold', county)).toMatchObject({ refused: 'time_paused' })
    expect(refusal(fresh, 'longer', county)).toMatchObject({ refused: 'amount_missing' })
    expect(refusal(fresh, 'longer', county, { amount: 5 })).toBeUndefined()
  })

  it('that sets the last day wants one to come, and gives it', () => {
    const asks = [{ id: 'by', title: '复学日期', type: '日期' as const, required: true }]
    const set = { id: 'order', title: '限期', by: ['学校' as const], from: ['work'], to: 'back', asks, due: 'by' }
    const ordering = { ...casework, steps: [...casework.steps, set] }
    const actor = { lines: ['学校' as const], today: '2026-09-05' }
    const order = (by: string) => decideStep(ordering, fresh, 'order', actor, { on: '2026-09-05', fields: { by } })
    expect(order('2026-09-05')).toMatchObject({ refused: 'due_past' })
    expect(order('2026-09-06')).toMatchObject({ dueOn: '2026-09-06', next: { state: 'back' } })
  })

  it('is not taken on a case that has ended, or when nobody knows it', () => {
    const ended = { ...fresh, state: 'closed', closedOn: '2026-09-03', exit: 'moved' }
    expect(refusal(ended, 'visit', school)).toMatchObject({ refused: 'case_closed' })
    expect(refusal(fresh, 'vist', school)).toMatchObject({ refused: 'step_unknown' })
    expect(refusal(fresh, 'confirm', county)).toMatchObject({ refused: 'not_from_here' })
  })
})

/** Whole numbers below a bound, the same ones for the same seed. */
function numbers(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * bound)
  }
}

it('2,000 random walks never leave the definition: what is decided is what the events tell, and no case is lost', () => {
  const states = new Map(casework.states.map((state) => [state.id, state]))
  let taken = 0
  for (let walk = 1; walk <= 2000; walk++) {
    const next = numbers(walk)
    const events: CaseEvent[] = [opened]
    for (let at = 0; at < 25; at++) {
      const before = caseOf(casework, events)
      const id = casework.steps[next(casework.steps.length)]?.id ?? ''
      const actor = {
        lines: (['学校', '乡镇', '县'] as const).filter(() => next(3) > 0),
        today: '2026-12-31',
        dueOn: '2026-09-30',
      }
      const exit = [undefined, 'stable', 'moved', 'gone', 'nothing'][next(5)]
      const input = { ...on('2026-10-01'), exit, proof: next(4) > 0 ? '证明' : undefined, amount: next(3) || undefined }
      const decided = decideStep(casework, before, id, actor, input)
      if ('refused' in decided) continue
      expect(offerStep(casework, before, id, actor)).toMatchObject({ line: decided.line })
      events.push({ type: 'step', step: id, on: input.on, exit })
      taken++
      const after = caseOf(casework, events)
      expect(after).toEqual(decided.next)
      expect(actor.lines).toContain(decided.line)
      const state = states.get(after.state)
      expect(state).toBeDefined()
      const isOpen = after.closedOn === undefined
      expect(state?.ends !== true).toBe(isOpen)
      if (isOpen) expect(state).toMatchObject({ owner: expect.any(String), clock: expect.any(String) })
      else expect(casework.exits.map(({ id: one }) => one)).toContain(after.exit)
    }
  }
  expect(taken).toBeGreaterThan(2000)
})
