import { type Static, Type } from 'typebox'
import { State } from '../assessment.ts'

const strict = { additionalProperties: false } as const

/** Longest reason or note, in characters. */
export const DELIVERY_WORDS = 500

/** What is done with a result that was handed up, in the order of its life. */
export const DeliveryDeed = Type.Union([
  Type.Literal('sent'),
  Type.Literal('withdrawn'),
  Type.Literal('confirmed'),
  Type.Literal('returned'),
])
export type DeliveryDeed = Static<typeof DeliveryDeed>

const reason = { maxLength: DELIVERY_WORDS, description: '理由或说明' } as const

export const DeliverBody = Type.Object(
  { run: Type.String({ minLength: 1, maxLength: 64, description: '评估标识' }), reason: Type.String(reason) },
  strict,
)
export type DeliverBody = Static<typeof DeliverBody>

export const ReasonBody = Type.Object({ reason: Type.String(reason) }, strict)
export type ReasonBody = Static<typeof ReasonBody>

export const GatheringBody = Type.Object(
  {
    pack: Type.String({ minLength: 1, maxLength: 200, description: '标准包标识' }),
    year: Type.Integer({ minimum: 1949, maximum: 2999 }),
    kind: Type.Union([Type.Literal('official'), Type.Literal('preview')], {
      description: '性质：official 正式，只用已确认的；preview 预览，也用上报了还没有确认的',
    }),
  },
  strict,
)
export type GatheringBody = Static<typeof GatheringBody>

/** One step in the life of a delivery. */
const Step = Type.Object(
  { deed: DeliveryDeed, by: Type.String(), at: Type.String({ description: '时间（UTC）' }), reason: Type.String() },
  strict,
)

/** A result handed up, as whoever handed it up and whoever receives it see it. */
export const Delivery = Type.Object(
  {
    id: Type.String(),
    no: Type.Integer({ description: '这一年这个标准包的第几次上报' }),
    county: Type.Object({ code: Type.String(), name: Type.String() }, strict),
    pack: Type.Object({ id: Type.String(), title: Type.String(), version: Type.String() }, strict),
    year: Type.Integer(),
    run: Type.String({ description: '评估标识' }),
    status: Type.Union([Type.Literal('preview'), Type.Literal('official')], { description: '评估的性质' }),
    state: State,
    points: Type.Optional(Type.String({ description: '得分，按标准包的规则舍入' })),
    grade: Type.Optional(Type.String({ description: '等次' })),
    deed: DeliveryDeed,
    steps: Type.Array(Step, { description: '经过，先办的在前' }),
    may: Type.Array(DeliveryDeed, { description: '本人现在可以办的' }),
  },
  strict,
)
export type Delivery = Static<typeof Delivery>

/** What a county has to hand up, and what it has handed up. */
export const DeliveriesAnswer = Type.Object(
  {
    counties: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, strict), {
      description: '本人看得到全部的县（市）；没有的，不能上报',
    }),
    county: Type.String({ description: '以下是哪个县（市）的' }),
    may_send: Type.Boolean(),
    oversees: Type.Boolean({ description: '看得到某个市、省的全部，可以看所辖各县（市）上报了没有' }),
    runs: Type.Array(
      Type.Object(
        {
          run: Type.String(),
          pack: Type.Object({ id: Type.String(), title: Type.String(), version: Type.String() }, strict),
          year: Type.Integer(),
          status: Delivery.properties.status,
          state: State,
          created_at: Type.String({ description: '计算时间（UTC）' }),
          refusal: Type.Optional(
            Type.Union([Type.Literal('open'), Type.Literal('same')], {
              description: '不能上报的原因：open 前一次还没有确认，same 就是已上报的那一次',
            }),
          ),
        },
        strict,
      ),
      { description: '各标准包、各年度最近一次评估，有正式的取正式的' },
    ),
    deliveries: Type.Array(Delivery),
  },
  strict,
)
export type DeliveriesAnswer = Static<typeof DeliveriesAnswer>

const Choice = Type.Object({ id: Type.String(), title: Type.String() }, strict)

/** How far a city's (province's) year has come: who has handed up, and the evaluation made of it. */
export const GatheringAnswer = Type.Object(
  {
    areas: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, strict), {
      description: '可以汇总的市、省',
    }),
    area: Type.String(),
    packs: Type.Array(Choice, { description: '从下级评估取数的标准包' }),
    pack: Type.String(),
    years: Type.Array(Type.Integer()),
    year: Type.Integer(),
    may_gather: Type.Boolean(),
    members: Type.Array(
      Type.Object(
        {
          county: Type.Object({ code: Type.String(), name: Type.String() }, strict),
          delivery: Type.Optional(Delivery),
          counted: Type.Optional(
            Type.String({ description: '正式汇总采用的评估标识；没有的，汇总里记未报，点名列出' }),
          ),
        },
        strict,
      ),
    ),
    run: Type.Optional(
      Type.Object(
        {
          id: Type.String(),
          status: Delivery.properties.status,
          state: State,
          created_at: Type.String({ description: '计算时间（UTC）' }),
          is_behind: Type.Boolean({ description: '这次汇总以后，采用的各县评估变了' }),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type GatheringAnswer = Static<typeof GatheringAnswer>
