import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const

/** Something about one cell, row or the whole file. An `error` keeps the whole file out. */
export const ImportFinding = Type.Object(
  {
    level: Type.Union([Type.Literal('error'), Type.Literal('check'), Type.Literal('repair'), Type.Literal('note')]),
    message: Type.String(),
    advice: Type.String(),
    sheet: Type.String(),
    cell: Type.String(),
    name: Type.String({ description: '这一行说的是谁' }),
  },
  strict,
)
export type ImportFinding = Static<typeof ImportFinding>

/** What an import did, or would do. */
export const ImportOutcome = Type.Object(
  {
    applied: Type.Boolean({ description: '已经写入；有错误或只是预览时为否' }),
    added: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    steps: Type.Array(Type.Object({ name: Type.String(), says: Type.String() }, strict)),
    findings: Type.Array(ImportFinding),
  },
  strict,
)
export type ImportOutcome = Static<typeof ImportOutcome>

export const AreaEntry = Type.Object(
  {
    code: Type.String(),
    since: Type.String(),
    until: Type.Union([Type.String(), Type.Null()]),
    level: Type.String(),
    name: Type.String(),
    parent_code: Type.Union([Type.String(), Type.Null()]),
    successor_code: Type.Union([Type.String(), Type.Null()]),
    source: Type.String(),
  },
  strict,
)
export type AreaEntry = Static<typeof AreaEntry>

export const AreaList = Type.Object(
  {
    as_of: Type.String(),
    areas: Type.Array(AreaEntry),
    total: Type.Integer(),
  },
  strict,
)
export type AreaList = Static<typeof AreaList>
