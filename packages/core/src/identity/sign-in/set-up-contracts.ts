import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const unitName = { minLength: 2, maxLength: 60 } as const

const FirstPerson = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 60, pattern: '^[^\\p{Cc}\\p{Cf}]*$', description: '姓名' }),
    login_name: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,39}$', description: '登录名' }),
  },
  strict,
)

/** The first content of an empty installation: its county and those who administer it. */
export const SetUp = Type.Object(
  {
    secret: Type.String({ minLength: 1, maxLength: 80, description: '程序启动时显示的设置密码' }),
    county_code: Type.String({ pattern: '^[1-9][0-9]{5}$', description: '六位行政区划代码' }),
    government: Type.String({ ...unitName, description: '政府名称，如 云岭县人民政府' }),
    department: Type.String({ ...unitName, description: '管理员所在单位，如 县电子政务中心' }),
    apart: Type.Boolean({ description: '三员分立：四人各不相同，互不兼任' }),
    system_admin: FirstPerson,
    security_admin: FirstPerson,
    second_security_admin: FirstPerson,
    auditor: FirstPerson,
  },
  strict,
)
export type SetUp = Static<typeof SetUp>

export const SetUpDone = Type.Object(
  {
    accounts: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          login_name: Type.String(),
          posts: Type.Array(Type.String()),
          code: Type.String({ description: '一次性启用码，只显示这一次' }),
          expires_at: Type.String(),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type SetUpDone = Static<typeof SetUpDone>

export const setUpPosts = {
  system_admin: { title: '系统管理员', role: 'system_admin' },
  security_admin: { title: '安全管理员', role: 'security_admin' },
  second_security_admin: { title: '安全管理员（复核）', role: 'security_admin' },
  auditor: { title: '审计管理员', role: 'auditor' },
} as const

export type SetUpPost = keyof typeof setUpPosts
export const setUpPostNames = ['system_admin', 'security_admin', 'second_security_admin', 'auditor'] as const

/** What is wrong with who was named, as the rest of a sentence; undefined when nothing is. */
export function findSetUpFault(input: SetUp): string | undefined {
  const { system_admin, security_admin, second_security_admin, auditor, apart } = input
  const people = [system_admin, security_admin, second_security_admin, auditor]
  const names = new Map(people.map((person) => [person.login_name, person.name]))
  const contradicts = people.some((person) => names.get(person.login_name) !== person.name)
  if (contradicts) return '同一个登录名写了不同的姓名'
  if (security_admin.login_name === second_security_admin.login_name) return '两名安全管理员必须是不同的人'
  if (apart && names.size < people.length) return '三员分立时四个人必须各不相同'
  return undefined
}
