import type {
  DutyEntry,
  EditTaskBody,
  MilestoneBody,
  NewTaskBody,
  TargetComparison,
  TaskView,
} from '@eduduty/core/duties'
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
  /** Of the county's own making only. */
  readonly basis?: string | undefined
  readonly comparison?: TargetComparison | undefined
  /** In the unit in which the indicator is shown; left blank, its own standard counts. */
  readonly value?: string | undefined
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
export function bodyOf({ units, ...draft }: TaskDraft, more: Partial<NewTaskBody> = {}): NewTaskBody {
  return { units, ...editOf(draft), ...more }
}

/** What of a task can be changed until it is given out. A target without an indicator is not sent. */
export function editOf(draft: Omit<TaskDraft, 'units'>): EditTaskBody {
  const { indicator: written, comparison = '≥', value = '', basis, ...rest } = draft
  const [pack, indicator] = (written ?? '').split('/')
  const measured = pack !== undefined && indicator !== undefined
  return {
    ...rest,
    ...(basis !== undefined && { basis }),
    ...(measured && { indicator: { pack, indicator } }),
    ...(measured && value.trim() !== '' && { target: { comparison, value: value.trim() } }),
  }
}

/** A task that was made and not given out, as the form has it; `named`: units by name. */
export function draftOfTask(view: TaskView, named: ReadonlyMap<string, string>): TaskDraft {
  const { row, figure } = view
  return {
    title: row.title,
    wording: view.wording,
    lists: [...row.lists],
    units: [row.unit],
    cooperating: view.cooperating.flatMap((name) => named.get(name) ?? []),
    post: row.post,
    due_on: row.due_on,
    basis: view.basis,
    deliverable: view.deliverable,
    milestones: view.milestones.map(({ title, due_on }) => ({ title, due_on })),
    ...(figure !== undefined && { indicator: `${figure.pack}/${figure.indicator}` }),
    ...(figure?.target !== undefined && { comparison: figure.target.comparison, value: figure.target.value }),
  }
}
