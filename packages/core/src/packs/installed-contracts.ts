import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })

/** One sentence of what differs between two versions. */
export const PackDifference = Type.Object(
  {
    kind: Type.Union([Type.Literal('added'), Type.Literal('removed'), Type.Literal('changed')]),
    section: Type.String(),
    id: Type.String(),
    sentence: Type.String(),
  },
  strict,
)
export type PackDifference = Static<typeof PackDifference>

const version = {
  pack_id: Type.String(),
  version: Type.String(),
  hash: Type.String({ description: '内容的 SHA-256：同一版本号的内容改过，也是另一个版本' }),
  title: Type.String(),
  issuer: Type.String(),
  document: Type.String(),
  scope: Type.String(),
  since: Type.String(),
  until: Type.Optional(Type.String()),
  installed_at: Type.String(),
  unverified: Type.Integer({ minimum: 0, description: '未核实的条目数' }),
  periods: Type.Integer({ minimum: 0, description: '范围内固定用它的上报期数' }),
  runs: Type.Integer({ minimum: 0, description: '范围内按它做的评估次数' }),
} as const

/** A version of a pack that is kept for ever, and how much stands on it. */
export const InstalledVersion = Type.Object(version, strict)
export type InstalledVersion = Static<typeof InstalledVersion>

export const InstalledPacks = Type.Object(
  {
    versions: Type.Array(InstalledVersion),
    offered: Type.Array(
      Type.Object(
        {
          pack_id: Type.String(),
          title: Type.String(),
          version: Type.String(),
          problem: Type.Optional(Type.String({ description: '不能安装的原因：第一处错误' })),
          problems: Count,
        },
        strict,
      ),
      { description: '程序目录里有、还没有安装的版本' },
    ),
  },
  strict,
)
export type InstalledPacks = Static<typeof InstalledPacks>

export const PackVersionView = Type.Object(
  {
    ...version,
    licence: Type.String(),
    uses: Type.Array(Type.String()),
    sections: Type.Array(Type.Object({ section: Type.String(), title: Type.String(), count: Count }, strict)),
    unverified_entries: Type.Array(
      Type.Object({ section: Type.String(), id: Type.String(), title: Type.String() }, strict),
    ),
    before: Type.Optional(
      Type.Object(
        { version: Type.String(), hash: Type.String(), changes: Type.Array(PackDifference) },
        { ...strict, description: '前一个已安装的版本，和与它的差别' },
      ),
    ),
  },
  strict,
)
export type PackVersionView = Static<typeof PackVersionView>
