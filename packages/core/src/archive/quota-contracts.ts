import { type Static, Type } from 'typebox'
import { ArchiveDay } from './contracts.ts'

const strict = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 100 })

/** How much evidence a unit keeps, and how much it may. */
export const QuotaUnit = Type.Object(
  {
    unit: Id,
    name: Type.String(),
    used_bytes: Type.Integer({ description: '各版本合计' }),
    quota_bytes: Type.Optional(Type.Integer({ description: '单独设的上限；没有的用统一的' })),
    set_by: Type.String(),
    set_on: Type.Optional(ArchiveDay),
  },
  strict,
)
export type QuotaUnit = Static<typeof QuotaUnit>

export const QuotaList = Type.Object(
  { county: Type.String(), common_bytes: Type.Integer({ description: '统一的上限' }), units: Type.Array(QuotaUnit) },
  strict,
)
export type QuotaList = Static<typeof QuotaList>

/** Without a number the unit may keep what all others may. */
export const SetQuotaBody = Type.Object(
  { megabytes: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000_000 })) },
  strict,
)
export type SetQuotaBody = Static<typeof SetQuotaBody>
