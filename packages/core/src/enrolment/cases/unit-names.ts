import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const

/** Townships and schools of a county and the other counties, by name alone: to say where a child belongs, and where it goes. */
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
    counties: Type.Array(Type.Object({ county: Type.String(), name: Type.String() }, strict), {
      description: '省内其他有单位的县（市、区），本市的在前',
    }),
  },
  strict,
)
export type CaseUnitNames = Static<typeof CaseUnitNames>
