import { type Static, Type } from 'typebox'
import { reasonText } from '../people/contracts.ts'

const strict = { additionalProperties: false } as const

/** What somebody types; the server lowers and trims it. */
const LoginName = Type.String({ minLength: 1, maxLength: 80, description: '登录名' })
const Password = Type.String({ minLength: 1, maxLength: 200, description: '口令' })
const TotpCode = Type.String({ pattern: '^[0-9]{6}$', description: '动态口令，6 位数字' })

export const SignIn = Type.Object({ login_name: LoginName, password: Password, totp: Type.Optional(TotpCode) }, strict)
export type SignIn = Static<typeof SignIn>

export const DemoSignIn = Type.Object({ login_name: LoginName }, strict)
export type DemoSignIn = Static<typeof DemoSignIn>

export const Activation = Type.Object(
  {
    login_name: LoginName,
    code: Type.String({ minLength: 1, maxLength: 80, description: '一次性启用码' }),
    password: Password,
  },
  strict,
)
export type Activation = Static<typeof Activation>

export const ChangePassword = Type.Object({ current: Password, next: Password }, strict)
export type ChangePassword = Static<typeof ChangePassword>

/** Before the second step is bound or unbound, the password is asked again. */
export const ProvePassword = Type.Object({ password: Password }, strict)
export type ProvePassword = Static<typeof ProvePassword>

export const TotpDraft = Type.Object(
  {
    seed: Type.String({ description: '种子（base32），供手工输入' }),
    address: Type.String({ description: '二维码的内容' }),
    draft: Type.String({ description: '确认时原样送回' }),
  },
  strict,
)
export type TotpDraft = Static<typeof TotpDraft>

export const ConfirmTotp = Type.Object({ draft: Type.String({ minLength: 1, maxLength: 600 }), code: TotpCode }, strict)
export type ConfirmTotp = Static<typeof ConfirmTotp>

const sessionFields = {
  session: Type.String({ description: '会话标识' }),
  started_at: Type.String({ description: '登录时间（UTC）' }),
  seen_at: Type.String({ description: '最近活动时间（UTC）' }),
  address: Type.String({ description: '来源地址' }),
  browser: Type.String(),
  current: Type.Boolean({ description: '就是发出这次请求的会话' }),
}

/** A session that lasts. */
export const OwnSession = Type.Object(sessionFields, strict)
export type OwnSession = Static<typeof OwnSession>

export const OwnAccount = Type.Object(
  {
    login_name: Type.String(),
    is_demo: Type.Boolean(),
    has_totp: Type.Boolean({ description: '已绑定动态口令' }),
    password_set_at: Type.Union([Type.String(), Type.Null()]),
    password_days_left: Type.Union([Type.Integer(), Type.Null()], { description: '口令还可用几天；不限期为空' }),
    sessions: Type.Array(OwnSession),
  },
  strict,
)
export type OwnAccount = Static<typeof OwnAccount>

export const SessionEntry = Type.Object(
  {
    ...sessionFields,
    county_code: Type.String(),
    person_id: Type.String(),
    name: Type.String(),
    login_name: Type.String(),
    unit_name: Type.String(),
  },
  strict,
)
export type SessionEntry = Static<typeof SessionEntry>

export const SessionList = Type.Object(
  { rows: Type.Array(SessionEntry), total: Type.Integer({ description: '在线会话总数；列出的至多 500 个' }) },
  strict,
)
export type SessionList = Static<typeof SessionList>

export const EndSession = Type.Object({ reason: Type.String({ ...reasonText, description: '原因，记入审计' }) }, strict)
export type EndSession = Static<typeof EndSession>
