import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const

const PostView = Type.Object(
  {
    title: Type.String(),
    unit_name: Type.String(),
    roles: Type.Array(
      Type.Object(
        { id: Type.String(), title: Type.String(), scope_path: Type.String(), scope_name: Type.String() },
        strict,
      ),
    ),
  },
  strict,
)

/** One identity of the demo county, to be entered with one click on the computer that shows it. */
const DemoIdentity = Type.Object(
  { login_name: Type.String(), name: Type.String(), post: Type.String(), roles: Type.Array(Type.String()) },
  strict,
)

/** What the page knows of its session: who is signed in and what may be done. Nothing here decides; the server does. */
export const SessionView = Type.Object(
  {
    state: Type.Union([Type.Literal('set_up'), Type.Literal('signed_out'), Type.Literal('signed_in')]),
    csrf: Type.Optional(Type.String({ description: '随每次改动送回的令牌' })),
    person: Type.Optional(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          login_name: Type.String(),
          unit_name: Type.String(),
          posts: Type.Array(PostView),
        },
        strict,
      ),
    ),
    acting_for: Type.Optional(
      Type.Object(
        { delegation: Type.String(), name: Type.String({ description: '正在代谁办理' }), last: Type.String() },
        strict,
      ),
    ),
    verbs: Type.Array(Type.String()),
    must_first: Type.Optional(Type.Union([Type.Literal('set_password'), Type.Literal('set_totp')])),
    demo: Type.Array(DemoIdentity),
    password_rule: Type.String({ description: '口令要求' }),
    idle_minutes: Type.Integer(),
    version: Type.String(),
    county: Type.Optional(Type.String({ description: '登录之前：本系统所在的县，只有一个时' })),
  },
  strict,
)
export type SessionView = Static<typeof SessionView>
