import { type Static, Type } from 'typebox'
import { unitKinds } from './unit-kinds.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String({ maxLength: 200 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，YYYY-MM-DD' })
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const UnitKindSchema = Type.Union([
  Type.Literal('government'),
  Type.Literal('department'),
  Type.Literal('township'),
  Type.Literal('school'),
  Type.Literal('kindergarten'),
  Type.Literal('inspection_area'),
])

/** One unit as it stood on a day. */
export const UnitEntry = Type.Object(
  {
    county_code: Type.String(),
    unit_id: Type.String(),
    kind: UnitKindSchema,
    name: Type.String(),
    initials: Type.String({ description: '名称的拼音首字母' }),
    code: Type.String(),
    school_type: Type.String(),
    area_code: Maybe(Type.String()),
    parent_id: Maybe(Type.String()),
    since: Type.String({ description: '这一状态从何时起' }),
    opened_on: Type.String(),
    closed_on: Maybe(Type.String()),
    org_path: Type.String({ description: '现在的组织路径' }),
  },
  strict,
)
export type UnitEntry = Static<typeof UnitEntry>

export const UnitTree = Type.Object(
  {
    county: Type.String(),
    as_of: Type.String(),
    counties: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, strict), {
      description: '您能看到的县（市、区）',
    }),
    above: Type.Array(Type.String(), { description: '范围以上各级的名称' }),
    units: Type.Array(UnitEntry),
  },
  strict,
)
export type UnitTree = Static<typeof UnitTree>

export const UnitVersion = Type.Object(
  {
    since: Type.String(),
    until: Maybe(Type.String()),
    name: Type.String(),
    parent_name: Type.String(),
    school_type: Type.String(),
    area_code: Maybe(Type.String()),
    reason: Type.String(),
  },
  strict,
)

export const UnitSuccession = Type.Object(
  {
    unit_id: Type.String(),
    name: Type.String(),
    kind: Type.Union([Type.Literal('merge'), Type.Literal('split')]),
    effective_on: Type.String(),
    reason: Type.String(),
  },
  strict,
)

export const UnitPost = Type.Object(
  { post_id: Type.String(), title: Type.String(), closed_on: Maybe(Type.String()) },
  strict,
)

export const UnitDetail = Type.Object(
  {
    unit: UnitEntry,
    path_names: Type.Array(Type.String()),
    closed_reason: Type.String(),
    versions: Type.Array(UnitVersion, { description: '新的在前' }),
    predecessors: Type.Array(UnitSuccession),
    successors: Type.Array(UnitSuccession),
    posts: Type.Array(UnitPost),
  },
  strict,
)
export type UnitDetail = Static<typeof UnitDetail>

const effect = {
  effective_on: Day,
  reason: Type.String({ minLength: 1, maxLength: 200, description: '批准文件或原因' }),
  dry_run: Type.Optional(Type.Boolean({ description: '只看会发生什么，不改动' })),
}

export const OpenUnitBody = Type.Object(
  {
    county: Type.String({ pattern: '^\\d{6}$' }),
    kind: UnitKindSchema,
    name: Text,
    code: Type.Optional(Text),
    parent_id: Type.Optional(Text),
    area_code: Type.Optional(Text),
    school_type: Type.Optional(Text),
    opened_on: Day,
    reason: Type.Optional(Text),
  },
  strict,
)
export type OpenUnitBody = Static<typeof OpenUnitBody>

export const RenameUnitBody = Type.Object(
  {
    name: Type.Optional(Text),
    code: Type.Optional(Text),
    area_code: Type.Optional(Text),
    school_type: Type.Optional(Text),
    ...effect,
  },
  strict,
)
export type RenameUnitBody = Static<typeof RenameUnitBody>

export const MoveUnitBody = Type.Object({ parent_id: Text, ...effect }, strict)
export type MoveUnitBody = Static<typeof MoveUnitBody>

export const MergeUnitsBody = Type.Object({ from: Type.Array(Text, { minItems: 1, maxItems: 100 }), ...effect }, strict)
export type MergeUnitsBody = Static<typeof MergeUnitsBody>

export const SplitUnitBody = Type.Object(
  {
    into: Type.Array(
      Type.Object(
        {
          name: Text,
          kind: Type.Optional(UnitKindSchema),
          code: Type.Optional(Text),
          school_type: Type.Optional(Text),
          members: Type.Array(Text, { maxItems: 1000, description: '划归它的下级单位' }),
        },
        strict,
      ),
      { minItems: 1, maxItems: 20 },
    ),
    stays: Type.Boolean({ description: '原单位存续' }),
    ...effect,
  },
  strict,
)
export type SplitUnitBody = Static<typeof SplitUnitBody>

export const CloseUnitBody = Type.Object(effect, strict)
export type CloseUnitBody = Static<typeof CloseUnitBody>

/** What a change did, or would do. */
export const UnitChange = Type.Object(
  {
    units: Type.Array(Type.Object({ unit_id: Type.String(), name: Type.String(), says: Type.String() }, strict)),
    tables: Type.Array(Type.Object({ title: Type.String(), rows: Type.Integer() }, strict), {
      description: '随之改换归属的数据行',
    }),
    rows: Type.Integer(),
    posts_closed: Type.Integer(),
  },
  strict,
)
export type UnitChange = Static<typeof UnitChange>

export const PostBody = Type.Object(
  { county: Type.String({ pattern: '^\\d{6}$' }), unit_id: Text, title: Text },
  strict,
)
export type PostBody = Static<typeof PostBody>

/** The order in which kinds stand below one parent. */
export const unitKindOrder = Object.keys(unitKinds)
