import { type Static, Type } from 'typebox'
import { FiledPaper } from '../archive/index.ts'
import { UnitKindSchema } from '../organizations/index.ts'
import { DutyLevel, DutyList } from '../packs/index.ts'
import { Light } from './light-of-task.ts'
import { OriginKind, TaskOrigin } from './mechanisms/shapes.ts'
import { TaskTarget } from './target.ts'
import { SupervisionDeed, TaskDeed, TaskState } from './task-states.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Reason = Type.String({ maxLength: 1000 })

/** A year's breakdown of duties in a county. */
export const DutyPlan = Type.Object(
  {
    plan: Id,
    county: Type.String(),
    year: Type.Integer(),
    title: Name,
    document: Type.String({ description: '印发任务分解的文件与文号；还没有印发的为空' }),
    is_open: Type.Boolean(),
    soon_days: Type.Integer({ description: '到期前多少天转为黄灯、红灯' }),
    silent_days: Type.Integer({ description: '多少天没有报进展转为黄灯' }),
    answer_days: Type.Optional(Type.Integer({ description: '督办限几个工作日内答复，下督办时预填' })),
    tasks: Type.Integer(),
    opened_by: Type.String(),
    opened_at: Type.String(),
  },
  strict,
)
export type DutyPlan = Static<typeof DutyPlan>

/** When lights turn, as the pack of duties offers it for a new year. */
export const OfferedLightDays = Type.Object(
  {
    soon_days: Type.Integer(),
    silent_days: Type.Integer(),
    source: Type.String({ description: '出处' }),
    is_unverified: Type.Boolean({ description: '没有查到出处，是本系统的示例' }),
  },
  strict,
)
export type OfferedLightDays = Static<typeof OfferedLightDays>

export const DutyPlanList = Type.Object({ plans: Type.Array(DutyPlan), offered: OfferedLightDays }, strict)
export type DutyPlanList = Static<typeof DutyPlanList>

const rules = {
  soon_days: Type.Integer({ minimum: 1, maximum: 180 }),
  silent_days: Type.Integer({ minimum: 1, maximum: 366 }),
  answer_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })),
}

/** When lights turn, and until when letters of supervision are offered to be answered. */
export const PlanRulesBody = Type.Object(rules, strict)
export type PlanRulesBody = Static<typeof PlanRulesBody>

export const OpenPlanBody = Type.Object(
  {
    ...rules,
    county: Type.String({ pattern: '^[0-9]{6}$' }),
    year: Type.Integer({ minimum: 2000, maximum: 2999 }),
    title: Name,
    document: Type.String({ maxLength: 200 }),
  },
  strict,
)
export type OpenPlanBody = Static<typeof OpenPlanBody>

const UnitRef = Type.Object({ unit: Id, name: Type.String() }, strict)
const IndicatorRef = Type.Object(
  { pack: Id, indicator: Id, title: Type.String(), unit: Type.String({ description: '显示的单位' }) },
  strict,
)

/** A duty of an installed or shipped pack, and to whom it would fall in the county. */
export const DutyEntry = Type.Object(
  {
    pack: Id,
    duty: Id,
    no: Type.String(),
    title: Name,
    wording: Type.String(),
    level: DutyLevel,
    lists: Type.Array(DutyList),
    basis: Type.String(),
    is_unverified: Type.Boolean(),
    indicator: Type.Optional(IndicatorRef),
    deliverable: Type.String({ description: '没有指标的，要交什么材料' }),
    post: Type.String({ description: '责任岗位' }),
    cooperating: Type.Array(UnitRef, { description: '配合单位' }),
    due: Type.String({ description: '月-日；空为由人定' }),
    units: Type.Array(UnitRef, { description: '落到哪些单位' }),
    unmatched: Type.Array(Type.String(), { description: '本县没有找到的部门名称' }),
    tasks: Type.Integer({ description: '本年已经建了几项任务' }),
  },
  strict,
)
export type DutyEntry = Static<typeof DutyEntry>

/** An indicator that a task may be measured by. */
export const PlanIndicator = Type.Object(
  {
    ...IndicatorRef.properties,
    pack_title: Type.String(),
    kinds: Type.Array(UnitKindSchema, { description: '最近一次评估里有这项指标数据的单位类别；没有评估过的为空' }),
  },
  strict,
)
export type PlanIndicator = Static<typeof PlanIndicator>

/** What a plan can still be drawn up from. */
export const PlanDraft = Type.Object(
  {
    plan: DutyPlan,
    duties: Type.Array(DutyEntry),
    indicators: Type.Array(PlanIndicator, { description: '本年所用标准包的指标' }),
  },
  strict,
)
export type PlanDraft = Static<typeof PlanDraft>

export const MilestoneBody = Type.Object({ title: Name, due_on: Day }, strict)
export type MilestoneBody = Static<typeof MilestoneBody>

/** What of a task can be set until it is given out. */
const draftFields = {
  title: Name,
  wording: Type.String({ maxLength: 2000 }),
  lists: Type.Array(DutyList, { minItems: 1 }),
  cooperating: Type.Array(Id, { maxItems: 50 }),
  post: Type.String({ maxLength: 100, description: '责任岗位' }),
  due_on: Day,
  /** Of a task that stands on no duty of a pack. */
  basis: Type.Optional(Type.String({ maxLength: 400, description: '依据的法律、文件和条款' })),
  indicator: Type.Optional(Type.Object({ pack: Id, indicator: Id }, strict)),
  /** Only with an indicator; without it the indicator's own standard counts. */
  target: Type.Optional(TaskTarget),
  deliverable: Type.String({ maxLength: 400 }),
  milestones: Type.Array(MilestoneBody, { maxItems: 24 }),
}

/** A task that was not given out yet, as it shall be. */
export const EditTaskBody = Type.Object(draftFields, strict)
export type EditTaskBody = Static<typeof EditTaskBody>

/** A task, for each of the units named. */
export const NewTaskBody = Type.Object(
  {
    pack: Type.Optional(Id),
    duty: Type.Optional(Id),
    /** The task of which this is a part. */
    parent: Type.Optional(Id),
    /** The decision, promise or proposal from which it stems. */
    origin: Type.Optional(TaskOrigin),
    units: Type.Array(Id, { minItems: 1, maxItems: 500 }),
    ...draftFields,
  },
  strict,
)
export type NewTaskBody = Static<typeof NewTaskBody>

export const TaskRow = Type.Object(
  {
    task: Id,
    plan: Id,
    no: Type.String(),
    title: Name,
    lists: Type.Array(DutyList),
    unit: Id,
    unit_name: Type.String(),
    issuer_name: Type.String(),
    post: Type.String(),
    due_on: Day,
    state: TaskState,
    light: Light,
    because: Type.String({ description: '灯色的原因' }),
    declared: Type.Optional(Light),
    conflict: Type.Boolean({ description: '自报好于算出的' }),
    is_supervised: Type.Boolean(),
    answer_by: Type.Optional(Type.String({ description: '督办限哪天答复' })),
    is_part: Type.Boolean({ description: '由别的任务分解而来' }),
    parts: Type.Integer({ description: '分解出的任务' }),
    reported_on: Type.Optional(Day),
  },
  strict,
)
export type TaskRow = Static<typeof TaskRow>

export const TaskSearch = Type.Object(
  {
    state: Type.Optional(TaskState),
    light: Type.Optional(Light),
    list: Type.Optional(DutyList),
    unit: Type.Optional(Id),
    text: Type.Optional(Type.String({ maxLength: 100 })),
    conflict: Type.Optional(Type.Boolean({ description: '只看自报好于算出的' })),
    mine: Type.Optional(Type.Boolean({ description: '只看本单位牵头的' })),
    offset: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
export type TaskSearch = Static<typeof TaskSearch>

export const TaskCounts = Type.Object(
  {
    total: Type.Integer(),
    green: Type.Integer(),
    yellow: Type.Integer(),
    red: Type.Integer(),
    none: Type.Integer(),
    conflicts: Type.Integer(),
    waiting: Type.Integer({ description: '待接收' }),
    reported: Type.Integer({ description: '待确认' }),
  },
  strict,
)
export type TaskCounts = Static<typeof TaskCounts>

export const TaskList = Type.Object(
  {
    plan: DutyPlan,
    counts: TaskCounts,
    total: Type.Integer({ description: '符合条件的' }),
    tasks: Type.Array(TaskRow),
    units: Type.Array(Type.Object({ unit: Id, name: Type.String(), tasks: Type.Integer() }, strict)),
  },
  strict,
)
export type TaskList = Static<typeof TaskList>

export const TaskEvent = Type.Object(
  {
    no: Type.Integer(),
    deed: TaskDeed,
    says: Type.String(),
    light: Type.Optional(Light),
    due_on: Type.Optional(Type.String({ description: '督办限哪天答复' })),
    told: Type.String({ description: '再次督办时告知的岗位' }),
    by: Type.String(),
    unit_name: Type.String(),
    at: Type.String(),
  },
  strict,
)
export type TaskEvent = Static<typeof TaskEvent>

const FigureLight = Type.Union([Type.Literal('met'), Type.Literal('unmet'), Type.Literal('undecided')])

/** What the indicator says that a task is measured by. */
const TaskFigure = Type.Object(
  {
    pack: Id,
    indicator: Id,
    title: Type.String(),
    state: Type.Optional(FigureLight),
    shown: Type.String({ description: '值；没有评估的为空' }),
    standard: Type.String(),
    target: Type.Optional(TaskTarget),
    unit: Type.String({ description: '显示的单位' }),
    run: Type.Optional(Id),
    figure: Type.Optional(Id),
    before: Type.Optional(
      Type.Object(
        { year: Type.Integer(), shown: Type.String(), state: Type.Optional(FigureLight) },
        { ...strict, description: '本年还没有评估时，上一年度的结果；不作为本年的灯色' },
      ),
    ),
  },
  strict,
)

export const TaskView = Type.Object(
  {
    row: TaskRow,
    wording: Type.String(),
    basis: Type.String(),
    deliverable: Type.String(),
    papers: Type.Array(Type.String(), { description: '已交的材料，只有名称或文号的' }),
    filed: Type.Array(FiledPaper, { description: '已交的材料，在材料库里的' }),
    cooperating: Type.Array(Type.String()),
    figure: Type.Optional(TaskFigure),
    milestones: Type.Array(
      Type.Object({ no: Type.Integer(), title: Name, due_on: Day, reached_on: Type.Optional(Day) }, strict),
    ),
    parts: Type.Array(TaskRow),
    parent: Type.Optional(Type.Object({ task: Id, title: Type.String() }, strict)),
    origin: Type.Optional(
      Type.Object({ kind: OriginKind, id: Id, title: Type.String(), year: Type.Integer() }, strict),
    ),
    events: Type.Array(TaskEvent),
    is_own: Type.Boolean({ description: '不由标准包的职责而来，本级自拟' }),
    answer_offer: Type.Optional(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '今天下督办的，预填限哪天答复' }),
    ),
    may_edit: Type.Boolean({ description: '还没有下达，看的人可以修改' }),
    oversees: Type.Boolean({ description: '看的人以领导身份督办、批示' }),
    /** What the reader may do now; with the reason where something is not possible. */
    deeds: Type.Array(Type.Object({ deed: TaskDeed, refused: Type.Optional(Type.String()) }, strict)),
  },
  strict,
)
export type TaskView = Static<typeof TaskView>

/** A step with a task. What a deed does not need is left out. */
export const TaskDeedBody = Type.Object(
  {
    deed: TaskDeed,
    says: Reason,
    light: Type.Optional(Type.Union([Type.Literal('green'), Type.Literal('yellow'), Type.Literal('red')])),
    /** Milestones that this report says are reached. */
    reached: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 24 })),
    /** Of a transfer. */
    unit: Type.Optional(Id),
    /** Of an extension; of a supervision letter, until when it is to be answered; of the transfer of a task with one, the same. */
    due_on: Type.Optional(Day),
    papers: Type.Optional(Type.Array(Name, { maxItems: 20, description: '所交材料的名称或文号' })),
    filed: Type.Optional(Type.Array(Id, { maxItems: 20, description: '所交材料在材料库里的标识' })),
  },
  strict,
)
export type TaskDeedBody = Static<typeof TaskDeedBody>

/** What a leader does with a task: a letter of supervision, its repetition or lifting, an instruction. */
export const SupervisionBody = Type.Object({ deed: SupervisionDeed, says: Reason, due_on: Type.Optional(Day) }, strict)
export type SupervisionBody = Static<typeof SupervisionBody>
