import type { DutyEntry, MilestoneBody, NewTaskBody } from '@eduduty/core/duties'
import type { DutyList } from '@eduduty/core/packs'

/** A task before it is made, as the form has it. */
export interface TaskDraft {
  readonly title: string
  readonly wording: string
  readonly lists: DutyList[]
  readonly units: string[]
  readonly cooperating: string[]
  readonly post: string
  readonly due_on: string
  /** `pack/indicator`. */
  readonly indicator?: string | undefined
  readonly deliverable: string
  readonly milestones: MilestoneBody[]
}

/** What a duty says of its tasks: everything can be changed before they are made. */
export function draftOfDuty(duty: DutyEntry, year: number): TaskDraft {
  const { indicator } = duty
  return {
    title: duty.title,
    wording: duty.wording,
    lists: duty.lists,
    post: duty.post,
    deliverable: duty.deliverable,
    units: duty.units.map(({ unit }) => unit),
    cooperating: duty.cooperating.map(({ unit }) => unit),
    due_on: `${year}-${duty.due === '' ? '12-31' : duty.due}`,
    ...(indicator !== undefined && { indicator: `${indicator.pack}/${indicator.indicator}` }),
    milestones: [],
  }
}

export const emptyDraft = (year: number): TaskDraft => ({
  title: '',
  wording: '',
  lists: ['任务清单'],
  units: [],
  cooperating: [],
  post: '',
  due_on: `${year}-12-31`,
  deliverable: '',
  milestones: [],
})

/** The draft as the server takes it. */
export function bodyOf({ indicator: written, ...draft }: TaskDraft, more: Partial<NewTaskBody> = {}): NewTaskBody {
  const [pack, indicator] = (written ?? '').split('/')
  return {
    ...draft,
    ...(pack !== undefined && indicator !== undefined && { indicator: { pack, indicator } }),
    ...more,
  }
}
