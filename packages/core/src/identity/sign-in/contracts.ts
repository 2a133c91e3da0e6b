import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const

/** What somebody types; the server lowers and trims it. */
export const LoginName = Type.String({ minLength: 1, maxLength: 80, description: '登录名' })
export const Password = Type.String({ minLength: 1, maxLength: 200, description: '口令' })
export const TotpCode = Type.String({ pattern: '^[0-9]{6}$', description: '动态口令，6 位数字' })

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
