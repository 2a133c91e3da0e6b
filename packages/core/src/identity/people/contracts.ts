import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const name = { minLength: 1, maxLength: 60, pattern: '^[^\\p{Cc}\\p{Cf}]*\\S[^\\p{Cc}\\p{Cf}]*$' } as const
export const reasonText = { minLength: 2, maxLength: 200, pattern: '\\S.*\\S' } as const
export const rowId = { minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9._-]+$' } as const
export const countyCode = { pattern: '^[0-9]{6}$' } as const

const loginName = { pattern: '^[a-z0-9][a-z0-9._-]{1,39}$' } as const

/** A new person; nothing but what is listed can be set. */
export const AddPerson = Type.Object(
  {
    county_code: Type.String({ ...countyCode, description: '单位所在的区划代码' }),
    unit_id: Type.String({ ...rowId, description: '人事关系所在单位' }),
    name: Type.String({ ...name, description: '姓名' }),
    id_number: Type.Optional(Type.String({ maxLength: 40, description: '身份证件号码' })),
    phone: Type.Optional(Type.String({ maxLength: 40, description: '手机号码' })),
    login_name: Type.Optional(Type.String({ ...loginName, description: '登录名；有则同时建立账号' })),
  },
  strict,
)
export type AddPerson = Static<typeof AddPerson>

/** What is absent stays as it is; an empty number is removed. */
export const ChangePerson = Type.Object(
  {
    name: Type.Optional(Type.String({ ...name, description: '姓名' })),
    id_number: Type.Optional(Type.String({ maxLength: 40, description: '身份证件号码；空为删除' })),
    phone: Type.Optional(Type.String({ maxLength: 40, description: '手机号码；空为删除' })),
  },
  { ...strict, minProperties: 1 },
)
export type ChangePerson = Static<typeof ChangePerson>

export const MovePerson = Type.Object(
  {
    county_code: Type.String({ ...countyCode, description: '调入单位所在的区划代码' }),
    unit_id: Type.String({ ...rowId, description: '调入单位' }),
    reason: Type.String({ ...reasonText, description: '原因' }),
  },
  strict,
)
export type MovePerson = Static<typeof MovePerson>

export const AddAccount = Type.Object({ login_name: Type.String({ ...loginName, description: '登录名' }) }, strict)
export type AddAccount = Static<typeof AddAccount>

export const ChangeAccount = Type.Object(
  {
    enabled: Type.Boolean({ description: '启用或停用' }),
    reason: Type.String({ ...reasonText, description: '原因' }),
  },
  strict,
)
export type ChangeAccount = Static<typeof ChangeAccount>

export const IssueSecret = Type.Object({ reason: Type.String({ ...reasonText, description: '原因' }) }, strict)
export type IssueSecret = Static<typeof IssueSecret>

/** Shown once, to be handed over in person. */
export const IssuedSecret = Type.Object(
  {
    login_name: Type.String(),
    code: Type.String({ description: '一次性启用码，只显示这一次' }),
    expires_at: Type.String(),
    needs_confirmation: Type.Boolean({ description: '本人是管理员：须另一名管理员确认后才能使用' }),
  },
  strict,
)
export type IssuedSecret = Static<typeof IssuedSecret>

export const Reveal = Type.Object(
  {
    data: Type.Union([Type.Literal('id_number'), Type.Literal('phone')], { description: '查看哪一项' }),
    reason: Type.String({ ...reasonText, description: '事由，记入审计' }),
  },
  strict,
)
export type Reveal = Static<typeof Reveal>

export const Revealed = Type.Object(
  { value: Type.String(), left_today: Type.Integer({ description: '今天还可查看几次' }) },
  strict,
)
export type Revealed = Static<typeof Revealed>

export const accountStatuses = ['none', 'waiting', 'active', 'disabled'] as const
export const AccountStatus = Type.Union(
  [Type.Literal('none'), Type.Literal('waiting'), Type.Literal('active'), Type.Literal('disabled')],
  { description: '账号：none 没有账号，waiting 待启用，active 在用，disabled 已停用' },
)
export type AccountStatus = Static<typeof AccountStatus>

const personFields = {
  county_code: Type.String(),
  person_id: Type.String(),
  unit_id: Type.String(),
  unit_name: Type.String(),
  name: Type.String({ description: '姓名；没有需要的角色看到的是遮住的' }),
  id_number: Type.String({ description: '遮住中段的证件号码；没有为空' }),
  phone: Type.String({ description: '遮住中段的手机号码；没有为空' }),
  login_name: Type.String(),
  status: AccountStatus,
}

export const PersonEntry = Type.Object(
  { ...personFields, posts: Type.Array(Type.String({ description: '今天的岗位，代理的有注明' })) },
  strict,
)
export type PersonEntry = Static<typeof PersonEntry>

export const PersonList = Type.Object({ rows: Type.Array(PersonEntry), total: Type.Integer() }, strict)
export type PersonList = Static<typeof PersonList>

const period = { since: Type.String(), until: Type.Union([Type.String(), Type.Null()]) }

/** One post that a person has or had, with the roles it brings today. */
export const PersonPost = Type.Object(
  {
    tenure_id: Type.String(),
    post_id: Type.String(),
    post_title: Type.String(),
    unit_name: Type.String(),
    kind: Type.Union([Type.Literal('holder'), Type.Literal('substitute')]),
    ...period,
    status: Type.String(),
    roles: Type.Array(Type.String({ description: '角色名称' })),
  },
  strict,
)
export type PersonPost = Static<typeof PersonPost>

export const PersonDetail = Type.Object(
  {
    ...personFields,
    is_self: Type.Boolean({ description: '就是本人：不能改自己的账号' }),
    code_expires_at: Type.Union([Type.String(), Type.Null()], { description: '启用码的有效期' }),
    last_sign_in_at: Type.Union([Type.String(), Type.Null()]),
    tenures: Type.Array(PersonPost),
  },
  strict,
)
export type PersonDetail = Static<typeof PersonDetail>

export const PeopleFilter = Type.Object(
  {
    q: Type.Optional(
      Type.String({ maxLength: 60, description: '姓名、拼音首字母、登录名，或完整的证件号码、手机号码' }),
    ),
    unit: Type.Optional(Type.String({ maxLength: 200, description: '组织路径：该单位及以下' })),
    role: Type.Optional(Type.String({ maxLength: 40 })),
    status: Type.Optional(AccountStatus),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10000 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
export type PeopleFilter = Static<typeof PeopleFilter>
