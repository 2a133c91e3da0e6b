import { type Static, Type } from 'typebox'
import { countyCode, reasonText, rowId } from '../people/contracts.ts'

const strict = { additionalProperties: false } as const
const day = (description: string) => Type.String({ format: 'date', description })
const reason = Type.String({ ...reasonText, description: '原因' })
const county = Type.String({ ...countyCode, description: '岗位所在的区划代码' })
const post = Type.String({ ...rowId, description: '岗位' })
const since = day('起始日期')
const nullableText = Type.Union([Type.String(), Type.Null()])

export const ProposeTenure = Type.Object(
  {
    county_code: county,
    post_id: post,
    person_id: Type.String({ ...rowId, description: '人员' }),
    kind: Type.Union([Type.Literal('holder'), Type.Literal('substitute')], { description: '任职或代理' }),
    since,
    until: Type.Optional(day('截止日期（不含当日）；代理必填')),
    reason,
  },
  strict,
)
export type ProposeTenure = Static<typeof ProposeTenure>

/** The end of one tenure and the start of another on the same day; the post keeps its work and its grants. */
export const HandOver = Type.Object(
  {
    person_id: Type.String({ ...rowId, description: '接任的人员' }),
    on: day('交接日期：自这一天起由接任者任职'),
    reason,
  },
  strict,
)
export type HandOver = Static<typeof HandOver>

export const ProposeGrant = Type.Object(
  {
    county_code: county,
    post_id: post,
    role: Type.String({ pattern: '^[a-z][a-z_]{1,39}$', description: '角色' }),
    scope_path: Type.String({ maxLength: 400, description: '范围：这条组织路径及以下' }),
    since,
    until: Type.Optional(day('截止日期（不含当日）')),
    reason,
  },
  strict,
)
export type ProposeGrant = Static<typeof ProposeGrant>

export const Decide = Type.Object(
  {
    approve: Type.Boolean({ description: '同意或不同意' }),
    reason: Type.String({ maxLength: 200, description: '意见；不同意时必填' }),
  },
  strict,
)
export type Decide = Static<typeof Decide>

/** The word on a one-time code, which is told by when it was issued: another may have been issued meanwhile. */
export const DecideSecret = Type.Object(
  { ...Decide.properties, issued_at: Type.String({ maxLength: 40, description: '页面上这个启用码的发放时间' }) },
  strict,
)
export type DecideSecret = Static<typeof DecideSecret>

export const EndOn = Type.Object({ on: day('自这一天起不再有效'), reason }, strict)
export type EndOn = Static<typeof EndOn>

export const appointmentStatuses = ['proposed', 'approved', 'rejected', 'withdrawn'] as const
export type AppointmentStatus = (typeof appointmentStatuses)[number]
const Status = Type.Union([
  Type.Literal('proposed'),
  Type.Literal('approved'),
  Type.Literal('rejected'),
  Type.Literal('withdrawn'),
])

/** What the signed-in person may do with an entry. */
const may = {
  may_decide: Type.Boolean(),
  may_withdraw: Type.Boolean(),
  may_end: Type.Boolean(),
}

const decision = {
  status: Status,
  reason: Type.String(),
  proposed_by: Type.String({ description: '提出人姓名' }),
  proposed_at: Type.String(),
  decided_by: Type.String({ description: '复核人姓名；没有为空' }),
  decided_at: nullableText,
  decision_reason: Type.String(),
}

export const TenureEntry = Type.Object(
  {
    county_code: Type.String(),
    tenure_id: Type.String(),
    post_id: Type.String(),
    post_title: Type.String(),
    unit_name: Type.String(),
    person_id: Type.String(),
    person_name: Type.String(),
    kind: Type.Union([Type.Literal('holder'), Type.Literal('substitute')]),
    since: Type.String(),
    until: nullableText,
    replaces: Type.String({ description: '交接时，原任职者的姓名；不是交接为空' }),
    ...decision,
    ...may,
  },
  strict,
)
export type TenureEntry = Static<typeof TenureEntry>

export const GrantEntry = Type.Object(
  {
    county_code: Type.String(),
    grant_id: Type.String(),
    post_id: Type.String(),
    post_title: Type.String(),
    unit_name: Type.String(),
    holders: Type.Array(Type.String({ description: '今天在岗的人员' })),
    role: Type.String(),
    role_title: Type.String(),
    scope_path: Type.String(),
    scope_name: Type.String(),
    since: Type.String(),
    until: nullableText,
    ...decision,
    ...may,
  },
  strict,
)
export type GrantEntry = Static<typeof GrantEntry>

/** How a proposal, decision or end came out: approved at once where no second approval is asked for. */
export const Outcome = Type.Object({ id: Type.String(), status: Status }, strict)
export type Outcome = Static<typeof Outcome>

/** A post with those who have it today and the roles it brings. */
export const PostEntry = Type.Object(
  {
    county_code: Type.String(),
    post_id: Type.String(),
    title: Type.String(),
    unit_id: Type.String(),
    unit_name: Type.String(),
    holder: Type.String({ description: '任职者姓名；空缺为空' }),
    substitutes: Type.Array(Type.String()),
    waiting: Type.Integer({ description: '待复核的任职' }),
    roles: Type.Array(Type.String({ description: '角色名称' })),
  },
  strict,
)
export type PostEntry = Static<typeof PostEntry>

const listFilter = {
  q: Type.Optional(Type.String({ maxLength: 60, description: '岗位、单位或姓名中的文字' })),
  unit: Type.Optional(Type.String({ maxLength: 200, description: '组织路径：该单位及以下' })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10000 })),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}

export const PostFilter = Type.Object(
  { ...listFilter, vacant: Type.Optional(Type.Boolean()), post: Type.Optional(Type.String(rowId)) },
  strict,
)
export type PostFilter = Static<typeof PostFilter>

export const TenureFilter = Type.Object(
  { ...listFilter, status: Type.Optional(Status), post: Type.Optional(Type.String(rowId)) },
  strict,
)
export type TenureFilter = Static<typeof TenureFilter>

export const GrantFilter = Type.Object(
  {
    ...listFilter,
    status: Type.Optional(Status),
    role: Type.Optional(Type.String({ maxLength: 40 })),
    post: Type.Optional(Type.String(rowId)),
  },
  strict,
)
export type GrantFilter = Static<typeof GrantFilter>

export const PostList = Type.Object({ rows: Type.Array(PostEntry), total: Type.Integer() }, strict)
export type PostList = Static<typeof PostList>
export const TenureList = Type.Object({ rows: Type.Array(TenureEntry), total: Type.Integer() }, strict)
export type TenureList = Static<typeof TenureList>
export const GrantList = Type.Object({ rows: Type.Array(GrantEntry), total: Type.Integer() }, strict)
export type GrantList = Static<typeof GrantList>
