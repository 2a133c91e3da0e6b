import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Text = Type.String()

/** What stands in a 考核结果通知书, as it was when it was issued. */
export const LetterContent = Type.Object(
  {
    unit: Text,
    year: Type.Integer(),
    pack_title: Text,
    rating_title: Text,
    /** Points, grade and what came on top, in sentences. */
    result: Text,
    adjustments: Type.Array(
      Type.Object({ kind: Text, title: Text, grounds: Text, document: Text, given: Text, counted: Text }, strict),
    ),
    rank: Type.Optional(
      Type.Object(
        {
          rank: Type.Integer(),
          is_tied: Type.Boolean(),
          of: Type.Integer(),
          /** Units without a place when the ranking was published. */
          left_out: Type.Optional(Type.Integer()),
          document_no: Text,
        },
        strict,
      ),
    ),
    /** Last day of objections. */
    appeal_until: Text,
    appeal_is_open: Type.Boolean(),
    office: Text,
    dated_on: Text,
  },
  strict,
)
export type LetterContent = Static<typeof LetterContent>
