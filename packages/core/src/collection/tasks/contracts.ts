import { type Static, Type } from 'typebox'
import { versionFacts } from './version-contracts.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，YYYY-MM-DD' })
const Time = Type.String({ description: '时间，ISO 8601' })
const Count = Type.Integer({ minimum: 0 })

export const TaskStateSchema = Type.Union([
  Type.Literal('not_started'),
  Type.Literal('filling'),
  Type.Literal('returned'),
  Type.Literal('submitted'),
  Type.Literal('first_reviewed'),
  Type.Literal('verified'),
  Type.Literal('frozen'),
])

export const CheckStateSchema = Type.Union(
  [Type.Literal('unchecked'), Type.Literal('clean'), Type.Literal('soft'), Type.Literal('hard')],
  { description: '审核错误状态：未审核、无错误、有核实性错误、有强制性错误' },
)
export type CheckState = Static<typeof CheckStateSchema>

export const TaskHolderSchema = Type.Object(
  {
    side: Type.Union([
      Type.Literal('unit'),
      Type.Literal('first_review'),
      Type.Literal('review'),
      Type.Literal('nobody'),
    ]),
    name: Type.Optional(Type.String({ description: '转办给谁' })),
    until: Type.Optional(Day),
  },
  strict,
)

/** 申请：延期、更正、开放其他格. */
export const RequestKindSchema = Type.Union([
  Type.Literal('extension'),
  Type.Literal('correction'),
  Type.Literal('unlock'),
])

/** One line of the list of tasks. */
export const TaskEntry = Type.Object(
  {
    county_code: Type.String(),
    task_id: Type.String(),
    period_id: Type.String(),
    period_title: Type.String(),
    register: Type.String(),
    table_no: Type.String({ description: '表号：在标准包里的次序' }),
    title: Type.String({ description: '表名' }),
    frequency: Type.String({ description: '频度：学年、自然年、学期、月、时点' }),
    year: Type.Integer(),
    term: Type.String(),
    unit_id: Type.String(),
    unit_code: Type.String(),
    unit_name: Type.String(),
    township: Type.String({ description: '所在乡镇（街道）；没有时为空' }),
    opens_on: Day,
    closes_on: Day,
    due_on: Day,
    state: TaskStateSchema,
    state_at: Time,
    state_by: Type.String(),
    version: Type.Integer({ minimum: 1 }),
    holder: TaskHolderSchema,
    check_state: CheckStateSchema,
    filled_cells: Count,
    blank_cells: Count,
    cell_errors: Count,
    hard_errors: Count,
    soft_errors: Count,
    open_explanations: Count,
    reminded_count: Count,
    reminded_at: Type.Optional(Time),
    is_roster: Type.Boolean({ description: '名册：一个单位有许多行' }),
    at_me: Type.Optional(Type.Boolean({ description: '现在轮到看的人办；列表和详情才有' })),
    pending_explanations: Type.Optional(
      Type.Integer({ minimum: 0, description: '等审核人认可的说明；列表和详情才有' }),
    ),
    requested: Type.Optional(Type.Array(RequestKindSchema, { description: '还没有答复的申请；列表和详情才有' })),
  },
  strict,
)
export type TaskEntry = Static<typeof TaskEntry>

export const TaskList = Type.Object(
  {
    tasks: Type.Array(TaskEntry),
    total: Count,
    /** How many of the tasks that fit the other filters stand in each state. */
    states: Type.Record(Type.String(), Count),
    periods: Type.Array(Type.Object({ period_id: Type.String(), title: Type.String() }, strict)),
    registers: Type.Array(Type.Object({ register: Type.String(), title: Type.String() }, strict)),
    townships: Type.Array(Type.String(), { description: '可筛选的乡镇（街道），不受其他筛选影响' }),
    reminders: Type.Array(
      Type.Object(
        {
          reminder_id: Type.String(),
          unit_name: Type.String(),
          message: Type.String(),
          reminded_by: Type.String(),
          reminded_at: Time,
        },
        strict,
      ),
      { description: '还没有看过的催报' },
    ),
  },
  strict,
)
export type TaskList = Static<typeof TaskList>

/** One column of a form as the page draws it. */
export const FormColumn = Type.Object(
  {
    id: Type.String(),
    no: Type.Optional(Type.Integer()),
    title: Type.String(),
    group: Type.Optional(Type.String()),
    type: Type.String(),
    unit: Type.Optional(Type.String()),
    required: Type.Boolean(),
    codes: Type.Optional(
      Type.Array(Type.Object({ code: Type.String(), title: Type.String(), initials: Type.String() }, strict)),
    ),
    note: Type.Optional(Type.String({ description: '填报说明' })),
    limits: Type.Optional(Type.String({ description: '允许的范围，用文字' })),
    min: Type.Optional(Type.String({ description: '最小值（含）' })),
    max: Type.Optional(Type.String({ description: '最大值（含）' })),
    pattern: Type.Optional(
      Type.Object({ regex: Type.String(), says: Type.String({ description: '用文字说明' }) }, strict),
    ),
    linked: Type.Array(Type.String(), { description: '与本列有强制性关系的其他列：退回本格时一并开放' }),
    basis: Type.Optional(Type.String({ description: '依据的文件与条款' })),
    personal: Type.Optional(Type.String()),
    is_key: Type.Boolean({ description: '认出这一行是谁的列' }),
  },
  strict,
)
export type FormColumn = Static<typeof FormColumn>

export const FormRow = Type.Object(
  {
    row_no: Type.Integer(),
    /** Text by column id, as the form shows it; an absent column is 未报. */
    cells: Type.Record(Type.String(), Type.String()),
    /** Columns whose text was refused: it is kept as typed. */
    refused: Type.Record(Type.String(), Type.String()),
    /** Columns that need not be filled, by the pack's rule. */
    not_applicable: Type.Array(Type.String()),
    /** What stood here last year, by column id. */
    last_year: Type.Record(Type.String(), Type.String()),
  },
  strict,
)
export type FormRow = Static<typeof FormRow>

/** 为什么开放：退回修改、因强制性关系一并开放、填报单位申请而尚未同意. */
const ReturnPurpose = Type.Union([Type.Literal('mend'), Type.Literal('linked'), Type.Literal('asked')])

export const ReturnedCell = Type.Object(
  {
    return_id: Type.String(),
    row_no: Type.Integer(),
    column: Type.String({ description: '空为整行或整张表' }),
    column_title: Type.String(),
    purpose: ReturnPurpose,
    found_text: Type.String(),
    reason: Type.String(),
    due_on: Day,
    returned_by: Type.String(),
    returned_at: Time,
    reply: Type.Optional(Type.String()),
    is_answered: Type.Boolean(),
    is_settled: Type.Boolean(),
  },
  strict,
)
export type ReturnedCell = Static<typeof ReturnedCell>

export const TaskFinding = Type.Object(
  {
    finding_no: Type.Integer(),
    kind: Type.Union([Type.Literal('cell'), Type.Literal('check'), Type.Literal('outlier'), Type.Literal('blank')]),
    severity: Type.Union([Type.Literal('hard'), Type.Literal('soft')]),
    code: Type.String(),
    check: Type.String(),
    title: Type.String(),
    row_no: Type.Integer(),
    columns: Type.Array(Type.String()),
    message: Type.String(),
    advice: Type.String(),
    left: Type.Optional(Type.Object({ label: Type.String(), text: Type.String() }, strict)),
    right: Type.Optional(Type.Object({ label: Type.String(), text: Type.String() }, strict)),
    explanation: Type.Optional(
      Type.Object(
        {
          row_no: Type.Integer({ description: '为哪一行写的；0 为整张表' }),
          text: Type.String(),
          by: Type.String(),
          at: Time,
          status: Type.Union([Type.Literal('pending'), Type.Literal('accepted'), Type.Literal('rejected')]),
          reviewed_by: Type.Optional(Type.String()),
          review_reason: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type TaskFinding = Static<typeof TaskFinding>

/** Where that of which a line of the history tells can be seen. */
export const EventLink = Type.Union([
  Type.Object({ to: Type.Literal('files') }, strict),
  Type.Object({ to: Type.Literal('problems') }, strict),
  Type.Object({ to: Type.Literal('requests') }, strict),
  Type.Object({ to: Type.Literal('version'), version: Type.Integer() }, strict),
  Type.Object({ to: Type.Literal('cell'), row_no: Type.Integer(), column: Type.String() }, strict),
])
export type EventLink = Static<typeof EventLink>

export const TaskEvent = Type.Object(
  {
    action: Type.String(),
    title: Type.String(),
    by: Type.String(),
    at: Time,
    reason: Type.String(),
    says: Type.String(),
    link: Type.Optional(EventLink),
  },
  strict,
)
export type TaskEvent = Static<typeof TaskEvent>

/** Whether one thing can be done now; when not, why and by whom or until when. */
export const TaskPermit = Type.Object(
  {
    deed: Type.String(),
    allowed: Type.Boolean(),
    why: Type.Optional(Type.String({ description: '为什么不能，怎么办' })),
  },
  strict,
)
export type TaskPermit = Static<typeof TaskPermit>

export const CountersignEntry = Type.Object(
  {
    countersign_id: Type.String(),
    person_name: Type.String(),
    question: Type.String(),
    asked_by: Type.String(),
    asked_at: Time,
    due_on: Day,
    status: Type.Union([
      Type.Literal('asked'),
      Type.Literal('agreed'),
      Type.Literal('disagreed'),
      Type.Literal('withdrawn'),
    ]),
    opinion: Type.Optional(Type.String()),
    is_mine: Type.Boolean(),
  },
  strict,
)
export type CountersignEntry = Static<typeof CountersignEntry>

export const UploadEntry = Type.Object(
  {
    upload_id: Type.String(),
    name: Type.String(),
    way: Type.String(),
    status: Type.Union([
      Type.Literal('taken'),
      Type.Literal('partly'),
      Type.Literal('refused'),
      Type.Literal('unchanged'),
    ]),
    rows_taken: Count,
    cells_changed: Count,
    faults: Count,
    says: Type.String(),
    has_marked: Type.Boolean({ description: '有标红退回的文件可下载' }),
    uploaded_by: Type.String(),
    uploaded_at: Time,
  },
  strict,
)
export type UploadEntry = Static<typeof UploadEntry>

/** 现在由谁办：能办下一步的人，按单位，近的在前. */
export const TaskDesk = Type.Object(
  {
    offices: Type.Array(
      Type.Object(
        { unit: Type.String(), people: Count, names: Type.Array(Type.String(), { description: '前几位的姓名' }) },
        strict,
      ),
    ),
    is_absent: Type.Boolean({ description: '转办的人现在不能办理，要由列出的人改派' }),
  },
  strict,
)
export type TaskDesk = Static<typeof TaskDesk>

/** What a unit asked for, and what came of it. */
export const RequestEntry = Type.Object(
  {
    request_id: Type.String(),
    kind: RequestKindSchema,
    reason: Type.String(),
    cells: Type.Array(Type.Object({ row_no: Type.Integer(), column: Type.String() }, strict), {
      description: '申请开放的格',
    }),
    asked_by: Type.String(),
    asked_at: Time,
    status: Type.Union([
      Type.Literal('waiting'),
      Type.Literal('granted'),
      Type.Literal('refused'),
      Type.Literal('lapsed', { description: '没有答复就上报或冻结了，不再需要答复' }),
    ]),
    answered_by: Type.Optional(Type.String()),
    answered_at: Type.Optional(Time),
    answer: Type.Optional(Type.String()),
  },
  strict,
)
export type RequestEntry = Static<typeof RequestEntry>

/** Everything the page of one task shows. */
export const TaskDetail = Type.Object(
  {
    task: TaskEntry,
    row_is: Type.String(),
    reporter: Type.String(),
    note: Type.String({ description: '填报说明' }),
    basis: Type.String(),
    columns: Type.Array(FormColumn),
    rows: Type.Array(FormRow, { description: '名册只给这一页的行' }),
    row_from: Type.Integer({ minimum: 0, description: '名册：这一页之前有几行' }),
    row_total: Count,
    row_positions: Type.Optional(
      Type.Record(Type.String(), Count, {
        description: '名册：所列的行和问题、退回所在的行是表里的第几行，按行号。行号每上传一次都更大，位置不会',
      }),
    ),
    is_locked: Type.Boolean(),
    lock_why: Type.Optional(Type.String({ description: '谁锁的、为什么、到何时、找哪个按钮' })),
    returns: Type.Array(ReturnedCell),
    findings: Type.Array(TaskFinding, {
      description: '最要紧的在前，至多列出 500 处；一共多少处，见 task 里的各项计数',
    }),
    events: Type.Array(TaskEvent),
    permits: Type.Array(TaskPermit),
    takes_statistics: Type.Optional(Type.Boolean({ description: '有可以从教育事业统计取数的项目' })),
    desk: Type.Optional(TaskDesk),
    requests: Type.Array(RequestEntry, { description: '本单位的申请，待答复的在前' }),
    countersigns: Type.Array(CountersignEntry),
    uploads: Type.Array(UploadEntry),
    versions: Type.Array(
      Type.Object(
        {
          submission_id: Type.String(),
          version: Type.Integer(),
          status: Type.String(),
          ...versionFacts,
          reason: Type.String(),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type TaskDetail = Static<typeof TaskDetail>
