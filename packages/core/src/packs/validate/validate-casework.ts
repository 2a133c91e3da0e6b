import type { Pack } from '../schema/pack.ts'
import { modelCasework } from './casework-model.ts'
import { ids, note, type Place, unknown } from './casework-place.ts'
import { checkStep } from './casework-steps.ts'
import type { ProblemNotes } from './note-problem.ts'

/** Checks every definition of casework as a model: no case can be lost in it, stand still for ever, or end without reason. */
export function validateCasework(pack: Pack, notes: ProblemNotes): void {
  for (const [index, casework] of (pack.casework ?? []).entries()) {
    const place = { pack, casework, model: modelCasework(casework), path: ['casework', index], notes }
    checkNames(place)
    checkEnds(place)
    for (const at of casework.states.keys()) checkState(place, at)
    for (const at of casework.steps.keys()) checkStep(place, at)
    for (const at of casework.exits.keys()) checkExit(place, at)
  }
}

function checkNames(place: Place): void {
  const { casework } = place
  for (const [key, word] of [
    ['states', '状态'],
    ['steps', '步骤'],
    ['exits', '去向'],
  ] as const) {
    const seen = new Set<string>()
    for (const [at, { id }] of casework[key].entries()) {
      if (seen.has(id))
        note(place, [key, at, 'id'], {
          code: 'duplicate_name',
          message: `“${casework.title}”有两个标识为“${id}”的${word}，分不清是哪一个。`,
          suggestion: '改用另一个 id。',
        })
      seen.add(id)
    }
  }
}

function checkEnds(place: Place): void {
  const { casework } = place
  unknown(place, ['start'], '状态', casework.start, ids(casework.states))
  unknown(place, ['handover', 'exit'], '去向', casework.handover.exit, ids(casework.exits))
  unknown(place, ['handover', 'to'], '状态', casework.handover.to, ids(casework.states))
  const end = casework.states.find(({ id }) => id === casework.handover.to)
  if (end !== undefined && end.ends !== true)
    note(place, ['handover', 'to'], {
      code: 'handover_stays_open',
      message: `转到外县的个案在本县要结束，“${end.title}”不是结束的状态。`,
      suggestion: '改为写了 ends: true 的状态。',
    })
  if (casework.states.find(({ id }) => id === casework.start)?.ends === true)
    note(place, ['start'], { code: 'case_starts_closed', message: '个案不能一开始就是结束的状态。' })
}

function checkState(place: Place, at: number): void {
  const state = place.casework.states[at]
  if (state === undefined) return
  if (state.ends === true) checkEnding(place, at)
  else checkOpen(place, at)
}

function checkOpen(place: Place, at: number): void {
  const { casework, model, pack } = place
  const state = casework.states[at]
  if (state === undefined) return
  if (state.owner === undefined)
    note(place, ['states', at], {
      code: 'state_without_owner',
      message: `“${state.title}”没有写由谁办理，个案会无人负责。`,
      suggestion: '加上 owner: 学校、乡镇 或 县。',
    })
  if (state.clock === undefined)
    note(place, ['states', at], {
      code: 'state_without_clock',
      message: `“${state.title}”没有期限，个案会一直停在这里而无人提醒。`,
      suggestion: '加上 clock: 指明一个期限（clocks）。',
    })
  unknown(place, ['states', at, 'clock'], '期限', state.clock, ids(pack.clocks ?? []))
  const clock = pack.clocks?.find(({ id }) => id === state.clock)
  if (clock !== undefined && clock.length === undefined)
    note(place, ['states', at, 'clock'], {
      code: 'clock_without_length',
      message: `期限“${clock.title}”没有写多长，“${state.title}”开始时算不出截止日。`,
      suggestion: '在这个期限里写 length。',
    })
  if (!model.reachable.has(state.id)) noteUnreachable(place, at, state.title)
  else checkWayOn(place, at)
}

function checkEnding(place: Place, at: number): void {
  const { casework, model } = place
  const state = casework.states[at]
  if (state === undefined) return
  if (state.clock !== undefined || state.owner !== undefined)
    note(place, ['states', at], {
      code: 'ended_with_duty',
      message: `“${state.title}”是结束的状态，不再有办理单位和期限。`,
      suggestion: '删去 owner 和 clock，或删去 ends。',
    })
  if (!model.reachable.has(state.id) && casework.handover.to !== state.id) noteUnreachable(place, at, state.title)
}

function noteUnreachable(place: Place, at: number, title: string): void {
  note(place, ['states', at], {
    code: 'state_unreachable',
    message: `没有步骤能让个案到“${title}”。`,
    suggestion: '把某个步骤的 to 写成它，或删去这个状态。',
  })
}

function checkWayOn(place: Place, at: number): void {
  const { casework, model } = place
  const state = casework.states[at]
  if (state === undefined) return
  const steps = model.stepsFrom(state.id)
  if (!model.ending.has(state.id))
    note(place, ['states', at], {
      code: 'dead_end',
      message: `个案到了“${state.title}”，就再也不能结束。`,
      suggestion: '加一个从这里出发、通到结束状态的步骤。',
    })
  if (state.owner !== undefined && !steps.some(({ by, to }) => to !== undefined && by.includes(state.owner ?? '县')))
    note(place, ['states', at, 'owner'], {
      code: 'owner_cannot_act',
      message: `“${state.title}”由${state.owner}办理，但没有一个步骤${state.owner}能把它办下去。`,
      suggestion: '加一个由这一级办理、通往其他状态的步骤，或改 owner。',
    })
  const pauses = steps.some(({ time }) => time === '中止')
  if (pauses && !steps.some(({ time }) => time === '恢复'))
    note(place, ['states', at], {
      code: 'pause_without_resume',
      message: `“${state.title}”的期限可以中止，却没有恢复的步骤。`,
      suggestion: '加一个 time: 恢复 的步骤。',
    })
}

function checkExit(place: Place, at: number): void {
  const { casework } = place
  const exit = casework.exits[at]
  if (exit === undefined || casework.handover.exit === exit.id) return
  if (casework.steps.some(({ exits }) => exits?.includes(exit.id))) return
  note(place, ['exits', at], {
    code: 'exit_unused',
    message: `没有步骤能走“${exit.title}”这个去向。`,
    suggestion: '写进某个步骤的 exits，或删去。',
  })
}
