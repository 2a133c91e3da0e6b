import { type Static, Type } from 'typebox'
import { Basis, Id } from './basis.ts'

/** What of a lower government's run fills a column. */
export const GatheredTake = Type.Union([
  Type.Literal('数值'),
  Type.Literal('得分'),
  Type.Literal('等次'),
  Type.Literal('结论'),
  Type.Literal('未达标项目'),
])
export type GatheredTake = Static<typeof GatheredTake>

/** One column of the register: `of` names the element or indicator (数值), or the rating (得分, 等次), in the packs below. */
export const GatheredColumn = Type.Object(
  { column: Id, take: GatheredTake, of: Type.Optional(Id) },
  { additionalProperties: false },
)
export type GatheredColumn = Static<typeof GatheredColumn>

/**
 * A register whose rows are the finished runs of the governments below: a row for each that has handed its run up. `level`:
 * which ones are meant; `packs`: runs of which packs count.
 */
export const Gathering = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    level: Type.Union([Type.Literal('县'), Type.Literal('市')]),
    packs: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    /** The register of those who have to hand up: filled from the areas, so that who has not is missed by name. */
    members: Type.Object({ register: Id, code: Id, name: Id }, { additionalProperties: false }),
    results: Type.Object(
      { register: Id, code: Id, name: Id, columns: Type.Array(GatheredColumn, { minItems: 1 }) },
      { additionalProperties: false },
    ),
    basis: Type.Optional(Basis),
  },
  { additionalProperties: false },
)
export type Gathering = Static<typeof Gathering>
