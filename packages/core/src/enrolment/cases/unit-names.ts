import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const

/** Townships and schools of a county by name alone: to say where a child belongs, and where it goes. */
export const CaseUnitNames = Type.Object(
  {
    units: Type.Array(
      Type.Object(
        {
          unit: Type.String({ description: '单位标识' }),
          kind: Type.Union([Type.Literal('township'), Type.Literal('school')]),
          name: Type.String(),
          township: Type.Optional(Type.String({ description: '学校所在乡镇（街道）的单位标识' })),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type CaseUnitNames = Static<typeof CaseUnitNames>
