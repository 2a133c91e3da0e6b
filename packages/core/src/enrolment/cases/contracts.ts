import { type Static, Type } from 'typebox'
import { ClockView } from '../../clocks/index.ts'
import { reasonText } from '../../identity/index.ts'
import { CaseClockDeed, CaseLine, CaseworkField } from '../../packs/index.ts'
import { Schooling } from './schooling.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Says = Type.String({ maxLength: 2000 })
const Reason = Type.String({ minLength: 1, maxLength: 1000 })

/** One case in a list: the child is masked. */
export const CaseRow = Type.Object(
  {
    case: Id,
    county: Type.String(),
    name: Type.String({ description: '学生姓名，遮蔽' }),
    sex: Type.String(),
    age: Type.Optional(Type.Integer({ description: '周岁' })),
    groups: Type.Array(Type.String()),
    township: Type.String(),
    school: Type.String({ description: '承办的学校；没有为空' }),
    schooling: Schooling,
    grade: Type.String(),
    village: Type.String(),
    state: Id,
    state_title: Type.String(),
    state_since: Day,
    owner: Type.Optional(CaseLine),
    owner_name: Type.String({ description: '现在由哪个单位办理' }),
    due_on: Type.Optional(Day),
    is_undecided: Type.Boolean({ description: '期限未定：本县这一阶段的期限尚未确定，不计时' }),
    is_overdue: Type.Boolean(),
    visits: Type.Integer(),
    persuasions: Type.Integer(),
    opened_on: Day,
    closed_on: Type.Optional(Day),
    exit: Type.Optional(Type.String({ description: '去向' })),
    is_relapse: Type.Boolean({ description: '销案后不久再次失学、辍学' }),
    has_phone: Type.Boolean({ description: '登记了监护人电话' }),
    may_contact: Type.Boolean({ description: '走访要用：可以看姓名和监护人电话' }),
    /** A holder that has handed the child over: sees the case as it was on that day. */
    held_until: Type.Optional(Day),
  },
  strict,
)
export type CaseRow = Static<typeof CaseRow>

export const CaseFilter = Type.Object(
  {
    state: Type.Optional(Id),
    owner: Type.Optional(CaseLine),
    unit: Type.Optional(Type.String({ maxLength: 100, description: '学校或乡镇的单位标识' })),
    is_open: Type.Optional(Type.Boolean()),
    is_overdue: Type.Optional(Type.Boolean()),
    is_relapse: Type.Optional(Type.Boolean()),
    is_former: Type.Optional(Type.Boolean({ description: '看已经转出的' })),
    offset: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
export type CaseFilter = Static<typeof CaseFilter>

/** The same with a name or a village. Sent in a body: a name stands in no address, and so in no log and no history. */
export const CaseSearch = Type.Object(
  {
    ...CaseFilter.properties,
    text: Type.Optional(Type.String({ maxLength: 100, description: '姓名、村（社区）' })),
  },
  strict,
)
export type CaseSearch = Static<typeof CaseSearch>

/** Looks one child up. Sent in a body: a number stands in no address, and so in no log and no history of a browser. */
export const CaseLookup = Type.Object(
  { id_number: Type.String({ minLength: 15, maxLength: 30, description: '完整的公民身份号码' }) },
  strict,
)
export type CaseLookup = Static<typeof CaseLookup>

export const CaseCounts = Type.Object(
  {
    total: Type.Integer(),
    open: Type.Integer(),
    overdue: Type.Integer(),
    closed: Type.Integer(),
    relapsed: Type.Integer(),
  },
  strict,
)
export type CaseCounts = Static<typeof CaseCounts>

export const CaseList = Type.Object(
  {
    counts: CaseCounts,
    total: Type.Integer({ description: '符合条件的' }),
    cases: Type.Array(CaseRow),
    states: Type.Array(Type.Object({ state: Id, title: Type.String(), cases: Type.Integer() }, strict)),
  },
  strict,
)
export type CaseList = Static<typeof CaseList>

/** What belongs to a visit: a picture, or somebody's signature. */
export const CasePictureKind = Type.Union([Type.Literal('photo'), Type.Literal('signature')])
export type CasePictureKind = Static<typeof CasePictureKind>

/** What belongs to a step: the same, or the certificate that proves it. */
export const CaseFileKind = Type.Union([Type.Literal('photo'), Type.Literal('signature'), Type.Literal('proof')])
export type CaseFileKind = Static<typeof CaseFileKind>

export const caseFileTitles: Readonly<Record<CaseFileKind, string>> = {
  photo: '走访照片',
  signature: '走访签字',
  proof: '证明材料',
}

/** So many files belong to one record, and only so many days after it. */
export const CASE_FILES_MOST = 6
export const CASE_FILE_DAYS = 7

/** Names a record on the machine on which it was typed. */
export const RecordKey = Type.String({ pattern: '^[0-9a-f]{16,40}$', description: '同一条记录发几次只记一次' })

export const CaseFileQuery = Type.Object(
  { kind: CasePictureKind, name: Type.String({ minLength: 1, maxLength: 200, description: '文件名' }) },
  strict,
)
export type CaseFileQuery = Static<typeof CaseFileQuery>

export const CaseProofQuery = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 200, description: '文件名' }) },
  strict,
)
export type CaseProofQuery = Static<typeof CaseProofQuery>

export const CaseFileKept = Type.Object({ file: Id }, strict)
export type CaseFileKept = Static<typeof CaseFileKept>

export const CaseEventView = Type.Object(
  {
    no: Type.Integer({ description: '第几条，看得见的从 1 起' }),
    title: Type.String(),
    on: Day,
    says: Type.String(),
    fields: Type.Array(Type.Object({ title: Type.String(), text: Type.String() }, strict)),
    state_title: Type.String({ description: '办理后的状态' }),
    unit_name: Type.String(),
    line: CaseLine,
    by: Type.String(),
    at: Type.String(),
    approved_by: Type.String(),
    is_private: Type.Boolean({ description: '只有写的单位和县看得见' }),
    files: Type.Array(Type.Object({ file: Id, kind: CaseFileKind, by: Type.String() }, strict)),
    attach_key: Type.Optional(Type.String({ description: '现在还可以加照片、签字的，用这个标识' })),
  },
  strict,
)
export type CaseEventView = Static<typeof CaseEventView>

export const CasePaperView = Type.Object(
  {
    paper: Id,
    kind: Id,
    title: Type.String(),
    number: Type.String(),
    unit_name: Type.String(),
    on: Day,
    by: Type.String(),
    is_filed: Type.Boolean({ description: '在佐证档案里，读者看得见' }),
  },
  strict,
)
export type CasePaperView = Static<typeof CasePaperView>

/** A step of the definition as it stands for the reader now. */
export const CaseStepView = Type.Object(
  {
    step: Id,
    title: Type.String(),
    /** As which line it would be taken: those of the county are decisions, with a route of their own. */
    line: CaseLine,
    to_title: Type.String({ description: '办理后的状态；空为不变' }),
    asks: Type.Array(CaseworkField),
    proof: Type.String({ description: '要附的证明材料；空为不要' }),
    proof_file: Type.Boolean({ description: '证明要附文件' }),
    exits: Type.Array(
      Type.Object({ exit: Id, title: Type.String(), proof: Type.String(), proof_file: Type.Boolean() }, strict),
    ),
    paper: Type.String({ description: '生成的文书；空为没有' }),
    time: Type.Optional(CaseClockDeed),
    due: Type.Optional(
      Type.Object(
        { field: Id, proposed: Type.Optional(Day) },
        { ...strict, description: '哪一项是办后的期限，照个案办法是哪天' },
      ),
    ),
    refused: Type.Optional(Type.String({ description: '现在不能办的原因' })),
  },
  strict,
)
export type CaseStepView = Static<typeof CaseStepView>

export const HandoverState = Type.Union([
  Type.Literal('offered'),
  Type.Literal('accepted'),
  Type.Literal('refused'),
  Type.Literal('withdrawn'),
])
export type HandoverState = Static<typeof HandoverState>

export const handoverStateTitles: Readonly<Record<HandoverState, string>> = {
  offered: '待接收',
  accepted: '已接收',
  refused: '已退回',
  withdrawn: '已撤回',
}

/** A child goes to another school or township of the county, or to another county. */
export const HandoverView = Type.Object(
  {
    handover: Id,
    county: Type.String(),
    case: Id,
    name: Type.String({ description: '学生姓名，遮蔽' }),
    grade: Type.String(),
    from_county: Type.String({ description: '转出的县' }),
    from_name: Type.String(),
    to_name: Type.String(),
    to_county: Type.String(),
    reason: Type.String(),
    state: HandoverState,
    offered_by: Type.String(),
    offered_at: Type.String(),
    answer: Type.String(),
    answered_by: Type.String(),
    answered_at: Type.Optional(Type.String()),
    may_answer: Type.Boolean(),
    may_withdraw: Type.Boolean(),
  },
  strict,
)
export type HandoverView = Static<typeof HandoverView>

export const HandoverList = Type.Object({ handovers: Type.Array(HandoverView) }, strict)
export type HandoverList = Static<typeof HandoverList>

export const CaseView = Type.Object(
  {
    row: CaseRow,
    id_number: Type.String({ description: '遮蔽；空为没有' }),
    guardian: Type.String({ description: '遮蔽' }),
    guardian_phone: Type.String({ description: '遮蔽；空为没有' }),
    address: Type.String(),
    grounds: Type.String(),
    casework: Type.Object(
      {
        pack: Id,
        version: Type.String(),
        hash: Type.String(),
        title: Type.String(),
        since: Type.String({ description: '从哪天起照它办' }),
        is_unverified: Type.Boolean(),
      },
      strict,
    ),
    newer: Type.Optional(
      Type.Object(
        {
          version: Type.String(),
          changes: Type.Array(Type.String(), { description: '与现在照着办的有什么不同' }),
          is_possible: Type.Boolean({ description: '现在的状态、提出的去向在新办法里都有' }),
          may: Type.Boolean({ description: '读者可以改按新办法' }),
        },
        { ...strict, description: '现行的个案办法，与个案照着办的不同时才有' },
      ),
    ),
    clock: Type.Optional(ClockView),
    holders: Type.Array(
      Type.Object({ line: CaseLine, unit_name: Type.String(), from: Day, until: Type.Optional(Day) }, strict),
    ),
    waits_for: Type.Optional(
      Type.Object(
        {
          unit_name: Type.String(),
          since: Day,
          people: Type.Array(Type.String(), { description: '那里办理个案的人：岗位、姓名' }),
        },
        { ...strict, description: '轮到另一条线办理：等哪个单位，从哪天起' },
      ),
    ),
    earlier: Type.Optional(Type.Object({ case: Id, days_clean: Type.Integer() }, strict)),
    handover: Type.Optional(HandoverView),
    events: Type.Array(CaseEventView),
    papers: Type.Array(CasePaperView),
    destroyed_on: Type.Optional(Type.String({ description: '保管期满销毁个人信息和文书的日期' })),
    steps: Type.Array(CaseStepView),
    may_note: Type.Boolean(),
    may_hand_over: Type.Boolean(),
    may_reveal: Type.Boolean(),
  },
  strict,
)
export type CaseView = Static<typeof CaseView>

/** An open case goes on by the definition now in force. */
export const CaseChangeBody = Type.Object({ reason: Type.String(reasonText) }, strict)
export type CaseChangeBody = Static<typeof CaseChangeBody>

/** A step with a case. What a step does not ask is left out. */
export const CaseStepBody = Type.Object(
  {
    step: Id,
    on: Type.Optional(Day),
    says: Says,
    fields: Type.Array(Type.Object({ field: Id, text: Type.String({ maxLength: 1000 }) }, strict), { maxItems: 30 }),
    exit: Type.Optional(Id),
    /** A paper of the case, or the document named: 文号或名称. */
    proof: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    /** Certificates that were filed with the case before. */
    files: Type.Optional(Type.Array(Id, { maxItems: CASE_FILES_MOST, uniqueItems: true })),
    /** Of an extension, in the unit of the time limit. */
    amount: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
    key: Type.Optional(RecordKey),
  },
  strict,
)
export type CaseStepBody = Static<typeof CaseStepBody>

export const CaseNoteBody = Type.Object(
  { says: Type.String({ minLength: 1, maxLength: 2000 }), is_private: Type.Boolean() },
  strict,
)
export type CaseNoteBody = Static<typeof CaseNoteBody>

export const CaseStepped = Type.Object({ case: Id, state: Id, paper: Type.Optional(Id) }, strict)
export type CaseStepped = Static<typeof CaseStepped>

export const CaseRevealBody = Type.Object(
  {
    data: Type.Union([Type.Literal('name'), Type.Literal('id_number'), Type.Literal('guardian_phone')]),
    reason: Reason,
  },
  strict,
)
export type CaseRevealBody = Static<typeof CaseRevealBody>

/** What somebody who goes to a child's home has to know: never a number of identity. */
export const CaseContactBody = Type.Object(
  { data: Type.Union([Type.Literal('name'), Type.Literal('guardian_phone')]), reason: Reason },
  strict,
)
export type CaseContactBody = Static<typeof CaseContactBody>

export const HandoverMade = Type.Object({ handover: Id }, strict)
export type HandoverMade = Static<typeof HandoverMade>

export const CaseRevealed = Type.Object(
  { value: Type.String(), left_today: Type.Integer({ description: '今天还可以查看几次' }) },
  strict,
)
export type CaseRevealed = Static<typeof CaseRevealed>

export const HandoverBody = Type.Object(
  {
    /** Another county; absent = a school or township of the same county. */
    county: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
    school: Type.Optional(Id),
    township: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: '本县另一个乡镇；只用于没有学校的孩子' }),
    ),
    reason: Reason,
  },
  strict,
)
export type HandoverBody = Static<typeof HandoverBody>

/** An answer of the receiving side. Another county says where the child belongs there. */
export const HandoverAnswerBody = Type.Object(
  {
    accepts: Type.Boolean(),
    says: Says,
    township: Type.Optional(Id),
    school: Type.Optional(Id),
  },
  strict,
)
export type HandoverAnswerBody = Static<typeof HandoverAnswerBody>
