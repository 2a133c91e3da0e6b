import { type Static, Type } from 'typebox'
import { Schooling } from './schooling.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String({ maxLength: 200 })
const Path = Type.String({ minLength: 1, maxLength: 400, description: '单位在组织树中的路径' })

/** By what a child came to be known: a finding of a comparison, or somebody's report. */
export const FoundBy = Type.Union([
  Type.Object({ kind: Type.Literal('finding'), id: Type.String({ minLength: 1, maxLength: 100 }) }, strict),
  Type.Object({ kind: Type.Literal('report') }, strict),
])
export type FoundBy = Static<typeof FoundBy>

const whoItIs = {
  name: Type.String({ minLength: 1, maxLength: 60 }),
  id_number: Type.Optional(Type.String({ maxLength: 30, description: '公民身份号码；没有户籍、不知道的不写' })),
  sex: Type.Optional(Type.Union([Type.Literal('男'), Type.Literal('女')])),
  birth_on: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  guardian: Type.Optional(Text),
  guardian_phone: Type.Optional(Type.String({ maxLength: 30 })),
  address: Type.Optional(Text),
  village: Type.Optional(Text),
  groups: Type.Array(Type.String({ minLength: 1, maxLength: 30 }), {
    maxItems: 12,
    description: '孤儿、残疾、留守、困境、随迁、涉案等',
  }),
  grade: Type.Optional(Type.String({ maxLength: 60 })),
  schooling: Type.Optional(Schooling),
}

/** What is known of a child when a case is opened. `township`, `school`: paths of units of the county. */
export const ChildFacts = Type.Object(
  { ...whoItIs, township: Path, school: Type.Optional(Path), found_by: FoundBy },
  strict,
)
export type ChildFacts = Static<typeof ChildFacts>

/** The same, of somebody who reports a child: units by their ids. */
export const OpenCaseBody = Type.Object(
  {
    ...whoItIs,
    township: Type.String({ minLength: 1, maxLength: 100, description: '乡镇（街道）单位标识' }),
    school: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: '学校单位标识；没有学校的不写' })),
    grounds: Type.String({ minLength: 1, maxLength: 1000, description: '怎样知道这个孩子不在学校' }),
  },
  strict,
)
export type OpenCaseBody = Static<typeof OpenCaseBody>
