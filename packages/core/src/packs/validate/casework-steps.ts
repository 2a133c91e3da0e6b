import type { PackPath } from '../parse-pack.ts'
import type { CaseworkStep } from '../schema/casework.ts'
import { ids, note, type Place, unknown } from './casework-place.ts'

/** One step names what is there, does something, and can come true. */
export function checkStep(place: Place, at: number): void {
  const { casework, pack } = place
  const step = casework.steps[at]
  if (step === undefined) return
  const path: PackPath = ['steps', at]
  const states = ids(casework.states)
  for (const [index, name] of step.from.entries()) {
    unknown(place, [...path, 'from', index], '状态', name, states)
    if (casework.states.find(({ id }) => id === name)?.ends === true)
      note(place, [...path, 'from', index], {
        code: 'step_after_end',
        message: `“${step.title}”从已经结束的状态出发。结束的个案不再办理，再次失学、辍学的另立新案。`,
      })
  }
  unknown(place, [...path, 'to'], '状态', step.to, states)
  unknown(place, [...path, 'paper'], '文书', step.paper, ids(pack.papers ?? []))
  for (const [index, name] of (step.exits ?? []).entries())
    unknown(place, [...path, 'exits', index], '去向', name, ids(casework.exits))
  checkEffect(place, step, path)
  checkPromises(place, step, path)
  checkFields(place, step, path)
  checkDue(place, step, path)
}

function checkEffect(place: Place, step: CaseworkStep, path: PackPath): void {
  const { casework, model } = place
  const does = [step.to, step.counts, step.paper, step.time, step.exits, step.asks]
  if (does.every((one) => one === undefined))
    note(place, path, {
      code: 'step_without_effect',
      message: `“${step.title}”什么也不做：不改变状态，不计次数，不要填写，不出文书。`,
      suggestion: '写上 to、counts、asks、paper 或 time。',
    })
  if (step.from.length > 0 && !step.from.some((state) => model.reachable.has(state)))
    note(place, [...path, 'from'], {
      code: 'step_unreachable',
      message: `个案到不了“${step.title}”的任何一个出发状态，这一步永远办不成。`,
    })
  const ends = casework.states.some(({ id, ends: end }) => id === step.to && end === true)
  if (ends && step.exits === undefined && !step.from.every((state) => model.decided.has(state)))
    note(place, path, {
      code: 'end_without_exit',
      message: `“${step.title}”使个案结束，却不一定有去向。`,
      suggestion: '写上 exits，或只从已经提出去向的状态出发。',
    })
  if (step.time !== undefined && step.to !== undefined)
    note(place, [...path, 'time'], {
      code: 'time_of_left_state',
      message: `“${step.title}”离开了原来的状态，原来的期限随之结束，不必再${step.time}。`,
      suggestion: '删去 time，或删去 to。',
    })
}

/** What a step demands can come true. */
function checkPromises(place: Place, step: CaseworkStep, path: PackPath): void {
  const { casework, model } = place
  for (const counter of ['visits', 'persuasions'] as const) {
    if (step.at_least?.[counter] === undefined) continue
    const counts = casework.steps.some(
      ({ counts: counted, from }) => counted?.includes(counter) && from.some((state) => model.reachable.has(state)),
    )
    if (!counts)
      note(place, [...path, 'at_least'], {
        code: 'never_counted',
        message: `“${step.title}”要先有若干次${counter === 'visits' ? '走访' : '劝返'}，却没有步骤记这个次数。`,
        suggestion: `在某个步骤里写 counts: [${counter}]。`,
      })
  }
  const paper = place.pack.papers?.find(({ id }) => id === step.paper)
  const other = step.by.find((line) => paper !== undefined && !paper.by.includes(line))
  if (paper !== undefined && other !== undefined)
    note(place, [...path, 'paper'], {
      code: 'paper_of_other_line',
      message: `“${step.title}”可以由${other}办理，文书“${paper.title}”只由${paper.by.join('、')}出具。`,
      suggestion: '改步骤的 by，或改文书的 by。',
    })
}

function checkFields(place: Place, step: CaseworkStep, path: PackPath): void {
  const seen = new Set<string>()
  for (const [index, field] of (step.asks ?? []).entries()) {
    if (seen.has(field.id))
      note(place, [...path, 'asks', index, 'id'], {
        code: 'duplicate_name',
        message: `“${step.title}”有两个标识为“${field.id}”的填写项。`,
        suggestion: '改用另一个 id。',
      })
    seen.add(field.id)
    if ((field.type === '选择') !== (field.choices !== undefined))
      note(place, [...path, 'asks', index], {
        code: 'choices_mismatch',
        message: `填写项“${field.title}”：类型是“选择”的要写 choices，其他类型不写。`,
      })
  }
}

/** The last day that a step sets is asked for always, and belongs to a state that is entered. */
function checkDue(place: Place, { due, to, title, asks = [] }: CaseworkStep, path: PackPath): void {
  if (due === undefined) return
  unknown(place, [...path, 'due'], '填写项', due, ids(asks))
  const field = asks.find(({ id }) => id === due)
  if (field !== undefined && (field.type !== '日期' || field.required !== true))
    note(place, [...path, 'due'], {
      code: 'due_not_asked',
      message: `“${title}”的期限由“${field.title}”定，它要是必填的日期。`,
      suggestion: '把这个填写项写成 type: 日期、required: true。',
    })
  if (to === undefined)
    note(place, [...path, 'due'], {
      code: 'due_without_state',
      message: `“${title}”不转到新的状态，没有期限可定。`,
      suggestion: '写上 to，或删去 due。',
    })
}
