import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const word = Type.String({ minLength: 1, maxLength: 200 })
const Money = Type.String({ pattern: '^\\d{1,10}(\\.\\d{1,2})?$', description: '元，至多两位小数' })
const Per = Type.Union([Type.Literal('once'), Type.Literal('yearly')], {
  description: 'once 一次性投入；yearly 每年都要支出',
})

/** 单价: what the county itself reckons one unit of something costs. Nothing of it comes with a pack. */
export const Price = Type.Object(
  {
    of: Type.String({ description: '什么的单价，如 教学及辅助用房面积' }),
    unit: Type.String({ description: '每一个什么，如 平方米；空为没有单位' }),
    yuan: Type.Optional(Type.String({ description: '元；没有的，已撤下' })),
    per: Per,
    source: Type.String({ description: '测算依据：文件、合同、造价信息' }),
    since: Type.String({ description: '从哪天起用' }),
    by: Type.String(),
    at: Type.String(),
  },
  strict,
)
export type Price = Static<typeof Price>

/** What an evaluation asks a price of: the resource that a gap is counted in. */
export const PricedThing = Type.Object(
  {
    of: Type.String(),
    unit: Type.String(),
    indicators: Type.Array(
      Type.Object(
        {
          indicator: Type.String(),
          title: Type.String(),
          amount: Type.Optional(Type.String({ description: '这次评估还差多少，准确值' })),
          unit: Type.Optional(Type.String()),
        },
        strict,
      ),
      { description: '哪些指标的差距用它算' },
    ),
    price: Type.Optional(Price),
    history: Type.Array(Price, { description: '历次的单价，新的在前' }),
  },
  strict,
)
export type PricedThing = Static<typeof PricedThing>

export const PriceTable = Type.Object(
  { today: Type.String(), county: Type.String(), things: Type.Array(PricedThing) },
  strict,
)
export type PriceTable = Static<typeof PriceTable>

export const PriceBody = Type.Object(
  {
    of: word,
    unit: Type.String({ maxLength: 40 }),
    yuan: Type.Optional(Money),
    per: Per,
    source: Type.String({ minLength: 2, maxLength: 300, pattern: '\\S' }),
    since: Type.String({ format: 'date' }),
  },
  { ...strict, description: '没有 yuan 的，撤下这一单价' },
)
export type PriceBody = Static<typeof PriceBody>
