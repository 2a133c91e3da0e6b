import { type Static, Type } from 'typebox'
import type { EvidenceView } from './contracts.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ format: 'date', description: '日期，YYYY-MM-DD' })
const Id = Type.String({ minLength: 1, maxLength: 128 })
const Reason = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' })
const Words = Type.String({ maxLength: 2000 })
const Points = Type.String({ pattern: '^\\d{1,4}(\\.\\d{1,4})?$', description: '分数，至多四位小数' })
const given = { points: Type.Optional(Points), level: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) }

/** What can be appraised: a rating of a stored evaluation, with its subjects. */
export const AppraisalOffer = Type.Object(
  {
    run: Type.String(),
    created_at: Type.String(),
    year: Type.Integer(),
    county_code: Type.String(),
    county_name: Type.String(),
    pack_title: Type.String(),
    is_official: Type.Boolean(),
    ratings: Type.Array(
      Type.Object(
        {
          rating: Type.String(),
          title: Type.String(),
          full: Type.String(),
          items: Type.Integer(),
          subjects: Type.Array(
            Type.Object(
              {
                subject: Type.String(),
                name: Type.String(),
                is_open: Type.Boolean(),
                is_own: Type.Boolean({ description: '看的人任职的单位属于它，不能由他开展' }),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type AppraisalOffer = Static<typeof AppraisalOffer>

export const AppraisalOffers = Type.Object({ offers: Type.Array(AppraisalOffer) }, strict)
export type AppraisalOffers = Static<typeof AppraisalOffers>

export const OpenAppraisalBody = Type.Object(
  {
    run: Id,
    rating: Id,
    subjects: Type.Array(Id, { minItems: 1, maxItems: 500 }),
    self_until: Day,
    rate_until: Day,
    publicity_days: Type.Integer({ minimum: 1, maximum: 90, description: '公示几天（自然日）' }),
    appeal_days: Type.Integer({ minimum: 1, maximum: 90, description: '公示起几天内可以申诉（自然日）' }),
    tolerance_percent: Type.String({
      pattern: '^(100|\\d{1,2}(\\.\\d{1,2})?)$',
      description: '两位评委的评分最多相差满分的百分之几，超过的由第三人复核',
    }),
  },
  strict,
)
export type OpenAppraisalBody = Static<typeof OpenAppraisalBody>

export const OpenedAppraisals = Type.Object({ appraisal_ids: Type.Array(Type.String()) }, strict)
export type OpenedAppraisals = Static<typeof OpenedAppraisals>

export const SelfRatingBody = Type.Object(
  {
    ...given,
    grounds: Words,
    deviation_reason: Words,
    evidence: Type.Array(
      Type.Object(
        {
          name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
          reference: Type.String({ maxLength: 200 }),
          link: Type.Optional(Type.String({ maxLength: 500 })),
        },
        strict,
      ),
      { maxItems: 50 },
    ),
  },
  strict,
)
export type SelfRatingBody = Static<typeof SelfRatingBody>
export type Evidence = EvidenceView

export const ReturnAppraisalBody = Type.Object(
  { items: Type.Array(Id, { minItems: 1, maxItems: 200 }), reason: Reason, until: Day },
  strict,
)
export type ReturnAppraisalBody = Static<typeof ReturnAppraisalBody>

export const ExtendAppraisalBody = Type.Object(
  { self_until: Type.Optional(Day), rate_until: Type.Optional(Day), reason: Reason },
  strict,
)
export type ExtendAppraisalBody = Static<typeof ExtendAppraisalBody>

export const AssignBody = Type.Object(
  {
    assignments: Type.Array(
      Type.Object({ section: Id, seat: Type.Integer({ minimum: 1, maximum: 3 }), person_id: Id }, strict),
      { minItems: 1, maxItems: 300 },
    ),
  },
  strict,
)
export type AssignBody = Static<typeof AssignBody>

export const RaterList = Type.Object(
  {
    raters: Type.Array(
      Type.Object(
        {
          person_id: Type.String(),
          name: Type.String(),
          post: Type.String(),
          unit: Type.String(),
          why_not: Type.Optional(Type.String({ description: '不能当这家的评委的原因' })),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type RaterList = Static<typeof RaterList>

export const OpinionBody = Type.Object({ ...given, grounds: Words }, strict)
export type OpinionBody = Static<typeof OpinionBody>

export const PlainReasonBody = Type.Object({ reason: Reason }, strict)
export type PlainReasonBody = Static<typeof PlainReasonBody>

export const NoteBody = Type.Object({ reason: Type.String({ maxLength: 500 }) }, strict)
export type NoteBody = Static<typeof NoteBody>

/** What is announced or published, word for word. */
export const PublicationBody = Type.Object(
  {
    document_no: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    dated_on: Day,
    text: Type.String({ minLength: 2, maxLength: 5000, pattern: '\\S' }),
  },
  strict,
)
export type PublicationBody = Static<typeof PublicationBody>

export const AppealBody = Type.Object(
  { items: Type.Array(Id, { maxItems: 200 }), grounds: Type.String({ minLength: 5, maxLength: 4000, pattern: '\\S' }) },
  strict,
)
export type AppealBody = Static<typeof AppealBody>

/** Without changes the result stays as it is. */
export const DecideAppealBody = Type.Object(
  {
    changes: Type.Array(Type.Object({ item: Id, ...given }, strict), { maxItems: 200 }),
    adjustments: Type.Optional(
      Type.Array(
        Type.Object({ adjustment: Id, points: Points }, { ...strict, description: '改为认可几分，0 为不认可' }),
        { maxItems: 200 },
      ),
    ),
    reason: Type.String({ minLength: 5, maxLength: 4000, pattern: '\\S' }),
  },
  strict,
)
export type DecideAppealBody = Static<typeof DecideAppealBody>
