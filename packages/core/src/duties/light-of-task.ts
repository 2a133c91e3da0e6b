import { type Static, Type } from 'typebox'
import { daysBetween } from '../calendar/index.ts'
import type { TaskState } from './task-states.ts'

export const Light = Type.Union([
  Type.Literal('green'),
  Type.Literal('yellow'),
  Type.Literal('red'),
  Type.Literal('none'),
])
export type Light = Static<typeof Light>

/** What the figure that a task is measured by says. */
export type FigureState = 'met' | 'unmet' | 'undecided'

/** What the light of a task is computed from. Days are `2026-11-05`. */
export interface LightFacts {
  readonly state: TaskState
  readonly dueOn: string | undefined
  readonly figure: FigureState | undefined
  /** Due days of milestones that are not reached. */
  readonly openMilestones: readonly string[]
  /** When anything was last reported; absent where nothing was. */
  readonly reportedOn: string | undefined
  /** When it was last given out, or handed on to its unit; absent where that is not known. */
  readonly issuedOn: string | undefined
  readonly isSupervised: boolean
  /** Until when a letter of supervision is to be answered; absent without one. */
  readonly answerBy: string | undefined
  /** What the unit itself says. */
  readonly declared: Exclude<Light, 'none'> | undefined
}

export interface TaskLight {
  readonly light: Light
  /** Why, in one sentence. */
  readonly because: string
  /** The unit says something better than what is computed. */
  readonly conflict: boolean
}

/** When lights turn; part of a year's plan. */
export interface LightRule {
  /** So many days before its end a task without a report or not accepted turns yellow, one with an unmet figure red. */
  readonly soonDays: number
  /** So many days without a report, or without having been accepted, make it yellow. */
  readonly silentDays: number
}

const order: Readonly<Record<Light, number>> = { none: 0, green: 1, yellow: 2, red: 3 }

/** The light of a task by its figure and its days, not by what its unit says; what the unit says is held against it. */
export function lightOfTask(facts: LightFacts, rule: LightRule, today: string): TaskLight {
  const [light, because] = computed(facts, rule, today)
  const { declared } = facts
  return { light, because, conflict: declared !== undefined && light !== 'none' && order[declared] < order[light] }
}

function computed(facts: LightFacts, rule: LightRule, today: string): readonly [Light, string] {
  const { state, dueOn, figure, openMilestones, isSupervised } = facts
  if (state === 'draft') return ['none', '还没有下达']
  if (state === 'cancelled') return ['none', '已撤销']
  if (state === 'done') return figure === 'unmet' ? ['red', '确认完成以后，对应指标又不达标'] : ['green', '已完成']
  const left = dueOn === undefined ? undefined : daysBetween(today, dueOn)
  if (left !== undefined && left < 0) return ['red', `逾期 ${-left} 天`]
  if (isSupervised) return ['red', supervisedSince(facts.answerBy, today)]
  const late = openMilestones.filter((day) => day < today).length
  if (figure === 'unmet')
    return left !== undefined && left <= rule.soonDays
      ? ['red', `对应指标不达标，离到期 ${left} 天`]
      : ['yellow', '对应指标还不达标']
  if (late > 0) return ['yellow', `${late} 个节点已过期`]
  if (state === 'declined') return ['yellow', '被退回，要重新下达']
  if (state === 'issued') return lightUntilAccepted(facts, rule, today, left)
  if (figure === 'met') return ['green', '对应指标达标']
  return lightBySilence(facts, rule, today, left)
}

function supervisedSince(answerBy: string | undefined, today: string): string {
  if (answerBy === undefined) return '正在督办'
  const left = daysBetween(today, answerBy)
  return left < 0 ? `督办逾期 ${-left} 天没有答复` : `正在督办，限 ${answerBy} 前答复`
}

/** Nobody has taken it up: never green, and yellow where its end is near or it has waited too long. */
function lightUntilAccepted(
  { issuedOn }: LightFacts,
  { soonDays, silentDays }: LightRule,
  today: string,
  left: number | undefined,
): readonly [Light, string] {
  if (left !== undefined && left <= soonDays) return ['yellow', `离到期 ${left} 天，还没有接收`]
  const waited = issuedOn === undefined ? 0 : daysBetween(issuedOn, today)
  return waited > silentDays ? ['yellow', `下达 ${waited} 天，还没有接收`] : ['none', '还没有接收']
}

function lightBySilence(
  { reportedOn, state, figure }: LightFacts,
  { soonDays, silentDays }: LightRule,
  today: string,
  left: number | undefined,
): readonly [Light, string] {
  if (state === 'reported') return ['green', '已报完成，待确认']
  if (reportedOn === undefined && left !== undefined && left <= soonDays)
    return ['yellow', `离到期 ${left} 天，还没有报过进展`]
  const silent = reportedOn === undefined ? 0 : daysBetween(reportedOn, today)
  if (silent > silentDays) return ['yellow', `${silent} 天没有报进展`]
  if (figure === 'undecided') return ['yellow', '对应指标待定']
  return ['green', '按期办理']
}
