import { type Static, Type } from 'typebox'
import { Basis, CivilDateText, Id, Verified } from './basis.ts'
import { CaseLine } from './casework.ts'

const strict = { additionalProperties: false } as const
const Title = Type.String({ minLength: 1, maxLength: 60 })
const Sourced = { basis: Basis, verified: Type.Optional(Verified) }
const MonthDay = Type.String({ pattern: '^\\d{2}-\\d{2}$' })
const Count = Type.Integer({ minimum: 1, maximum: 1000 })

/** What has to be known before a child may be placed so. */
export const PlacementNeed = Type.Union([
  Type.Literal('学校'),
  Type.Literal('班级'),
  Type.Literal('专家意见'),
  Type.Literal('理由'),
  Type.Literal('复核日期'),
])
export type PlacementNeed = Static<typeof PlacementNeed>

/** 安置方式: where and how a child is taught, what it requires, and after how many months it is looked at again. */
export const PlacementKind = Type.Object(
  {
    id: Id,
    title: Title,
    needs: Type.Array(PlacementNeed),
    /** Fills in the day of the review where nobody names one; only if it is verified. */
    review_months: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
    /** Teachers come to the child: lessons are noted, and counted against the dose. */
    at_home: Type.Optional(Type.Literal(true)),
    ...Sourced,
  },
  strict,
)
export type PlacementKind = Static<typeof PlacementKind>

/** A term by month and day: one that begins before August belongs to the year after. */
export const DoseTerm = Type.Object(
  {
    id: Id,
    title: Title,
    from: MonthDay,
    to: MonthDay,
    weeks: Type.Integer({ minimum: 1, maximum: 52 }),
    months: Type.Integer({ minimum: 1, maximum: 12 }),
  },
  strict,
)
export type DoseTerm = Static<typeof DoseTerm>

/** 送教标准: how often, and for how many class hours, a child taught at home has to be visited. */
export const Dose = Type.Object(
  {
    id: Id,
    title: Title,
    /** First digits of the codes of the counties where it holds; absent = of all that use the pack. */
    jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9]{2,6}$' })),
    since: CivilDateText,
    until: Type.Optional(CivilDateText),
    visits: Type.Object(
      {
        count: Count,
        per: Type.Union([Type.Literal('周'), Type.Literal('月'), Type.Literal('学期'), Type.Literal('学年')]),
      },
      strict,
    ),
    hours: Type.Optional(
      Type.Object({ count: Count, per: Type.Union([Type.Literal('次'), Type.Literal('学年')]) }, strict),
    ),
    terms: Type.Array(DoseTerm, { minItems: 1, maxItems: 4 }),
    /** So many visits may be missing before it is red and not yellow. */
    slack: Type.Integer({ minimum: 0, maximum: 100 }),
    basis: Basis,
    verified: Verified,
  },
  strict,
)
export type Dose = Static<typeof Dose>

/** 关爱对象 of one kind, and how often whoever helps such a child has to see it. */
export const CareKind = Type.Object({ id: Id, title: Title, clock: Id, ...Sourced }, strict)
export type CareKind = Static<typeof CareKind>

/** 特教评估: what is written down of it, and the posts whose holders alone may read it. */
export const DiagnosisRule = Type.Object(
  {
    id: Id,
    title: Title,
    items: Type.Array(Type.Object({ id: Id, title: Title, required: Type.Optional(Type.Boolean()) }, strict), {
      minItems: 1,
      maxItems: 20,
    }),
    readers: Type.Array(Type.Object({ line: CaseLine, post: Title }, strict), { minItems: 1 }),
    ...Sourced,
  },
  strict,
)
export type DiagnosisRule = Static<typeof DiagnosisRule>
