import { type Static, Type } from 'typebox'
import { reasonText, rowId } from '../people/contracts.ts'

const strict = { additionalProperties: false } as const
const day = (description: string) => Type.String({ format: 'date', description })

/** What somebody hands to a colleague of the same unit for some days. */
export const NewDelegation = Type.Object(
  {
    delegate: Type.String({ ...rowId, description: '由谁代办' }),
    since: day('起始日期'),
    last: day('最后一天，含当日'),
    reason: Type.String({ ...reasonText, description: '原因：出差、休假等' }),
  },
  strict,
)
export type NewDelegation = Static<typeof NewDelegation>

export const DelegationState = Type.Union([
  Type.Literal('ahead'),
  Type.Literal('running'),
  Type.Literal('over'),
  Type.Literal('withdrawn'),
])
export type DelegationState = Static<typeof DelegationState>

export const DelegationEntry = Type.Object(
  {
    delegation: Type.String(),
    giver: Type.String({ description: '授权人姓名' }),
    delegate: Type.String({ description: '代办人姓名' }),
    since: Type.String(),
    last: Type.String({ description: '最后一天，含当日' }),
    reason: Type.String(),
    state: DelegationState,
    withheld: Type.Array(Type.String(), { description: '不随授权转移的权限' }),
  },
  strict,
)
export type DelegationEntry = Static<typeof DelegationEntry>

export const DelegationList = Type.Object(
  {
    today: Type.String(),
    given: Type.Array(DelegationEntry, { description: '我授权别人的，新的在前' }),
    received: Type.Array(DelegationEntry, { description: '别人授权我的，新的在前' }),
    colleagues: Type.Array(
      Type.Object({ person: Type.String(), name: Type.String(), posts: Type.Array(Type.String()) }, strict),
      { description: '本单位可以代办的人' },
    ),
  },
  strict,
)
export type DelegationList = Static<typeof DelegationList>
