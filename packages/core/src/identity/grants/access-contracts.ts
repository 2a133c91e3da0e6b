import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const nullableText = Type.Union([Type.String(), Type.Null()])

export const AccessQuery = Type.Object(
  {
    path: Type.String({ minLength: 3, maxLength: 400, description: '组织路径' }),
    verb: Type.String({ maxLength: 60, description: '权限' }),
  },
  strict,
)
export type AccessQuery = Static<typeof AccessQuery>

/** One person who may, and the rule by which: their post by a tenure, its role by a grant, the grant's scope. */
export const AccessEntry = Type.Object(
  {
    person_name: Type.String(),
    post_title: Type.String(),
    unit_name: Type.String(),
    kind: Type.Union([Type.Literal('holder'), Type.Literal('substitute')]),
    role: Type.String(),
    role_title: Type.String(),
    scope_path: Type.String(),
    scope_name: Type.String(),
    since: Type.String({ description: '任职与授权都有效的起始日期' }),
    until: nullableText,
    grant_id: Type.String(),
    account: Type.String({ description: '账号状态' }),
  },
  strict,
)
export type AccessEntry = Static<typeof AccessEntry>

export const AccessAnswer = Type.Object(
  { path: Type.String(), unit_name: Type.String(), verb: Type.String(), rows: Type.Array(AccessEntry) },
  strict,
)
export type AccessAnswer = Static<typeof AccessAnswer>

/** What one person may see and do: each grant in force with its verbs. */
export const PersonAccess = Type.Object(
  {
    person_name: Type.String(),
    rows: Type.Array(Type.Object({ ...AccessEntry.properties, verbs: Type.Array(Type.String()) }, strict)),
  },
  strict,
)
export type PersonAccess = Static<typeof PersonAccess>

const Administrator = Type.Object(
  { name: Type.String(), post_title: Type.String(), unit_name: Type.String(), account: Type.String() },
  strict,
)

/** One of the three administrators: who they are and what waits for them. */
const Duty = Type.Object(
  {
    duty: Type.Union([Type.Literal('system'), Type.Literal('security'), Type.Literal('audit')]),
    people: Type.Array(Administrator),
    waits: Type.Array(
      Type.Object({ kind: Type.String(), count: Type.Integer(), subjects: Type.Array(Type.String()) }, strict),
    ),
  },
  strict,
)

/** A one-time code for an administrator that is of no use until another one has confirmed it. */
export const WaitingSecret = Type.Object(
  {
    county_code: Type.String(),
    person_id: Type.String(),
    person_name: Type.String(),
    login_name: Type.String(),
    unit_name: Type.String(),
    issued_by: Type.String({ description: '发放人' }),
    issued_at: Type.String(),
    expires_at: Type.String(),
    may_confirm: Type.Boolean({ description: '查看者可以确认：既不是发放人，也不是本人' }),
  },
  strict,
)
export type WaitingSecret = Static<typeof WaitingSecret>

export const AdministratorDesk = Type.Object(
  {
    apart: Type.Boolean({ description: '三员分立是否开启' }),
    second_approval: Type.Boolean({ description: '授权与任职是否须复核' }),
    meetings: Type.Array(
      Type.Object(
        { person_name: Type.String(), role_titles: Type.Array(Type.String()) },
        { ...strict, description: '同时担任互斥角色的人员' },
      ),
    ),
    duties: Type.Array(Duty),
    secrets: Type.Array(WaitingSecret, { description: '待另一名管理员确认的启用码' }),
    changes: Type.Array(
      Type.Object(
        { at: Type.String(), kind: Type.String(), subject: Type.String(), status: Type.String(), by: Type.String() },
        strict,
      ),
    ),
  },
  strict,
)
export type AdministratorDesk = Static<typeof AdministratorDesk>
